"""The one way in for a file."""

from hashlib import sha256
from plone.namedfile.file import NamedBlobFile
from typing import BinaryIO
from uuid import uuid4
from vanphong.attachments import rules
from vanphong.attachments.content import Attachment
from vanphong.calendars import clock
from vanphong.organisation import people


CHUNK = 1 << 16


def accept(name: str, stream: BinaryIO, *, role: str = "attachment") -> Attachment:
    """Check a file and make an attachment of it; nothing is stored before it has passed.

    :param stream: seekable; read from its beginning.
    :raises InvalidInput: empty, too big, of a kind not allowed, or not what its name says.
    """
    head, size, digest = _measure(stream)
    kind = rules.check_file(name, size, head)
    stream.seek(0)
    blob = NamedBlobFile(
        data=stream.read(), contentType=kind.mime, filename=rules.safe_filename(name)
    )
    return Attachment(
        uid=uuid4().hex,
        role=role,
        blob=blob,
        sha256=digest,
        size=size,
        kind=kind.label,
        added_at=clock.now(),
        added_by=people.me().title,
    )


def _measure(stream: BinaryIO) -> tuple[bytes, int, str]:
    stream.seek(0)
    digest, size, head = sha256(), 0, b""
    while chunk := stream.read(CHUNK):
        head = head or chunk
        size += len(chunk)
        digest.update(chunk)
    return head, size, digest.hexdigest()
