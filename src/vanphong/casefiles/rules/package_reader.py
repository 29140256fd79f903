"""Reading a package back: strict, streaming, nothing written before all of it was looked at.

A package is refused, with the reason, for a wrong checksum or size, a path that leads outside,
a file that is missing or too many, one that is there twice, a document type or entities in its
XML, XML without end, and for more bytes than allowed, counted as they are unpacked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import IO
from vanphong.casefiles.rules import package
from vanphong.casefiles.rules import package_xml
from vanphong.casefiles.rules import record_xml
from vanphong.casefiles.rules.package import Member
from vanphong.casefiles.rules.package import refusal
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.errors import mark as _
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
import re
import zlib


CHUNK = 1 << 18

_ROOT = re.compile(r"uuid-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")

_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


@dataclass(frozen=True)
class Limits:
    """What a package may hold, in bytes and numbers.

    ``ratio`` is how much larger a file may be than it is packed, once it has a ``free`` size;
    zeros pack a thousand times.
    """

    total: int = 20 << 30
    one: int = 1 << 30
    xml: int = 64 << 20
    members: int = 60_000
    ratio: int = 100
    free: int = 1 << 20


@dataclass(frozen=True)
class Contents:
    """What a package has: the file, its documents, and where each of their files lies."""

    uuid: str
    file: FileRecord
    entries: tuple[EntryRecord, ...]
    paths: dict[tuple[int, int], str]


class Package:
    """A package that is being read; use it within ``opened``."""

    def __init__(self, archive: ZipFile, limits: Limits) -> None:
        self.limits = limits
        self.archive = archive
        self.left = limits.total
        self.root, self.infos = _infos(archive, limits)
        self.members = self._manifest()

    def contents(self) -> Contents:
        """Look at everything: manifest, checksums, records; nothing is kept.

        :raises InvalidInput: with the reason why the package is refused.
        """
        self._check_inner()
        for member in self.members.values():
            self._check(member)
        with self._xml(package.RECORD) as source:
            rows = list(record_xml.read(source))
        head, entries = rows[0], rows[1:]
        if not isinstance(head, FileRecord):
            raise refusal(_("The package has no record of the file before its documents."))
        documents = tuple(row for row in entries if isinstance(row, EntryRecord))
        self._agree(head, documents)
        uuid = self.root.removeprefix("uuid-")
        return Contents(uuid, head, documents, self._paths(head, documents))

    @contextmanager
    def data(self, path: str) -> Iterator[IO[bytes]]:
        """The content of a file that ``contents`` has named."""
        with self.archive.open(self.infos[path]) as source:
            yield source

    def _manifest(self) -> dict[str, Member]:
        """The files that METS.xml names; these and no others are in the ZIP."""
        with self._xml(package.METS) as source:
            listed = package_xml.read_mets(source)
        members: dict[str, Member] = {}
        for one in listed:
            path = package.safe_path(one.path)
            if path in members:
                raise refusal(_("The package names “${path}” twice."), path=path)
            if one.size < 0 or not re.fullmatch("[0-9a-f]{64}", one.sha256):
                raise refusal(_("The package gives no SHA-256 and size of “${path}”."), path=path)
            members[path] = one
        for path in members:
            if path not in self.infos:
                raise refusal(_("The package lacks the file “${path}”."), path=path)
        for path in self.infos:
            if path != package.METS and path not in members:
                raise refusal(_("The package has the file “${path}”, not named."), path=path)
        return members

    def _check_inner(self) -> None:
        """The METS of the representation names the same files as the one above."""
        with self._xml(package.REP_METS) as source:
            inner = package_xml.read_mets(source, f"{package.REP}/")
        for one in inner:
            listed = self.members.get(package.safe_path(one.path))
            if listed is None or (listed.size, listed.sha256) != (one.size, one.sha256):
                raise refusal(
                    _("The lists of the package do not agree on “${path}”."), path=one.path
                )

    def _check(self, member: Member) -> None:
        """Unpack a file into nothing and compare it with what METS says."""
        digest, size = sha256(), 0
        with self._opened(member.path) as source:
            while block := source.read(CHUNK):
                size += len(block)
                self._spend(member.path, len(block), size)
                if size > member.size:
                    break
                digest.update(block)
        if size != member.size:
            raise refusal(_("“${path}” has not the size that the package says."), path=member.path)
        if digest.hexdigest() != member.sha256:
            raise refusal(
                _("The checksum of “${path}” is wrong: it was changed or damaged."),
                path=member.path,
            )

    def _spend(self, path: str, octets: int, size: int) -> None:
        """Count unpacked bytes: whatever a header says of sizes may be a lie."""
        self.left -= octets
        packed = max(1, self.infos[path].compress_size)
        if size > self.limits.free and size > packed * self.limits.ratio:
            raise refusal(
                _("“${path}” swells to more than ${ratio} times its size; the package is refused."),
                path=path,
                ratio=self.limits.ratio,
            )
        if self.left < 0 or size > self.limits.one:
            raise refusal(_("The package is too large when unpacked."))

    @contextmanager
    def _opened(self, path: str) -> Iterator[IO[bytes]]:
        try:
            with self.archive.open(self.infos[path]) as source:
                yield source
        except _BROKEN as problem:
            raise refusal(_("“${path}” in the package is damaged."), path=path) from problem

    @contextmanager
    def _xml(self, path: str) -> Iterator[IO[bytes]]:
        """An XML file, unpacked up to its limit."""
        if path not in self.infos:
            raise refusal(_("The package lacks the file “${path}”."), path=path)
        with self._opened(path) as source:
            octets = source.read(self.limits.xml + 1)
        if len(octets) > self.limits.xml:
            raise refusal(_("The XML “${path}” of the package is too large."), path=path)
        yield BytesIO(octets)

    def _agree(self, file: FileRecord, entries: tuple[EntryRecord, ...]) -> None:
        """The record, EAD.xml and the counts say the same."""
        with self._xml(package.EAD) as source:
            said = package_xml.read_simple(source, ("fileCode", "title", "totalDoc"))
        ours = dict(package.simple_file(file))
        for name in ("fileCode", "title", "totalDoc"):
            if record_xml.clean(ours[name]) != said.get(name, ""):
                raise refusal(_("The package says two things of “${name}”."), name=name)
        if file.document_total != len(entries):
            raise refusal(
                _("The package says ${said} documents and has ${found}."),
                said=file.document_total,
                found=len(entries),
            )
        numbers = [entry.number for entry in entries]
        if len(set(numbers)) != len(numbers):
            raise refusal(_("Two documents of the package have the same number."))

    def _paths(
        self, file: FileRecord, entries: tuple[EntryRecord, ...]
    ) -> dict[tuple[int, int], str]:
        """Where the files of the documents lie; each is the one that its record tells of."""
        paths = {}
        for entry in entries:
            for place, data in enumerate(entry.files):
                path = package.data_path(file, entry, place)
                listed = self.members.get(path)
                if listed is None:
                    raise refusal(_("The package lacks the file “${path}”."), path=path)
                if (listed.size, listed.sha256) != (data.size, data.sha256):
                    raise refusal(
                        _("The lists of the package do not agree on “${path}”."), path=path
                    )
                paths[entry.number, place] = path
        data_members = {path for path in self.members if path.startswith(f"{package.DATA}/")}
        for path in sorted(data_members - set(paths.values())):
            raise refusal(_("The package has the file “${path}”, not named."), path=path)
        return paths


@contextmanager
def opened(source: IO[bytes], limits: Limits = Limits()) -> Iterator[Package]:
    """Open a package.

    :raises InvalidInput: it is no ZIP, or its list of files is not as it must be.
    """
    try:
        archive = ZipFile(source)
    except _BROKEN as problem:
        raise refusal(_("The package is not a ZIP file, or is damaged.")) from problem
    with archive:
        yield Package(archive, limits)


def _infos(archive: ZipFile, limits: Limits) -> tuple[str, dict[str, ZipInfo]]:
    """The name of the folder, and the files below it by their paths."""
    listed = archive.infolist()
    if len(listed) > limits.members:
        raise refusal(_("The package has more than ${limit} files."), limit=limits.members)
    root = listed[0].filename.split("/")[0] if listed else ""
    if not _ROOT.fullmatch(root):
        raise refusal(_("The package has no folder “uuid-…” with everything in it."))
    found: dict[str, ZipInfo] = {}
    for info in listed:
        name = info.filename
        if info.is_dir():
            package.safe_path(name.rstrip("/"))
            continue
        folder, _slash, path = package.safe_path(name).partition("/")
        _check_info(info)
        if folder != root:
            raise refusal(_("The package has the path “${path}”, which leads outside."), path=name)
        if path in found:
            raise refusal(_("The package names “${path}” twice."), path=path)
        found[path] = info
    if len({path.casefold() for path in found}) != len(found):
        raise refusal(_("Two files of the package differ only by large and small letters."))
    return root, found


def _check_info(info: ZipInfo) -> None:
    """No links, no passwords, no ways of packing but the usual two."""
    if info.flag_bits & 0x1:
        raise refusal(_("The package is locked with a password."))
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise refusal(_("The package is packed in a way that is not read here."))
    kind = (info.external_attr >> 16) & 0o170000
    if kind not in (0, 0o100000):
        raise refusal(_("The package holds a link to “${path}”."), path=info.filename)
