"""What is inside an office file, which is a ZIP container: read before it is let in.

A virus scanner passes what is larger than its own limits, so the unpacked bytes are counted
here, as they come: what a header says of sizes may be a lie.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from vanphong.attachments.rules.checks import PASSWORD
from vanphong.attachments.rules.checks import refusal
from vanphong.attachments.rules.kinds import FileKind
from vanphong.attachments.rules.names import human_size
from vanphong.errors import mark as _
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
import lzma
import re
import struct
import zlib


CHUNK = 1 << 16

#: Kinds that are containers.
CONTAINERS = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})

_NESTED = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"MSCF")
_PROGRAMS = (b"MZ\x90\x00", b"\x7fELF", b"\xca\xfe\xba\xbe")
_OFFICE_PARTS = re.compile(r"(.*/)?(embeddings|Object[^/]*)/?.*", re.IGNORECASE)
_MARKUP = (".xml", ".rels", ".rdf", ".vml")
_MACROS = re.compile(r"(.*/)?vbaProject\.bin|Basic/.+\.xml|Scripts/.+", re.IGNORECASE)


def _in_any_width(*words: bytes) -> re.Pattern[bytes]:
    """Words in UTF-8 or in either UTF-16."""
    return re.compile(b"|".join(b"\0?".join(re.escape(bytes([c])) for c in word) for word in words))


#: XML of an office file has no document type: it could name other files, or swell without end.
_DECLARATION = _in_any_width(b"<!ENTITY", b"<!DOCTYPE")
_ENTITY = _in_any_width(b"<!ENTITY")
_REMOTE_TEMPLATE = re.compile(rb"attachedTemplate\"[^>]*Target=\"(?:https?:|ftp:|\\\\)", re.I)

_BROKEN = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Limits:
    """How much a container may hold: bytes in all when unpacked, and members."""

    unpacked: int = 100_000_000
    members: int = 5000


class _Budget:
    """The bytes and members that are left."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.octets = limits.unpacked
        self.members = limits.members

    def take(self, octets: int) -> None:
        self.octets -= octets
        if self.octets < 0:
            raise refusal(
                _("The file “${name}” holds more than ${limit} when unpacked."),
                self.name,
                limit=human_size(self.limits.unpacked),
            )

    def open(self, members: int) -> None:
        self.members -= members
        if self.members < 0:
            raise refusal(
                _("The file “${name}” holds more than ${limit} parts."),
                self.name,
                limit=self.limits.members,
            )


def check_container(
    name: str, stream: BinaryIO, kind: FileKind, limits: Limits = Limits()
) -> tuple[str, ...]:
    """Read all of an office file; give the codes of warnings, see ``progress.WARNINGS``.

    :raises InvalidInput: it is damaged, has a password, is too large when unpacked, or holds
        an archive, a program, macros or entities.
    """
    if kind.extension not in CONTAINERS:
        return ()
    try:
        return _check(stream, kind, _Budget(name, limits), depth=0)
    except _BROKEN as problem:
        raise refusal(_("The file “${name}” is damaged; save or send it again."), name) from problem
    except RuntimeError as problem:  # zipfile, of a member with a password
        raise refusal(PASSWORD, name) from problem


def _check(stream: BinaryIO, kind: FileKind, budget: _Budget, depth: int) -> tuple[str, ...]:
    warnings: set[str] = set()
    with ZipFile(stream) as archive:
        budget.open(len(archive.infolist()))
        for member in archive.infolist():
            if member.flag_bits & 0x1:
                raise refusal(PASSWORD, budget.name)
            if _MACROS.fullmatch(member.filename):
                text = _("The file “${name}” holds macros. Save it without them and send it again.")
                raise refusal(text, budget.name)
            warnings.update(_check_member(archive, member, kind, budget, depth))
    return tuple(sorted(warnings))


def _check_member(
    archive: ZipFile, member: ZipInfo, kind: FileKind, budget: _Budget, depth: int
) -> Iterator[str]:
    is_markup = member.filename.lower().endswith(_MARKUP)
    entities = _ENTITY if kind.extension.startswith("od") else _DECLARATION
    tail = b""
    with archive.open(member) as content:
        first = True
        while block := content.read(CHUNK):
            budget.take(len(block))
            if first:
                _check_start(block, member, budget, depth)
            first = False
            if not is_markup:
                continue
            window = tail + block
            if entities.search(window):
                text = _("The file “${name}” refers to other files from its XML; that is refused.")
                raise refusal(text, budget.name)
            if member.filename.endswith("manifest.xml") and b"encryption-data" in window:
                raise refusal(PASSWORD, budget.name)
            if _REMOTE_TEMPLATE.search(window):
                yield "remote-template"
            tail = block[-200:]
    if _is_office_part(archive, member):
        with archive.open(member) as inner:
            yield from _check(inner, kind, budget, depth + 1)  # type: ignore[arg-type]


def _check_start(block: bytes, member: ZipInfo, budget: _Budget, depth: int) -> None:
    if block.startswith(_PROGRAMS):
        raise refusal(_("The file “${name}” holds a program; that is refused."), budget.name)
    if not block.startswith(_NESTED):
        return
    if depth == 0 and block.startswith(b"PK") and _OFFICE_PARTS.fullmatch(member.filename):
        return
    if block.startswith(b"\x1f\x8b") and member.filename.lower().endswith((".emz", ".wmz")):
        return  # packed drawings, as Office keeps them
    raise refusal(_("The file “${name}” holds an archive within; that is refused."), budget.name)


def _is_office_part(archive: ZipFile, member: ZipInfo) -> bool:
    """Whether a member is an office file of its own, such as the table behind a chart."""
    if not _OFFICE_PARTS.fullmatch(member.filename) or member.is_dir():
        return False
    with archive.open(member) as content:
        return content.read(4) == b"PK\x03\x04"
