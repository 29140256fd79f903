"""A case file as the archive keeps it: plain values, once and for all.

The names and what they mean are those of Decree 30/2020/NĐ-CP, Annex VI, Part II; its lengths
are limits of the export (see :mod:`annex_export`), nothing is cut here.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Literal
from vanphong.casefiles.rules.notation import file_code
from vanphong.casefiles.rules.retention import period_text


Direction = Literal["in", "out", ""]


@dataclass(frozen=True)
class FileRecord:
    """The file (Annex VI, Part II.III). ``years`` it is kept, 0 for ever.

    ``rights`` is the access mode, ``place`` where its paper lies. ``document_total`` and
    ``page_total`` are counted when the file is closed. ``heading`` is that of the file list,
    ``construction`` whether it is about a construction work.
    """

    uid: str
    organ_id: str
    organ_name: str
    year: int
    notation: str
    title: str
    years: int = 0
    rights: str = ""
    creator: str = ""
    language: str = "Tiếng Việt"
    start: date | None = None
    end: date | None = None
    document_total: int = 0
    page_total: int = 0
    note: str = ""
    place: str = ""
    keywords: str = ""
    closed_by: str = ""
    heading: str = ""
    construction: bool = False
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def code(self) -> str:
        """Mã hồ sơ: body, year and notation in one."""
        return file_code(self.organ_id, self.year, self.notation)

    @property
    def maintenance(self) -> str:
        """The retention in the words of the annex."""
        return period_text(self.years)


@dataclass(frozen=True)
class DataFile:
    """One file of a document: its content is known by ``sha256`` and ``size`` in bytes."""

    uid: str
    name: str
    sha256: str
    size: int
    media_type: str
    role: str = "main"


@dataclass(frozen=True)
class Recipient:
    """To whom an outgoing document went."""

    name: str
    organ_id: str = ""


@dataclass(frozen=True)
class EntryRecord:
    """A document in the file (Annex VI, Part II.I and II), with its number and kind there.

    ``direction`` tells which of the two tables holds: "in", "out", or "" for what is neither.
    ``trace`` are the lines of distribution, direction and handling (TraceHeaderList).
    """

    number: int
    uid: str
    kind: str = ""
    filed_pages: int = 0
    filed_note: str = ""
    filed_by: str = ""
    filed_at: datetime | None = None
    direction: Direction = ""
    document_type: str = ""
    type_name: str = ""
    code_number: str = ""
    code_notation: str = ""
    symbol: str = ""
    issued_date: date | None = None
    organ_id: str = ""
    organ_name: str = ""
    subject: str = ""
    language: str = ""
    page_amount: int = 0
    note: str = ""
    signer_position: str = ""
    signer_name: str = ""
    urgency: str = "normal"
    to_places: str = ""
    recipients: tuple[Recipient, ...] = ()
    issued_amount: int = 0
    arrival_date: date | None = None
    arrival_number: str = ""
    trace: tuple[str, ...] = ()
    due_date: date | None = None
    files: tuple[DataFile, ...] = ()

    @property
    def pages(self) -> int:
        """Pages as they count in the file."""
        return self.filed_pages or self.page_amount

    @property
    def type_and_subject(self) -> str:
        """As lists print it: “Thông báo lịch tiêm chủng”, the type once."""
        if self.subject.casefold().startswith(self.type_name.casefold()):
            return self.subject
        return " ".join(filter(None, (self.type_name, self.subject)))


def in_time_order(entries: "tuple[EntryRecord, ...]") -> "tuple[EntryRecord, ...]":
    """The documents by their dates, as an export shows them (Annex VI, Part I.III.4.g)."""
    return tuple(sorted(entries, key=_moment))


def _moment(entry: EntryRecord) -> tuple[date, int]:
    return entry.issued_date or entry.arrival_date or date.max, entry.number
