"""Correcting or replacing an issued document by another one (Article 18.3)."""

from collections.abc import Iterable
from vanphong.documents.index import index_document
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger import links as ledger
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.outgoing import drafting
from vanphong.outgoing import links
from vanphong.outgoing import uploads
from vanphong.outgoing.interfaces import DraftCreated
from vanphong.outgoing.rules import LinkKind
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import OPEN
from zope.event import notify


WHO = _("the drafting unit and the records office")


@office_act("correct_issued", "vanphong: Amend Document", WHO, order=articles.STAGES)
def correct_issued(document, raw: dict, files: Iterable = ()):
    """Begin an official letter that corrects a mistake of form in an issued document (đính chính).

    It begins with the recipients of the old one, who are told when it is issued.
    """
    return _amend("correct_issued", document, LinkKind.CORRECTS, raw, files)


@office_act("replace_issued", "vanphong: Amend Document", WHO, order=articles.STAGES)
def replace_issued(document, raw: dict, files: Iterable = ()):
    """Begin a document of the same type that replaces an issued one (thay thế)."""
    return _amend("replace_issued", document, LinkKind.REPLACES, raw, files)


def _amend(act: str, old, kind: LinkKind, raw: dict, files: Iterable):
    unit = drafting.unit_of(old)
    drafting.refuse_stranger(unit)
    begun = ledger.pointing_at(old.UID(), str(kind), OPEN)
    if begun:
        raise Conflict(
            _("${subject} is being drafted for this already."),
            subject=f"“{begun[0]['subject']}”",
            path=begun[0]["path"],
            rule=articles.AMEND,
        )
    values = drafting.checked(unit, {**_begun(old, kind), **raw}, files)
    files = tuple(files)
    uploads.refuse_programs(files)
    document = drafting.make(unit, values, files)
    document.amends = old.UID()
    document.amendment = str(kind)
    index_document(document)
    links.write(document)
    done(act, old, draft=document.UID(), subject=document.subject)
    notify(DraftCreated(document))
    return document


def _begun(old, kind: LinkKind) -> dict:
    """What the new draft begins with."""
    same = ("field", "urgency", "signed_by", "archive_note", "recipients")
    found = {name: getattr(old, name) for name in same}
    if kind is LinkKind.CORRECTS:
        subject = f"V/v đính chính văn bản số {old.symbol} ngày {old.issued_date:%d/%m/%Y}"
        return {**found, "document_type": "cong-van", "subject": subject}
    return {**found, "document_type": old.document_type, "subject": old.subject}
