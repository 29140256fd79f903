"""What the acts on an outgoing document ask for, and how they read it."""

from collections.abc import Iterable
from vanphong.attachments.content import Attachment
from vanphong.attachments.rules import ALLOWED
from vanphong.attachments.rules import MAX_SIZE
from vanphong.documents.browser.uploads import uploads
from vanphong.outgoing.browser.situation import Situation
from vanphong.routing.browser.act_form import Act


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
