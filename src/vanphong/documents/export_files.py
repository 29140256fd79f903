"""Files with a table in them: .xlsx, .docx, .pdf."""

from collections.abc import Callable
from dataclasses import dataclass
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Pt
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from vanphong.attachments import child
from vanphong.attachments import office
from vanphong.errors import mark as _
from vanphong.ledger import jobs
import re
import xlsxwriter


#: Signs that XML does not have.
_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Make = Callable[[str, list[str], list[list[str]]], bytes]


@dataclass(frozen=True)
class Kind:
    """A kind of file; ``make`` gets caption, titles and rows of texts."""

    extension: str
    mime: str
    make: Make


def text_book(target: BytesIO, title: str) -> tuple:
    """A spreadsheet of texts, whatever they begin with: book, sheet, bold and wrapped."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(target, options)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    return book, book.add_worksheet(title), bold, wrapped


def xlsx(caption: str, titles: list[str], rows: list[list[str]]) -> bytes:
    """A spreadsheet. Each cell is a text, whatever it begins with."""
    target = BytesIO()
    book, sheet, bold, wrapped = text_book(target, "Kết quả")
    sheet.write_string(0, 0, _clean(caption), bold)
    for column, title in enumerate(titles):
        sheet.write_string(2, column, _clean(title), bold)
        sheet.set_column(column, column, 60 if column == 1 else 20, wrapped)
    for number, row in enumerate(rows, 3):
        for column, text in enumerate(row):
            sheet.write_string(number, column, _clean(text))
    sheet.freeze_panes(3, 0)
    book.close()
    return target.getvalue()


def docx(caption: str, titles: list[str], rows: list[list[str]]) -> bytes:
    """A document with one table, on A4 across."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(11)
    document.add_paragraph().add_run(_clean(caption)).bold = True
    table = document.add_table(rows=0, cols=len(titles))
    table.style = "Table Grid"
    for row in (titles, *rows):
        _add_row(table, row)
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def pdf(caption: str, titles: list[str], rows: list[list[str]]) -> bytes:
    """The same, as LibreOffice prints it.

    :raises jobs.Failed: where it is not installed, or cannot do it.
    """
    with TemporaryDirectory(prefix="vanphong-export-") as folder:
        source, target = Path(folder, "bang.docx"), Path(folder, "bang.pdf")
        source.write_bytes(docx(caption, titles, rows))
        try:
            office.to_pdf(str(source), "docx", target)
        except child.Broken as problem:
            raise jobs.Failed(_("The PDF could not be made; take another format.")) from problem
        return target.read_bytes()


KINDS = {
    "xlsx": Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    "docx": Kind(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx
    ),
    "pdf": Kind("pdf", "application/pdf", pdf),
}


def _add_row(table, texts: list[str]) -> None:
    # python-docx looks the whole table through for each cell, so the XML is written at once
    row = table._tbl.add_tr()
    for column, text in zip(table._tbl.tblGrid.gridCol_lst, texts, strict=True):
        cell = row.add_tc()
        cell.width = column.w
        cell.p_lst[0].add_r().text = _clean(text)


def _clean(text: str) -> str:
    return _UNTEXT.sub(" ", text)[:32_000]
