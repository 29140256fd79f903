"""What a client sends of an incoming document: fields, and files in base64 or uploaded before."""

from typing import Any
from vanphong.attachments.services.sent import SentFiles
from vanphong.incoming.content import IIncomingDocument
from vanphong.ui.given import Given


__all__ = ["SentFiles", "fields_of"]


def fields_of(body: Given) -> dict[str, Any]:
    """The values of document fields, those that were sent."""
    return body.fields(IIncomingDocument.names(all=True))
