"""The papers of a file and of a submission, as DOCX, by the forms of Decree 30/2020, Annex V.

Mục lục văn bản trong hồ sơ; Mục lục hồ sơ, tài liệu nộp lưu; Biên bản giao nhận hồ sơ, tài
liệu. The names and the law on them are printed as the annex has them, not translated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from typing import Any
from vanphong.casefiles.rules import archive_lists
from vanphong.casefiles.rules.archive_lists import Count
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.record_xml import clean
from vanphong.outgoing.forms.templates import layout


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Widths of the columns in millimetres.
INVENTORY_WIDTHS = (13, 27, 25, 47, 24, 17, 17)
TRANSFER_WIDTHS = (10, 24, 50, 27, 22, 18, 19)
WIDTH = 170


@dataclass(frozen=True)
class Party:
    """Giver or receiver: the unit, and who stands for it."""

    unit: str
    name: str
    position: str


@dataclass(frozen=True)
class Handover:
    """What the papers of a submission are made of."""

    superior: str
    body: str
    place: str
    day: date
    giver: Party
    receiver: Party
    block: str
    state: str
    files: tuple[FileRecord, ...]
    count: Count
    paper: str = ""


def inventory(file: FileRecord, entries: Sequence[EntryRecord], superior: str = "") -> bytes:
    """Mục lục văn bản trong hồ sơ."""
    document = sheet(superior, file.organ_name)
    layout.text(document, "MỤC LỤC VĂN BẢN TRONG HỒ SƠ", bold=True, before=14)
    layout.text(document, clean(file.title), bold=True, before=4)
    layout.text(
        document,
        f"Mã hồ sơ: {file.code} - Thời hạn bảo quản: {file.maintenance}",
        italic=True,
        size=13,
        after=8,
    )
    table(
        document, archive_lists.INVENTORY, INVENTORY_WIDTHS, archive_lists.inventory(entries), (3,)
    )
    total = f"Hồ sơ này có {file.document_total} văn bản, {file.page_total} trang."
    layout.text(document, total, align=layout.JUSTIFY, size=13, before=8)
    signed(document, ("", "NGƯỜI LẬP HỒ SƠ", file.creator))
    return octets(document)


def front(
    file: FileRecord,
    entries: Sequence[EntryRecord],
    left_out: Sequence[str] = (),
    superior: str = "",
) -> bytes:
    """Cover, Mục lục văn bản, and what is not among the pages that follow; for one PDF."""
    document = sheet(superior, file.organ_name)
    layout.text(document, "HỒ SƠ", bold=True, size=28, before=120)
    layout.text(document, clean(file.title), bold=True, size=18, before=18)
    days = " đến ngày ".join(f"{day:%d/%m/%Y}" for day in (file.start, file.end) if day)
    for line in (
        f"Mã hồ sơ: {file.code}",
        f"Từ ngày {days}" if days else "",
        f"Gồm {file.document_total} văn bản, {file.page_total} trang",
        f"Thời hạn bảo quản: {file.maintenance}",
        f"Người lập hồ sơ: {file.creator}",
    ):
        layout.text(document, clean(line), size=14, before=10)
    document.add_page_break()
    layout.text(document, "MỤC LỤC VĂN BẢN TRONG HỒ SƠ", bold=True, after=8)
    rows = archive_lists.inventory(entries)
    table(document, archive_lists.INVENTORY, INVENTORY_WIDTHS, rows, (3,))
    if left_out:
        text = "Tệp không có trong bản PDF này, xem trong hồ sơ điện tử:"
        layout.text(document, text, align=layout.LEFT, size=13, bold=True, before=14)
        for name in left_out:
            layout.text(document, f"- {clean(name)}", align=layout.LEFT, size=12, left=6)
    return octets(document)


def transfer(handover: Handover) -> bytes:
    """Mục lục hồ sơ, tài liệu nộp lưu."""
    document = sheet(handover.superior, handover.body)
    layout.text(document, "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", bold=True, before=14)
    layout.text(document, f"Năm {handover.day.year}", bold=True, size=13, after=8)
    rows = archive_lists.transfer(handover.files)
    table(document, archive_lists.TRANSFER, TRANSFER_WIDTHS, rows, (2,))
    count = handover.count
    layout.text(
        document,
        f"Mục lục này gồm: {count.files} hồ sơ (đơn vị bảo quản). Trong đó có: "
        f"{count.permanent} hồ sơ bảo quản vĩnh viễn; {count.limited} hồ sơ bảo quản có thời hạn.",
        align=layout.JUSTIFY,
        size=13,
        before=8,
    )
    signed(
        document,
        ("", "", ""),
        (_where(handover), "NGƯỜI LẬP", handover.giver.name),
    )
    return octets(document)


def minutes(handover: Handover) -> bytes:
    """Biên bản giao nhận hồ sơ, tài liệu."""
    document = sheet(handover.superior, handover.body, _where(handover))
    layout.text(document, "BIÊN BẢN", bold=True, before=14)
    layout.text(document, "Giao nhận hồ sơ, tài liệu", bold=True, after=8)
    for line in _minutes_lines(handover):
        bold = line.isupper() or line.startswith(("BÊN ",))
        layout.text(
            document,
            clean(line),
            align=layout.JUSTIFY,
            first=0 if bold else 10,
            bold=bold,
            after=3,
        )
    signed(
        document,
        ("", "ĐẠI DIỆN BÊN GIAO", handover.giver.name),
        ("", "ĐẠI DIỆN BÊN NHẬN", handover.receiver.name),
    )
    return octets(document)


def _minutes_lines(handover: Handover) -> list[str]:
    count = handover.count
    years = str(count.first_year)
    if count.last_year != count.first_year:
        years = f"{count.first_year} đến năm {count.last_year}"
    return [
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác "
        "văn thư;",
        "Chúng tôi gồm:",
        f"BÊN GIAO: {handover.giver.unit}",
        f"Đại diện: Ông (bà) {handover.giver.name}",
        f"Chức vụ công tác: {handover.giver.position}",
        f"BÊN NHẬN: {handover.receiver.unit}",
        f"Đại diện: Ông (bà) {handover.receiver.name}",
        f"Chức vụ công tác: {handover.receiver.position}",
        "Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:",
        f"1. Tên khối tài liệu giao nộp: {handover.block}.",
        f"2. Thời gian của hồ sơ, tài liệu: năm {years}.",
        "3. Số lượng tài liệu:",
        f"a) Đối với hồ sơ, tài liệu giấy: {handover.paper or 'không có'}.",
        "b) Đối với hồ sơ, tài liệu điện tử:",
        f"- Tổng số hồ sơ: {count.files} hồ sơ, {count.documents} văn bản, {count.pages} trang.",
        f"- Tổng số tệp tin trong hồ sơ: {count.data_files} tệp tin.",
        f"4. Tình trạng tài liệu giao nộp: {handover.state}.",
        "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.",
        "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./.",
    ]


def sheet(superior: str, body: str, where: str = "") -> Any:
    """An A4 page with the names of the body and of the nation."""
    document = layout.sheet()
    section = document.sections[0]
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    row = layout.table(document, 70, 100).rows[0]
    left, right = row.cells
    if superior:
        layout.text(left, clean(superior.upper()), size=12)
    layout.text(left, clean(body.upper()), size=12, bold=True)
    layout.rule(left, 25, 70)
    layout.text(right, NATION, size=12, bold=True)
    layout.text(right, MOTTO, size=13, bold=True)
    layout.rule(right, 60, 100)
    if where:
        layout.text(right, where, italic=True, before=6)
    layout.closed(left)
    layout.closed(right)
    return document


def _where(handover: Handover) -> str:
    day = handover.day
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{handover.place}, ngày {day.day:02d} tháng {month} năm {day.year}"


def signed(document: Any, *parties: tuple[str, str, str]) -> None:
    """Signatures side by side: above them place and day, below the name."""
    width = WIDTH / 2
    columns = parties if len(parties) == 2 else (("", "", ""), *parties)
    layout.text(document, "", size=6)
    row = layout.table(document, width, width).rows[0]
    for cell, (where, title, name) in zip(row.cells, columns, strict=True):
        if where:
            layout.text(cell, clean(where), italic=True, size=13)
        if title:
            layout.text(cell, title, bold=True, size=13)
            layout.text(cell, "(Ký và ghi rõ họ và tên)", italic=True, size=12, after=52)
            layout.text(cell, clean(name), bold=True, size=13)
        layout.closed(cell)


def table(
    document: Any,
    titles: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
    wide: Sequence[int],
) -> None:
    """A table with lines; the head is repeated, texts of ``wide`` columns stand at the left."""
    table = document.add_table(rows=0, cols=len(titles))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    numbers = [f"({place})" for place in range(1, len(titles) + 1)]
    for place, row in enumerate((titles, numbers, *rows)):
        made = table._tbl.add_tr()
        properties = made.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:cantSplit"), {}))
        if place < 2:
            properties.append(properties.makeelement(qn("w:tblHeader"), {}))
        for at, (width, text) in enumerate(zip(widths, row, strict=True)):
            _cell(made, width, text, bold=place == 0, left=place > 1 and at in wide)


def _cell(row: Any, width: int, text: str, *, bold: bool, left: bool) -> None:
    # python-docx looks the whole table through for each cell, so the XML is written at once
    cell = row.add_tc()
    cell.width = Mm(width)
    paragraph = cell.p_lst[0]
    run = paragraph.add_r()
    run.text = clean(text)
    properties = run.get_or_add_rPr()
    properties.sz_val = Pt(12)
    if bold:
        properties.insert(0, properties.makeelement(qn("w:b"), {}))
    aligned = paragraph.get_or_add_pPr()
    aligned.jc_val = layout.LEFT if left else layout.CENTRE


def octets(document: Any) -> bytes:
    """The document as a file."""
    target = BytesIO()
    document.save(target)
    return target.getvalue()
