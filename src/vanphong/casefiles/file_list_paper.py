"""The printed form of a file list, as DOCX (Decree 30/2020, Annex V.I).

Names and columns are printed as the annex has them, not translated.
"""

from vanphong.casefiles import archive_papers as papers
from vanphong.casefiles import planned
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import Kind
from vanphong.outgoing.forms.templates import layout


COLUMNS = (
    "Số và ký hiệu hồ sơ",
    "Tên đề mục và tiêu đề hồ sơ",
    "Thời hạn bảo quản",
    "Người lập hồ sơ",
    "Ghi chú",
)

WIDTHS = (24, 70, 24, 34, 18)

MIME = papers.MIME


def rows(file_list) -> list[tuple[str, ...]]:
    """The lines of the list by columns."""
    found = []
    for one in planned.signs(file_list):
        line = one.line
        if line.kind is Kind.FILE:
            kept = retention.period_text(line.years)
            found.append((one.sign, line.title, kept, line.maker_title, line.note))
        else:
            sign = f"{one.sign}." if line.kind is Kind.LARGE else one.sign
            title = line.title.upper() if line.kind is Kind.LARGE else line.title
            found.append((sign, title, "", "", line.note))
    return found


def docx(file_list, body) -> bytes:
    """The form, with the sentence of totals and the place of the signature."""
    document = papers.sheet("", body.title)
    layout.text(document, "DANH MỤC HỒ SƠ", bold=True, before=14)
    layout.text(document, f"Năm {file_list.year}", bold=True, size=13)
    under = "(Ban hành kèm theo Quyết định số ……… ngày …… tháng …… năm ……)"
    layout.text(document, under, italic=True, size=13, after=8)
    papers.table(document, COLUMNS, WIDTHS, rows(file_list), (1,))
    total = lists.totals(file_list.lines).text
    layout.text(document, total, align=layout.JUSTIFY, size=13, before=8)
    papers.signed(document, ("", "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", ""))
    return papers.octets(document)
