"""Files that a form sends, let in one by one."""

from collections.abc import Iterator
from vanphong.attachments.actions import accept
from vanphong.attachments.content import Attachment
from vanphong.errors import InvalidInput


def uploads(form: dict, name: str, role: str) -> Iterator[Attachment]:
    """The files that were sent in one input.

    :param form: what was sent.
    :param role: what they are to the document: main or attachment.
    :raises InvalidInput: for a file that is refused, at this input.
    """
    sent = form.get(name, [])
    for one in sent if isinstance(sent, list) else [sent]:
        if getattr(one, "filename", ""):
            try:
                yield accept(one.filename, one, role=role)
            except InvalidInput as refusal:
                refusal.field = name
                raise
