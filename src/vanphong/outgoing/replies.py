"""Answering: what a reply begins with, and which step its issue may finish."""

from dataclasses import dataclass
from vanphong.documents.interfaces import IAnswerable
from vanphong.ledger import links as ledger
from vanphong.organisation import people
from vanphong.outgoing import links
from vanphong.outgoing import rules
from vanphong.outgoing.stages import OPEN
from vanphong.routing import sheet as sheets
from vanphong.routing.interfaces import IRouted
from vanphong.routing.rules.sheet import WORK


@dataclass(frozen=True)
class Finish:
    """A step of the answered document that this person may finish with the reply as result."""

    path: str
    step: str
    label: str
    result: str


def suggest_reply(document, unit) -> dict:
    """Values that a draft begins with when it answers a document.

    :param document: the incoming document.
    :param unit: the drafting unit; its abbreviation stands in “Lưu”.
    """
    found = dict(IAnswerable(document).letter())
    due = found.pop("due", None)
    if due is not None:
        found["due_date"] = due.date()
    recipients = rules.read_recipients(found.get("recipients"))
    found["recipients"] = recipients
    code = (unit.symbol_code or "").strip()
    found["archive_note"] = f"Lưu: VT, {code}" if code else "Lưu: VT"
    found["reply_to"] = document.UID()
    return found


def answers(document) -> list[dict]:
    """Drafts on their way that answer this document: ledger rows, for whoever reads them."""
    return ledger.pointing_at(document.UID(), "reply", OPEN)


def finish_offer(document) -> Finish | None:
    """The step of the answered document that this person may finish now that it is issued."""
    answered = links.document(document.reply_to)
    if document.issued_at is None or not IRouted.providedBy(answered):
        return None
    tokens = people.me().tokens
    for step in sheets.steps_of(answered):
        if step.awaits and step.action in WORK and step.actor in tokens:
            return Finish(
                "/".join(answered.getPhysicalPath()),
                step.uid,
                answered.label,
                f"Đã trả lời bằng văn bản số {document.symbol}.",
            )
    return None
