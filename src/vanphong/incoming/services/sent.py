"""What a client sends of an incoming document: fields, and files in base64."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from collections.abc import Sized
from io import BytesIO
from typing import Any
from vanphong.attachments.actions import accept
from vanphong.attachments.content import Attachment
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.incoming.content import IIncomingDocument
from vanphong.ui.given import Given


def fields_of(body: Given) -> dict[str, Any]:
    """The values of document fields, those that were sent."""
    return body.fields(IIncomingDocument.names(all=True))


class SentFiles(Sized):
    """The files of a body, each accepted when an act asks for it, so that a refusal is the act's.

    :raises InvalidInput: while iterating, for a file that is damaged, empty or mislabelled.
    """

    def __init__(self, body: Given):
        self.sent = body.values.get("files") or []

    def __len__(self) -> int:
        return len(self.sent) if isinstance(self.sent, list) else 1

    def __iter__(self) -> Iterator[Attachment]:
        if not isinstance(self.sent, list):
            raise InvalidInput(_("“files” must be a list."), field="files")
        for number, one in enumerate(self.sent):
            name, data = _parts(one)
            yield accept(name, BytesIO(data), role="attachment" if number else "main")


def _parts(sent: object) -> tuple[str, bytes]:
    values = Given(sent if isinstance(sent, dict) else {})
    name = values.text("filename").strip()
    if not name:
        raise InvalidInput(
            _("Each file needs “filename” and “data”, its content in base64."), field="files"
        )
    try:
        return name, b64decode(values.text("data"), validate=True)
    except Error as problem:
        raise InvalidInput(
            _("The content of “${name}” is not base64."), name=name, field="files"
        ) from problem
