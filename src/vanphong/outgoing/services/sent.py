"""What a client sends of an outgoing document."""

from typing import Any
from vanphong.outgoing.content import IOutgoingDocument
from vanphong.outgoing.drafting import ROWS
from vanphong.ui.given import Given


def fields_of(body: Given) -> dict[str, Any]:
    """The values of document fields, those that were sent, with recipients and links."""
    rows = {name: body.values[name] for name in ROWS if name in body.values}
    return {**body.fields(IOutgoingDocument.names(all=True)), **rows}
