"""Rows of the ledger as the tables of the desktop show them."""

from vanphong import _
from vanphong.documents.browser.rows import Rows
from vanphong.ledger.work import CHAIN
from vanphong.organisation.rules import DESK


COLUMNS = (
    {"id": "pick", "title": _("Select"), "css": "ck", "hidden": True},
    {"id": "urgency", "title": _("Urgency"), "css": "ur"},
    {"id": "number", "title": _("Number"), "css": "no"},
    {"id": "subject", "title": _("Subject, sender, symbol"), "css": "su"},
    {"id": "role", "title": _("Part"), "css": "ro"},
    {"id": "giver", "title": _("Given by, since"), "css": "by"},
    {"id": "due", "title": _("Deadline"), "css": "du"},
)


class Presenter(Rows):
    """Turns rows of ``work`` into what a template needs."""

    def work(self, row: dict) -> dict:
        """A step with everything the list shows."""
        return {
            "uid": row["step_uid"],
            "url": self.url(row),
            "urgency": row["urgency"],
            "number": row["arrival_number"],
            "subject": row["subject"],
            "source": " · ".join(filter(None, (row["origin"], row["symbol"]))),
            "remarks": _remarks(row),
            "action": row["action"],
            "awaits_receipt": _awaits_receipt(row),
            "holder": row["actor_title"],
            "giver": row["giver_title"],
            "since": row["started_at"],
            "left": self.left(row["due_at"]),
            "due_at": row["due_at"],
            "is_new": row["opened_at"] is None,
            "is_read_only": row["action"] == "inform",
            "is_finishable": row["action"] not in CHAIN,
            "needs_result": row["action"] == "lead" and not row["result"],
        }


def _awaits_receipt(row: dict) -> bool:
    """Whether a unit's desk has to receive it first; what is for information needs no receipt."""
    return (
        row["state"] == "open"
        and row["action"] in ("lead", "coordinate")
        and row["actor"].startswith(f"{DESK}:")
    )


def _remarks(row: dict) -> list[str]:
    """What else is to be known of a step: reminders, an extension that was asked for."""
    found = []
    if row["urge_count"] == 1:
        found.append(_("reminded once"))
    elif row["urge_count"]:
        found.append(_("reminded ${n} times", mapping={"n": row["urge_count"]}))
    if row["extension_due"]:
        day = f"{row['extension_due']:%d/%m}"
        found.append(_("extension to ${day} asked for", mapping={"day": day}))
    return found
