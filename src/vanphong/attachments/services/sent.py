"""The files that come with a JSON body: in base64, or uploaded in parts before."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from collections.abc import Sized
from io import BytesIO
from vanphong.attachments.actions import accept
from vanphong.attachments.content import Attachment
from vanphong.attachments.services.uploads.store import taken
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ui.given import Given


class SentFiles(Sized):
    """The files of a body, each accepted when an act asks for it, so that a refusal is the act's.

    Each is ``{"filename", "data"}`` with its content in base64, or ``{"upload"}`` with the id
    of a finished upload (``@tus-upload``).

    :raises InvalidInput: while iterating, for a file that is damaged, empty or mislabelled.
    :raises RuleBroken: for a virus.
    """

    def __init__(self, body: Given, name: str = "files"):
        self.name = name
        self.sent = body.values.get(name) or []

    def __len__(self) -> int:
        return len(self.sent) if isinstance(self.sent, list) else 1

    def __iter__(self) -> Iterator[Attachment]:
        if not isinstance(self.sent, list):
            raise InvalidInput(_("“${name}” must be a list."), field=self.name, name=self.name)
        for number, one in enumerate(self.sent):
            yield self._accepted(one, "attachment" if number else "main")

    def _accepted(self, sent: object, role: str) -> Attachment:
        values = Given(sent if isinstance(sent, dict) else {})
        upload = values.text("upload").strip()
        if upload:
            with taken(upload) as (name, stream):
                return accept(values.text("filename").strip() or name, stream, role=role)
        name = values.text("filename").strip()
        if not name:
            raise InvalidInput(
                _("Each file needs “filename” and “data”, its content in base64."),
                field=self.name,
            )
        try:
            return accept(name, BytesIO(b64decode(values.text("data"), validate=True)), role=role)
        except Error as problem:
            raise InvalidInput(
                _("The content of “${name}” is not base64."), name=name, field=self.name
            ) from problem
