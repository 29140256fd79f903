"""Rows of the document index as the list of incoming documents shows them."""

from datetime import datetime
from vanphong import _
from vanphong.calendars.rules import present_by
from vanphong.calendars.rules import register_by
from vanphong.documents.browser.rows import Rows
from vanphong.documents.browser.rows import held
from vanphong.incoming.browser.document_words import stage
from vanphong.incoming.stages import ENDED
from vanphong.ledger import work


COLUMNS = (
    {"id": "pick", "title": _("Select"), "css": "ck", "hidden": True},
    {"id": "number", "title": _("Arrival number"), "css": "no"},
    {"id": "arrived", "title": _("Date of arrival"), "css": "da"},
    {"id": "subject", "title": _("Subject, sender, symbol"), "css": "su"},
    {"id": "state", "title": _("Stage"), "css": "st"},
    {"id": "holder", "title": _("Held by"), "css": "by"},
    {"id": "due", "title": _("Deadline"), "css": "du"},
)

#: Stages in which the records office is the one to act, and by when it must.
OFFICE_DUE = {"awaiting_reception": register_by, "registered": present_by}

#: Steps in the order in which their holder is named as the one who has the document.
_PARTS = ("direct", "lead", "coordinate", "extend", "inform")


class DocumentRows(Rows):
    """Turns rows of the index into what the template needs; one query for all holders."""

    def rows(self, found: list[dict], *, is_clerk: bool) -> list[dict]:
        """The rows of one page."""
        holders = work.holders([row["document_uid"] for row in found]) if found else {}
        return [self._row(row, holders[row["document_uid"]], is_clerk) for row in found]

    def _row(self, row: dict, steps: list[dict], is_clerk: bool) -> dict:
        waits = row["state"] == "awaiting_reception"
        url = self.url(row)
        kind, words = stage(row["state"])
        due = self._due(row)
        return {
            "uid": row["document_uid"],
            "url": f"{url}/@@register" if waits and is_clerk else url,
            "label": row["label"],
            "arrived": row["arrived_at"],
            "urgency": row["urgency"],
            "subject": row["subject"],
            "state": row["state"],
            "source": " · ".join(filter(None, (row["organ_name"], row["symbol"]))),
            "kind": kind,
            "words": words,
            "due": due,
            "left": None if row["state"] in ENDED else self.left(due),
            "is_presentable": row["state"] == "registered",
            **self._held(row, steps),
        }

    def _due(self, row: dict) -> datetime | None:
        """When the next thing is due: the office's own duty, or the lead's deadline."""
        rule = OFFICE_DUE.get(row["state"])
        if rule is not None and row["arrived_at"] is not None:
            return rule(self.calendar, row["arrived_at"], row["urgency"] > 0)
        return row["due_at"]

    def _held(self, row: dict, steps: list[dict]) -> dict:
        """Who has it now: the records office, while it is the one to act."""
        if row["state"] in OFFICE_DUE:
            return {"holder": _("Records office"), "since": row["registered_at"], "others": 0}
        return held(sorted(steps, key=_part))


def _part(step: dict) -> int:
    return _PARTS.index(step["action"]) if step["action"] in _PARTS else len(_PARTS)
