"""A DOCX as the zip archive of XML that it is, opened within limits.

A few kilobytes of zip can unpack to gigabytes, and XML with a DTD can name any file of the
server: sizes are read before anything is unpacked, and a DTD is refused.
"""

from dataclasses import dataclass
from functools import cached_property
from lxml import etree
from typing import Any
from vanphong.attachments.rules import human_size
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from zipfile import BadZipFile
from zipfile import ZipFile
import io
import zlib


MB = 1 << 20

MAIN = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Limits:
    """How much a file may be: ``size`` as sent, ``unpacked`` and ``part`` (its main text) when
    opened, all in bytes; ``members`` in number; ``ratio`` of unpacked to packed size."""

    size: int
    unpacked: int
    part: int
    members: int
    ratio: int


#: A template has no pictures but a coat of arms.
TEMPLATE = Limits(size=5 * MB, unpacked=20 * MB, part=2 * MB, members=200, ratio=100)

#: A draft may bring photographs and long tables.
DRAFT = Limits(size=100 * MB, unpacked=200 * MB, part=40 * MB, members=2000, ratio=200)


class Package:
    """The members of a DOCX by their names."""

    def __init__(self, archive: ZipFile):
        self._archive = archive
        self.names = tuple(archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """A member; it is no longer than the archive has said.

        :raises InvalidInput: it is damaged.
        """
        try:
            return self._archive.read(name)
        except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, KeyError) as problem:
            raise _damaged() from problem

    def xml(self, name: str) -> Any:
        """The root element of a member.

        :raises InvalidInput: it is not XML, or has a DTD.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as problem:
            raise _damaged() from problem
        if root.getroottree().docinfo.doctype:
            raise InvalidInput(
                _("The file contains a DTD, which no word processor writes."), field="file"
            )
        return root

    @cached_property
    def main(self) -> Any:
        """The root of the main text."""
        return self.xml(MAIN)

    def relationships(self, name: str) -> list[dict[str, str]]:
        """Relationships of a member: Id, Type, Target and, where external, TargetMode."""
        folder, _slash, base = name.rpartition("/")
        place = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        return [dict(one.attrib) for one in self.xml(place)] if place in self else []


def open_docx(data: bytes, limits: Limits = DRAFT) -> Package:
    """Open a DOCX.

    :raises InvalidInput: it is none, is damaged, or goes beyond a limit.
    """
    if len(data) > limits.size:
        raise InvalidInput(
            _("The file has ${size}; at most ${limit} are allowed."),
            field="file",
            size=human_size(len(data)),
            limit=human_size(limits.size),
        )
    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, OSError, ValueError) as problem:
        raise _no_docx() from problem
    _measure(archive, len(data), limits)
    package = Package(archive)
    if len(set(package.names)) != len(package.names):
        raise _damaged()
    if MAIN not in package or CONTENT_TYPES not in package:
        raise _no_docx()
    return package


def _measure(archive: ZipFile, size: int, limits: Limits) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    part = max((one.file_size for one in members if one.filename == MAIN), default=0)
    too_much = (
        len(members) > limits.members
        or unpacked > limits.unpacked
        or part > limits.part
        or unpacked > limits.ratio * max(size, 1)
    )
    if too_much:
        raise InvalidInput(
            _("The file unpacks to ${size} in ${n} parts, more than a letter ever has."),
            field="file",
            size=human_size(unpacked),
            n=len(members),
        )
    if any(member.flag_bits & 0x1 for member in members):
        raise InvalidInput(_("The file is protected by a password."), field="file")


def _no_docx() -> InvalidInput:
    return InvalidInput(_("The file is not a Word document (DOCX)."), field="file")


def _damaged() -> InvalidInput:
    return InvalidInput(_("The Word document is damaged and cannot be read."), field="file")
