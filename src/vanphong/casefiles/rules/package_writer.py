"""Writing a package: streamed into a ZIP, so that its size costs no memory."""

from collections.abc import Callable
from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from hashlib import sha256
from typing import IO
from vanphong.casefiles.rules import package
from vanphong.casefiles.rules import package_xml
from vanphong.casefiles.rules import record_xml
from vanphong.casefiles.rules.package import Made
from vanphong.casefiles.rules.package import Member
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo


CHUNK = 1 << 18

#: Gives the content of a file of a document, to be read once from its beginning.
Open = Callable[[EntryRecord, DataFile], AbstractContextManager[IO[bytes]]]


class _Counting:
    """A stream that is written to, with the size and the SHA-256 of what went through."""

    def __init__(self, target: IO[bytes]) -> None:
        self.target = target
        self.size = 0
        self.hash = sha256()

    def write(self, octets: bytes) -> int:
        self.size += len(octets)
        self.hash.update(octets)
        return self.target.write(octets)

    def flush(self) -> None:
        self.target.flush()


class _Package:
    """A ZIP that keeps its own list of what it has."""

    def __init__(self, archive: ZipFile, made: Made) -> None:
        self.archive = archive
        self.made = made
        self.members: list[Member] = []

    def add_xml(self, path: str, write: Callable[[IO[bytes]], object]) -> Member:
        """Add a file that ``write`` writes."""
        with self._open(path, ZIP_DEFLATED) as target:
            counting = _Counting(target)
            write(counting)  # type: ignore[arg-type]
        return self._note(path, counting, package.XML)

    def add_data(self, path: str, source: IO[bytes], data: DataFile) -> Member:
        """Add a file of a document.

        :raises Conflict: its content is not the one that was accepted.
        """
        with self._open(path, ZIP_STORED) as target:
            counting = _Counting(target)
            while block := source.read(CHUNK):
                counting.write(block)
        member = self._note(path, counting, data.media_type)
        if (member.size, member.sha256) != (data.size, data.sha256):
            raise Conflict(
                _("The content of “${name}” is not the one that was filed; nothing was exported."),
                name=data.name,
            )
        return member

    def _open(self, path: str, method: int) -> IO[bytes]:
        info = ZipInfo(f"{self.made.root}/{path}", _zip_time(self.made.at))
        info.compress_type = method
        info.external_attr = 0o644 << 16
        return self.archive.open(info, "w", force_zip64=True)

    def _note(self, path: str, counted: _Counting, kind: str) -> Member:
        member = Member(path, counted.size, counted.hash.hexdigest(), kind)
        self.members.append(member)
        return member


def write(
    target: IO[bytes],
    made: Made,
    file: FileRecord,
    entries: Callable[[], Iterable[EntryRecord]],
    content: Open,
    codes: dict[str, str] | None = None,
    progress: Callable[[int], None] = lambda number: None,
) -> int:
    """Write a package; the number of files in it.

    :param target: seekable.
    :param entries: gives the documents anew each time, in their order in the file.
    :param codes: see ``package.simple_document``.
    :param progress: told after each document how many are done.
    :raises Conflict: a file is not what it was when it was accepted.
    """
    with ZipFile(target, "w", allowZip64=True) as archive:
        ours = _Package(archive, made)
        for number, entry in enumerate(entries(), 1):
            for place, data in enumerate(entry.files):
                with content(entry, data) as source:
                    ours.add_data(package.data_path(file, entry, place), source, data)
            pairs = package.simple_document(file, entry, codes or {})
            ours.add_xml(
                package.ead_doc_path(file, entry),
                lambda stream, pairs=pairs: package_xml.write_simple(stream, "document", pairs),  # type: ignore[misc]
            )
            progress(number)
        inner = list(ours.members)
        start = f"{package.REP}/"
        ours.add_xml(
            package.REP_METS,
            lambda stream: package_xml.write_mets(stream, made, file.title, inner, start),
        )
        ours.add_xml(
            package.EAD,
            lambda stream: package_xml.write_simple(stream, "file", package.simple_file(file)),
        )
        ours.add_xml(package.PREMIS, lambda stream: package_xml.write_premis(stream, made, inner))
        ours.add_xml(package.RECORD, lambda stream: record_xml.write(stream, file, entries()))
        outer = list(ours.members)
        ours.add_xml(
            package.METS, lambda stream: package_xml.write_mets(stream, made, file.title, outer)
        )
        return len(ours.members)


def _zip_time(at: datetime) -> tuple[int, int, int, int, int, int]:
    return at.year, at.month, at.day, at.hour, at.minute, at.second
