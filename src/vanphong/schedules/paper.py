"""The published week on A4 landscape, as DOCX, laid out after Decree 30/2020, Annex I."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from vanphong.schedules import rules
from vanphong.schedules import table
from vanphong.schedules import words
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday
from zope.i18n import translate


HEADS = (
    ("Ngày", 24),
    ("Giờ", 16),
    ("Nội dung", 84),
    ("Chủ trì", 36),
    ("Thành phần", 54),
    ("Địa điểm", 28),
    ("Chuẩn bị", 25),
)

FONT = "Times New Roman"

#: The national motto, as Annex I, Part I.II.1 wants it.
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def docx(stored, body, viewer: rules.Viewer, request) -> bytes:
    """The newest edition of a week, as somebody sees it."""
    paper = Document()
    _page(paper)
    _head(paper, stored, body, request)
    marked = table.marked_items(stored, viewer)
    _table(paper, table.days(stored.week, marked, None, request), request)
    foot = paper.add_paragraph()
    foot.paragraph_format.space_before = Pt(6)
    _run(foot, f"Duyệt: {stored.edition.by}", size=11, italic=True)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _page(paper) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(13)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(0)


def _head(paper, stored, body, request) -> None:
    grid = paper.add_table(rows=1, cols=2)
    left, right = grid.rows[0].cells
    name = (body.title if body is not None else "").upper()
    _run(_centred(left.paragraphs[0]), name, bold=True)
    _run(_centred(right.paragraphs[0]), NATION, bold=True)
    _run(_centred(right.add_paragraph()), MOTTO, bold=True)
    week, edition = stored.week, stored.edition
    title = _centred(paper.add_paragraph())
    title.paragraph_format.space_before = Pt(8)
    _run(title, f"LỊCH CÔNG TÁC TUẦN {week.number:02} NĂM {week.year}", bold=True, size=14)
    dates = f"(Từ ngày {full_date(week.first)} đến ngày {full_date(week.last)})"
    _run(_centred(paper.add_paragraph()), dates, italic=True)
    if edition.number:
        said = translate(words.edition_words(edition), context=request)
        text = f"{said}, {edition.at:%H:%M} ngày {full_date(edition.at.date())}"
        _run(_centred(paper.add_paragraph()), text, italic=True)
    if edition.replaces_invitation:
        text = translate(words.BANNER, context=request)
        _run(_centred(paper.add_paragraph()), text, bold=True)
    paper.add_paragraph()


def _table(paper, days: list[dict], request) -> None:
    grid = paper.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    grid.autofit = False
    for cell, (title, _width) in zip(grid.rows[0].cells, HEADS, strict=True):
        _run(_centred(cell.paragraphs[0]), title, bold=True, size=11)
    _repeat_head(grid.rows[0])
    for day in days:
        first = None
        for line in day["lines"]:
            cells = grid.add_row().cells
            _line(cells, line)
            if first is None:
                first = cells[0]
                name = translate(weekday(day["day"]), context=request)
                _run(first.paragraphs[0], f"{name[:1].upper()}{name[1:]}", bold=True, size=11)
                _run(first.add_paragraph(), f"{day['day']:%d/%m}", size=11)
                _run(first.add_paragraph(), f"({day['lunar']} ÂL)", size=10, italic=True)
            else:
                first = first.merge(cells[0])
    for row in grid.rows:
        for cell, (_title, width) in zip(row.cells, HEADS, strict=True):
            cell.width = Mm(width)


def _line(cells, line: dict) -> None:
    strike = line["cancelled"]
    _run(cells[1].paragraphs[0], str(line["time"]), size=11, strike=strike)
    content = cells[2].paragraphs[0]
    for tag in line["tags"]:
        _run(content, f"[{tag}] ", bold=True, size=11)
    _run(content, line["content"], size=11, strike=strike)
    for note in line["notes"]:
        _run(content, f" {note}", italic=True, size=11)
    for cell, name in zip(cells[3:], ("chairs", "participants", "place", "preparer"), strict=True):
        _run(cell.paragraphs[0], line[name], size=11, strike=strike)


def _centred(paragraph):
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _run(paragraph, text, *, size=12, bold=False, italic=False, strike=False) -> None:
    run = paragraph.add_run(str(text))
    run.bold, run.italic, run.font.strike = bold, italic, strike
    run.font.size = Pt(size)


def _repeat_head(row) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
