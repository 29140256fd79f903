"""A template as a program sees it, and the file that a program sends."""

from base64 import b64decode
from binascii import Error
from io import BytesIO
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms import library
from vanphong.ui.given import Given
from vanphong.ui.services import iso


def shown(template) -> dict[str, Any]:
    """A template; ``key`` is what a draft names it by."""
    return {
        "@id": template.absolute_url(),
        "UID": template.UID(),
        "key": library.OWN + template.UID(),
        "title": template.title,
        "document_types": list(template.document_types),
        "body_uid": template.body_uid,
        "valid_from": iso(template.valid_from),
        "valid_to": iso(template.valid_to),
        "filename": template.file.filename,
        "sha256": template.file.sha256,
        "download": f"{template.absolute_url()}/@@file/{template.file.uid}",
    }


def sent_file(body: Given) -> tuple[str, BytesIO]:
    """Name and content of ``filename`` and ``data``, which is base64.

    :raises InvalidInput: one of them is missing or cannot be read.
    """
    name = body.text("filename").strip()
    if not name:
        raise InvalidInput(
            _("Each file needs “filename” and “data”, its content in base64."), field="file"
        )
    try:
        return name, BytesIO(b64decode(body.text("data"), validate=True))
    except (Error, ValueError) as problem:
        raise InvalidInput(
            _("The content of “${name}” is not base64."), name=name, field="file"
        ) from problem
