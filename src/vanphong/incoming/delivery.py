"""What other units of the office send: it waits for the clerk, and the sender sees how far it is.

Decree 30/2020/NĐ-CP, Annex VI, Part I.III.1.e, k, o and III.8: the recipient's system tells
the sender of receipt and progress, and cancels what is recalled.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from plone import api
from plone.dexterity.utils import createContent
from uuid import uuid4
from vanphong.calendars import clock
from vanphong.documents import places
from vanphong.documents.index import index_alike
from vanphong.documents.index import index_document
from vanphong.documents.interfaces import DeliveryMoved
from vanphong.documents.interfaces import IAnswerable
from vanphong.documents.interfaces import IDelivery
from vanphong.documents.letters import CARRIED
from vanphong.documents.letters import Letter
from vanphong.incoming.interfaces import DocumentAnswered
from vanphong.incoming.interfaces import DocumentArrived
from vanphong.incoming.interfaces import DocumentWithdrawn
from vanphong.incoming.interfaces import IIncoming
from vanphong.incoming.stages import Stages
from vanphong.ledger import audit as ledger
from vanphong.ledger import work
from vanphong.ledger.acts import done
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from zope.component import adapter
from zope.event import notify
from zope.interface import implementer


#: What a stage at the recipient means to the sender.
PROGRESS = {
    "awaiting_reception": "arrived",
    "returned": "refused",
    "registered": "received",
    "presented": "received",
    "directed": "processing",
    "in_process": "processing",
    "finished": "done",
    "recalled": "recalled",
}


@dataclass(frozen=True)
class Notice:
    """What a sender has let a recipient know of a document."""

    at: datetime
    text: str


@implementer(IDelivery)
class Delivery:
    """See IDelivery."""

    def deliver(self, letter: Letter, recipients: dict[str, str]) -> dict[str, str]:
        """Put a letter before the clerks of some units."""
        if not recipients:
            return {}
        made = _make(letter, recipients)
        event = ledger.event("arrive", actor=people.me(), detail={"sender": letter.organ_name})
        ledger.begin_chains([{**event, **_named(one)} for one in made])
        for document in made:
            notify(DocumentArrived(document))
        return {one.body_uid: one.UID() for one in made}

    def withdraw(self, uids, reason: str) -> None:
        """Cancel what is recalled: every open step ends, the particulars stay."""
        for document in _documents(uids):
            _withdraw(document, reason)
            done("withdraw_by_sender", document, reason=reason)
            notify(DocumentWithdrawn(document))

    def tell(self, uids, text: str) -> None:
        """Leave a notice of the sender on documents."""
        for document in _documents(uids):
            document.sender_notes = (*document.sender_notes, Notice(clock.now(), text))


delivery = Delivery()


def _make(letter: Letter, recipients: dict[str, str]) -> list:
    """One document for each recipient: the first one made as every other, the rest like it."""
    units = list(recipients)
    first = _first(letter, units[0], recipients[units[0]])
    names = [_name() for _unit in units[1:]]
    others = places.put_alike(first.__parent__, first, names)
    for unit_uid, document in zip(units[1:], others, strict=True):
        document.body_uid = unit_uid
        document.sent_for = recipients[unit_uid]
    index_alike(first, others)
    return [first, *others]


def _first(letter: Letter, unit_uid: str, purpose: str):
    values = {name: getattr(letter, name) for name in CARRIED}
    document = createContent("IncomingDocument", channel="electronic", **values)
    document.body_uid = unit_uid
    document.attachments = letter.files
    document.arrived_at = clock.now()
    document.origin_uid = letter.origin
    document.sent_for = purpose
    place = places.shared(document.arrived_at.date())
    document = places.put(place, document, _name())
    Stages(document).move_to("awaiting_reception")
    index_document(document)
    return document


def _name() -> str:
    return f"cho-{uuid4().hex[:12]}"


def _named(document) -> dict[str, str]:
    return {"document_uid": document.UID(), "path": "/".join(document.getPhysicalPath())}


def _documents(uids):
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(UID=list(uids)):
        yield brain._unrestrictedGetObject()


def _withdraw(document, reason: str) -> None:
    by = sheets.by()
    document.recall_reason = reason
    document.recalled_at = by.at
    Stages(document).move_to("recalled")
    sheet = sheets.steps_of(document)
    ended = tuple(
        replace(step, state=rules.State.CANCELLED, finished_at=by.at, comment=reason)
        if step.state in rules.RUNNING
        else step
        for step in sheet
    )
    if ended != sheet:
        document.routing_sheet.steps = ended
        work.put([sheets.row(document, ended, step) for step in ended])
    index_document(document)


def tell_sender(document, event) -> None:
    """A document that another unit sent has reached another stage."""
    if not document.origin_uid or event.new_state is None:
        return
    state = PROGRESS.get(event.new_state.getId())
    if state is None or state in ("arrived", "recalled"):
        return
    note = document.return_reason if state == "refused" else document.label
    notify(DeliveryMoved(document.origin_uid, document.UID(), state, note))


@implementer(IAnswerable)
@adapter(IIncoming)
class Answerable:
    """What a reply to an incoming document begins with, and the trace that it leaves."""

    def __init__(self, context):
        self.context = context

    def letter(self) -> dict:
        """Recipient, subject, basis and due date; texts as they stand on the document."""
        document = self.context
        subject = document.subject.strip()
        basis = f"{document.symbol} ngày {document.issued_date:%d/%m/%Y} của {document.organ_name}"
        known = document.symbol and document.issued_date
        return {
            "subject": subject if subject.startswith("V/v") else f"V/v {_begun(subject)}",
            "document_type": "cong-van",
            "field": document.field,
            "urgency": document.urgency,
            "due": document.due_at,
            "reply_symbol": document.symbol or document.label,
            "recipients": [
                {
                    "name": document.organ_name,
                    "organ_id": document.organ_id or "",
                    "purpose": "act",
                    "channel": "electronic",
                }
            ],
            "legal_bases": [basis] if known else [],
        }

    def answered(self, symbol: str, uid: str) -> None:
        """Keep the symbol of the reply on the document, and tell who handles it."""
        document = self.context
        if (symbol, uid) in document.replies:
            return
        document.replies = (*document.replies, (symbol, uid))
        notify(DocumentAnswered(document))


def _begun(subject: str) -> str:
    return subject[:1].lower() + subject[1:] if subject[1:2].islower() else subject
