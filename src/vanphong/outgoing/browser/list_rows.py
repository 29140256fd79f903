"""Rows of the document index as the list of outgoing documents shows them."""

from vanphong import _
from vanphong.documents.browser.rows import Rows
from vanphong.documents.browser.rows import held
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


class DocumentRows(Rows):
    """Turns rows of the index into what the template needs; two queries for a page."""

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
            "url": self.url(row),
            "symbol": row["symbol"],
            "day": row["issued_date"] or row["arrived_at"].date(),
            "urgency": row["urgency"],
            "subject": row["subject"],
            "source": row["organ_name"],
            "state": row["state"],
            "kind": kind,
            "words": words,
            "due": due,
            "left": None if due is None else self.left(due),
            "delivered": _delivered(counted),
            **held(steps),
        }


def _delivered(counted: dict | None):
    """How many of the recipients have received it; "" where nothing was sent."""
    if not counted:
        return ""
    total = sum(counted.values())
    done = sum(counted.get(state, 0) for state in ("received", "processing", "done"))
    return _("${done} of ${total} received", mapping={"done": done, "total": total})
