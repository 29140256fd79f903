"""A document that corrects or replaces an issued one, and what its recipients hear of it."""

from vanphong.documents.interfaces import IDelivery
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing.rules import LinkKind
from zope.component import getUtility


#: What stands on the document at its recipients.
NOTICES = {
    LinkKind.CORRECTS: "Được đính chính bằng văn bản số {symbol} ngày {day:%d/%m/%Y}.",
    LinkKind.REPLACES: "Được thay thế bằng văn bản số {symbol} ngày {day:%d/%m/%Y}.",
}


def tell(document) -> None:
    """Link an issued correction or replacement to the old document, and tell its recipients."""
    old = links.document(document.amends)
    if old is None:
        return
    kind = LinkKind(document.amendment)
    old.amended_by = (*old.amended_by, (document.UID(), document.symbol, str(kind)))
    text = NOTICES[kind].format(symbol=document.symbol, day=document.issued_date)
    uids = [one.incoming_uid for one in deliveries.of(old) if one.incoming_uid]
    if uids:
        getUtility(IDelivery).tell(uids, text)
