"""Signs in the bytes of a file that is no container: PDF, pictures, old office files.

Nothing is parsed here: the bytes are looked through once, in one pass with constant memory.
"""

from collections.abc import Iterator
from typing import BinaryIO
from vanphong.attachments.rules.checks import TWO_KINDS
from vanphong.attachments.rules.checks import refusal
from vanphong.attachments.rules.kinds import FileKind
from vanphong.errors import mark as _
import re


CHUNK = 1 << 20

#: A sign may lie across two chunks.
OVERLAP = 64

#: Where the end of a PDF is looked for: some programs write a little behind it.
PDF_TAIL = 4096

#: The longest that the end of a ZIP archive can be: its record and a comment.
ZIP_TAIL = 22 + 0xFFFF

_PDF_SIGNS = {
    "encrypted": re.compile(rb"/Encrypt\b"),
    "script": re.compile(rb"/JavaScript\b"),
    "launch": re.compile(rb"/Launch\b"),
    "embedded": re.compile(rb"/EmbeddedFiles?\b"),
}
_OLE_SIGNS = {"macros": re.compile("_VBA_PROJECT".encode("utf-16-le"))}

_SIGNS = {"pdf": _PDF_SIGNS, "doc": _OLE_SIGNS, "xls": _OLE_SIGNS}


def check_content(name: str, stream: BinaryIO, size: int, kind: FileKind) -> tuple[str, ...]:
    """Look a file through; give codes of what was seen, see ``progress.WARNINGS``.

    ``encrypted`` says that a PDF is encrypted; whether it opens without a password only a
    reader of PDF can tell.

    :raises InvalidInput: a PDF without its end, or a file that is an archive, too.
    """
    tail = _tail(stream, size)
    if ends_as_archive(tail):
        raise refusal(TWO_KINDS, name)
    if kind.extension == "pdf" and b"%%EOF" not in tail.rstrip(b"\0\r\n\t ")[-PDF_TAIL:]:
        text = _("The file “${name}” is incomplete: its end is missing. Scan or send it again.")
        raise refusal(text, name)
    signs = dict(_SIGNS.get(kind.extension, {}))
    found: set[str] = set()
    for window in _windows(stream) if signs else ():
        seen = [code for code, sign in signs.items() if sign.search(window)]
        found.update(seen)
        for code in seen:
            del signs[code]
        if not signs:
            break
    return tuple(sorted(found))


def ends_as_archive(tail: bytes) -> bool:
    """Whether the last bytes of a file are the end of a ZIP archive."""
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        return False
    comment = int.from_bytes(tail[at + 20 : at + 22], "little")
    return at + 22 + comment == len(tail)


def _tail(stream: BinaryIO, size: int) -> bytes:
    stream.seek(max(0, size - ZIP_TAIL))
    return stream.read(ZIP_TAIL)


def _windows(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    before = b""
    while chunk := stream.read(CHUNK):
        yield before + chunk
        before = chunk[-OVERLAP:]
