"""Results of a search as texts: what the columns of the page and of an export say."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.ledger import work
from zope.i18nmessageid import Message


#: Titles of the columns, and of the subject that is always there.
TITLES = {
    "number": _("Number"),
    "registered": _("Entered on"),
    "symbol": _("Number and symbol"),
    "issued": _("Date of the document"),
    "organ": _("Issuing body"),
    "type": _("Type"),
    "subject": _("Subject"),
    "state": _("Stage"),
    "holder": _("Held by"),
    "due": _("Deadline"),
    "field": _("Field"),
    "urgency": _("Urgency"),
}

DIRECTIONS = {
    "in": _("Incoming"),
    "out": _("Outgoing"),
    "internal": _("Internal"),
    "task": _("Task"),
}

#: Steps in the order in which their holder is named as the one who has the document.
_PARTS = ("direct", "lead", "draft", "review", "appraise", "approve", "sign", "number")


def texts(rows: Iterable[dict]) -> list[dict[str, str | Message]]:
    """For each row of the index the text of every column; one query for all holders."""
    rows = list(rows)
    held = work.holders([row["document_uid"] for row in rows]) if rows else {}
    names = {code: entry.name for code, entry in catalogues.fields().items()}
    return [_texts(row, held[row["document_uid"]], names) for row in rows]


def holder(steps: list[dict]) -> str:
    """Who has a document now, of its open steps."""
    found = sorted(steps, key=_part)
    return found[0]["actor_title"] if found else ""


def _texts(row: dict, steps: list[dict], fields: dict[str, str]) -> dict[str, str | Message]:
    urgency = rules.URGENCY[row["urgency"]]
    return {
        "number": row["label"],
        "registered": _day(row["registered_at"]),
        "symbol": row["symbol"],
        "issued": _day(row["issued_date"]),
        "organ": row["organ_name"],
        "type": catalogues.type_name(row["document_type"]),
        "subject": row["subject"],
        "state": search.state_title(row),
        "holder": holder(steps),
        "due": _moment(row["due_at"]),
        "field": fields.get(row["field"], row["field"]),
        "urgency": Message(urgency.label, "vanphong") if urgency.number else "",
    }


def _part(step: dict) -> int:
    return _PARTS.index(step["action"]) if step["action"] in _PARTS else len(_PARTS)


def _day(value: date | datetime | None) -> str:
    return "" if value is None else f"{value:%d/%m/%Y}"


def _moment(value: datetime | None) -> str:
    return "" if value is None else f"{value:%H:%M %d/%m/%Y}"
