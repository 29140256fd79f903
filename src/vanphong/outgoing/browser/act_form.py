"""What the acts on an outgoing document ask for, and how they read it."""

from collections.abc import Iterable
from vanphong import _
from vanphong.attachments.content import Attachment
from vanphong.attachments.rules import ALLOWED
from vanphong.attachments.rules import MAX_SIZE
from vanphong.documents.browser.uploads import uploads
from vanphong.outgoing.browser.situation import Situation
from vanphong.routing.browser.act_form import Act


LONGEST = 2000


def words(name: str, label: str, rows: int = 3, **more) -> dict:
    """A field for a text of several lines."""
    found = {"name": name, "label": label, "kind": "textarea", "rows": rows}
    return {**found, "width": 12, "maxlength": LONGEST, **more}


def reason(label: str = _("Reason"), **more) -> dict:
    """The field for a reason that is owed."""
    return words("reason", label, required=True, autofocus=True, **more)


def note(label: str = _("Note"), rows: int = 2, **more) -> dict:
    """The field for a note that may stay empty."""
    return words("note", label, rows, **{"placeholder": _("may stay empty"), **more})


def file_field(name: str, label: str, endings: Iterable[str] = ALLOWED, **more) -> dict:
    """An input for files."""
    return {
        "name": name,
        "label": label,
        "files": True,
        "accept": ",".join(sorted(f".{ending}" for ending in endings)),
        "max_bytes": MAX_SIZE,
        **more,
    }


class OutgoingAct(Act):
    """One act on an outgoing document; the step is the person's own."""

    needs_step = False
    situation: Situation

    def sent(self, name: str = "files", role: str = "main") -> tuple[Attachment, ...]:
        """The files that were sent in one input."""
        return tuple(uploads(self.view.request.form, name, role))

    def sent_all(self) -> tuple[Attachment, ...]:
        """The text first, then its annexes."""
        return (*self.sent("files"), *self.sent("more", "attachment"))

    def _check_one(self, field: dict) -> None:
        if "files" not in field:
            super()._check_one(field)
        elif field.get("required") and self.view.upload(field["name"]) is None:
            self._refuse_empty(field)

    def _refuse_empty(self, field: dict) -> None:
        super()._check_one({**field, "files": None})
