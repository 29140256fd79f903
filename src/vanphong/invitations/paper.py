"""The attendance list as DOCX, laid out after Decree 30/2020/NĐ-CP, Annex I."""

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations.actions.concluding import listed
from vanphong.organisation import directory
from vanphong.outgoing.converting import DOCX
from vanphong.schedules.paper import FONT
from vanphong.schedules.paper import MOTTO
from vanphong.schedules.paper import NATION


__all__ = ["DOCX", "docx"]

TITLE = "Danh sách đại biểu dự họp"

HEADS = (("TT", 10), ("Họ và tên, chức vụ", 62), ("Đơn vị", 48), ("Có mặt", 18), ("Ký tên", 32))

#: Lines left empty for those who come without being invited.
SPARE = 3


def docx(document, meeting) -> bytes:
    """Those present with their time; those expected who have not come, to sign by hand."""
    paper = Document()
    _page(paper)
    _head(paper, document, meeting)
    grid = paper.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    for cell, (title, _width) in zip(grid.rows[0].cells, HEADS, strict=True):
        _write(cell.paragraphs[0], title, bold=True, centred=True)
    for number, values in enumerate(lines(meeting), 1):
        for cell, value in zip(grid.add_row().cells, (str(number), *values), strict=True):
            _write(cell.paragraphs[0], value)
    _widths(grid, [width for _title, width in HEADS])
    for row in grid.rows:
        row.height = Mm(8)
    foot = paper.add_paragraph()
    foot.paragraph_format.space_before = Pt(8)
    _write(foot, count(meeting))
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _page(paper) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.paragraph_format.space_after = Pt(0)


def _head(paper, document, meeting) -> None:
    grid = paper.add_table(rows=1, cols=2)
    _widths(grid, (66, 104))
    left, right = grid.rows[0].cells
    _write(left.paragraphs[0], body_title(document).upper(), bold=True, centred=True)
    _write(right.paragraphs[0], NATION, bold=True, centred=True)
    _write(right.add_paragraph(), MOTTO, bold=True, centred=True)
    title = paper.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    _write(title, TITLE.upper(), bold=True, centred=True, size=14)
    for text in about(document, meeting):
        _write(paper.add_paragraph(), text, centred=True)
    paper.add_paragraph()


def body_title(document) -> str:
    """The body that invites."""
    body = directory.unit(document.body_uid)
    return "" if body is None else body.title


def about(document, meeting) -> tuple[str, ...]:
    """What meeting it is: title, time and place, the invitation."""
    event = meeting.event
    named = (f"(Giấy mời số {document.symbol})",) if document.symbol else ()
    return (event.title, f"{telling.time_words(event)}, tại {event.place}", *named)


def count(meeting) -> str:
    """Invited, expected, present."""
    found = meetings.head_count(meeting)
    return f"Được mời: {found.invited}; báo dự: {found.expected}; có mặt: {found.present}."


def lines(meeting):
    """Name, unit, time, signature."""
    came = set()
    for one in listed(meeting):
        came.add(one.invitee)
        yield one.title, one.unit, f"{one.at:%H:%M}", ""
    for seat in meeting.in_order:
        answer = meetings.standing(seat, meeting.event)
        absent = answer is not None and answer.kind is rules.Kind.ABSENT
        if seat.invitee.key not in came and not absent:
            who = answer.who_title if answer is not None else ""
            yield who, seat.invitee.title, "", ""
    for _spare in range(SPARE):
        yield "", "", "", ""


def _widths(grid, widths) -> None:
    """Fixed widths in millimetres, said of columns and cells: programs read one or the other."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _write(paragraph, text, *, bold=False, centred=False, size=12) -> None:
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
