"""Rows of the document index as the list of outgoing documents shows them."""

from datetime import datetime
from vanphong import _
from vanphong.calendars.rules import Lateness
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import lateness
from vanphong.ledger import deliveries
from vanphong.ledger import work
from vanphong.outgoing.browser.words import stage


COLUMNS = (
    {"id": "pick", "title": _("Select"), "css": "ck", "hidden": True},
    {"id": "number", "title": _("Number and symbol"), "css": "sy"},
    {"id": "date", "title": _("Date"), "css": "da"},
    {"id": "subject", "title": _("Subject"), "css": "su"},
    {"id": "state", "title": _("Stage"), "css": "st"},
    {"id": "holder", "title": _("Held by"), "css": "by"},
    {"id": "due", "title": _("Deadline, delivery"), "css": "du"},
)

#: Stages after which no deadline runs.
ENDED = ("issued", "recalled", "cancelled")


class DocumentRows:
    """Turns rows of the index into what the template needs; two queries for a page."""

    def __init__(self, request, calendar: WorkCalendar, now: datetime) -> None:
        self.request = request
        self.calendar = calendar
        self.now = now

    def rows(self, found: list[dict]) -> list[dict]:
        """The rows of one page."""
        if not found:
            return []
        holders = work.holders([row["document_uid"] for row in found])
        issued = [row["document_uid"] for row in found if row["state"] in ("issued", "recalled")]
        counted = deliveries.counted(issued) if issued else {}
        return [
            self._row(row, holders[row["document_uid"]], counted.get(row["document_uid"]))
            for row in found
        ]

    def _row(self, row: dict, steps: list[dict], counted: dict | None) -> dict:
        kind, words = stage(row["state"])
        due = None if row["state"] in ENDED else row["due_at"]
        return {
            "uid": row["document_uid"],
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "symbol": row["symbol"],
            "day": row["issued_date"] or row["arrived_at"].date(),
            "urgency": row["urgency"],
            "subject": row["subject"],
            "source": row["organ_name"],
            "state": row["state"],
            "kind": kind,
            "words": words,
            "due": due,
            "left": self._left(due),
            "delivered": _delivered(counted),
            **_held(steps),
        }

    def _left(self, due: datetime | None) -> Lateness | None:
        return None if due is None else lateness(self.calendar, due, self.now)


def _held(steps: list[dict]) -> dict:
    """Who has it now, since when, and how many others do."""
    if not steps:
        return {"holder": "", "since": None, "others": 0}
    others = len({step["actor"] for step in steps}) - 1
    return {
        "holder": steps[0]["actor_title"],
        "since": steps[0]["started_at"],
        "others": others,
    }


def _delivered(counted: dict | None):
    """How many of the recipients have received it; "" where nothing was sent."""
    if not counted:
        return ""
    total = sum(counted.values())
    done = sum(counted.get(state, 0) for state in ("received", "processing", "done"))
    return _("${done} of ${total} received", mapping={"done": done, "total": total})
