"""Rows of the ledger as lists of tasks show them."""

from vanphong import _
from vanphong.documents.browser import rows
from vanphong.tasks import stages
from vanphong.tasks.browser import words


COLUMNS = (
    {"id": "subject", "title": _("What is to be done"), "css": "su"},
    {"id": "lead", "title": _("Lead"), "css": "by"},
    {"id": "progress", "title": _("Progress"), "css": "num"},
    {"id": "due", "title": _("Deadline"), "css": "du"},
    {"id": "state", "title": _("State"), "css": "st"},
)


class Rows(rows.Rows):
    """Turns rows of ``task`` into what a template needs."""

    def rows(self, found) -> list[dict]:
        """All of them."""
        return [self.row(one) for one in found]

    def row(self, row: dict) -> dict:
        """One task."""
        tint, said = words.stage(row["state"])
        is_open = row["state"] == stages.OPEN
        holder = row["holder_title"] if row["holder_title"] != row["lead_title"] else ""
        return {
            "uid": row["document_uid"],
            "url": self.url(row),
            "subject": row["subject"],
            "source": row["source_symbol"],
            "line": row["line"],
            "giver": row["giver_title"],
            "lead": row["lead_title"],
            "holder": holder if is_open else "",
            "progress": row["progress"],
            "due": row["due_at"],
            "left": self.left(row["due_at"], row["finished_at"]),
            "is_open": is_open,
            "is_part": bool(row["parent_uid"]),
            "tint": tint,
            "state": said,
        }
