"""The rows of the papers of a submission, with the columns of Decree 30/2020/NĐ-CP, Annex V."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.retention import PERMANENT


#: Mục lục văn bản trong hồ sơ.
INVENTORY = (
    "STT",
    "Số, ký hiệu văn bản",
    "Ngày tháng năm văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Tác giả văn bản",
    "Tờ số/ Trang số",
    "Ghi chú",
)

#: Mục lục hồ sơ, tài liệu nộp lưu.
TRANSFER = (
    "TT",
    "Số, ký hiệu hồ sơ",
    "Tiêu đề hồ sơ",
    "Thời gian tài liệu",
    "Thời hạn bảo quản",
    "Số tờ/ Số trang",
    "Ghi chú",
)


@dataclass(frozen=True)
class Count:
    """How much a batch holds, as the minutes say it."""

    files: int
    permanent: int
    limited: int
    documents: int
    pages: int
    data_files: int
    octets: int
    first_year: int
    last_year: int


def inventory(entries: Sequence[EntryRecord]) -> list[list[str]]:
    """The documents of a file in its order; pages are counted through the file."""
    rows, page = [], 1
    for place, entry in enumerate(entries, 1):
        rows.append(
            [
                str(place),
                entry.symbol,
                _day(entry.issued_date),
                entry.type_and_subject,
                entry.organ_name,
                _pages(page, entry.pages),
                entry.filed_note,
            ]
        )
        page += entry.pages
    return rows


def transfer(files: Iterable[FileRecord]) -> list[list[str]]:
    """The files of a batch in its order."""
    return [
        [
            str(place),
            file.notation,
            file.title,
            " – ".join(filter(None, dict.fromkeys((_day(file.start), _day(file.end))))),
            file.maintenance,
            str(file.page_total),
            file.note,
        ]
        for place, file in enumerate(files, 1)
    ]


def count(files: Sequence[FileRecord], data_files: int, octets: int) -> Count:
    """Add a batch up.

    :param data_files: number of the data files in the files, ``octets`` their size together.
    """
    years = [day.year for file in files for day in (file.start, file.end) if day is not None]
    years = years or [file.year for file in files]
    permanent = sum(1 for file in files if file.years == PERMANENT)
    return Count(
        files=len(files),
        permanent=permanent,
        limited=len(files) - permanent,
        documents=sum(file.document_total for file in files),
        pages=sum(file.page_total for file in files),
        data_files=data_files,
        octets=octets,
        first_year=min(years, default=0),
        last_year=max(years, default=0),
    )


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def _pages(first: int, pages: int) -> str:
    if not pages:
        return ""
    return str(first) if pages == 1 else f"{first} - {first + pages - 1}"
