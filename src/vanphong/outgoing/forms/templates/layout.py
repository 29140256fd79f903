"""Layout of a page by Annex I, Part I of Decree 30/2020/NĐ-CP, with python-docx.

Lengths are millimetres, sizes of letters points. Rules (the lines under the motto and under
the name of the body) are empty paragraphs with a border, indented to the right length: they
look the same in Word and in LibreOffice, and move with the text.
"""

from collections.abc import Callable
from collections.abc import Iterable
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor
from typing import Any


FONT = "Times New Roman"
RED = "FF0000"

#: Page and margins; the text between them is 160 wide.
PAGE = (210, 297)
MARGINS = {"top": 20, "bottom": 20, "left": 30, "right": 20}
WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]

INDENT = 12.7
CENTRE, LEFT, RIGHT, JUSTIFY = ALIGN.CENTER, ALIGN.LEFT, ALIGN.RIGHT, ALIGN.JUSTIFY


def sheet() -> Any:
    """An empty A4 document: Times New Roman 14, page number in the head but on page 1."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAGE)
    for side, width in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(width))
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    style.element.rPr.append(_element("w:lang", val="vi-VN"))
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    _page_number(section.header.paragraphs[0])
    document.core_properties.author = ""
    document.core_properties.comments = ""
    return document


def text(
    place: Any,
    *parts: Any,
    align: Any = CENTRE,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    **format_: Any,
) -> Any:
    """A paragraph; a part is a text, or a pair of a text and dict(bold=…, italic=…, size=…).

    ``format_``: before, after (points), left, right, first (millimetres), keep (with the
    next paragraph), lines (multiple of a line).
    """
    paragraph = place.add_paragraph()
    paragraph.alignment = align
    _format(paragraph.paragraph_format, **format_)
    for part in parts:
        words, look = part if isinstance(part, tuple) else (part, {})
        run = paragraph.add_run(words)
        run.font.size = Pt(look.get("size", size))
        run.bold = look.get("bold", bold) or None
        run.italic = look.get("italic", italic) or None
    return paragraph


def _format(
    form: Any,
    *,
    before: float = 0,
    after: float = 0,
    left: float = 0,
    right: float = 0,
    first: float = 0,
    lines: float = 0,
    keep: bool = False,
) -> None:
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.left_indent, form.right_indent = Mm(left), Mm(right)
    form.first_line_indent = Mm(first)
    if lines:
        form.line_spacing = lines
    if keep:
        form.keep_with_next = True


def tag(place: Any, words: str) -> None:
    """A paragraph that is nothing but a tag of the template, and vanishes."""
    place.add_paragraph(f"{{%p {words} %}}")


def each(place: Any, names: str, paragraph: Any, *args: Any, **more: Any) -> None:
    """A paragraph for each value: ``each(cell, "line in body_lines", text, "{{ line }}")``."""
    tag(place, f"for {names}")
    paragraph(place, *args, **more)
    tag(place, "endfor")


def rule(place: Any, width: float, within: float, *, before: float = 2, after: float = 0) -> Any:
    """A line of this width in the middle of a space ``within`` wide."""
    paragraph = place.add_paragraph()
    side = (within - width) / 2
    _format(paragraph.paragraph_format, before=before, after=after, left=side, right=side)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.add_run().font.size = Pt(2)
    _border(paragraph, {"top": (6, 0)}, "000000")
    return paragraph


def rule_below(
    place: Any, line: str, rules: Iterable[tuple[int, int]], within: float, **space: float
) -> None:
    """A rule as long as goes with the line above it; ``line`` is that line in the template."""
    *steps, (_letters, longest) = rules
    for at, (letters, width) in enumerate(steps):
        tag(place, f"{'elif' if at else 'if'} {line}|length <= {letters}")
        rule(place, width, within, **space)
    tag(place, "else")
    rule(place, longest, within, **space)
    tag(place, "endif")


def stamp(place: Any, words: str, width: float, within: float) -> Any:
    """Red letters in a red frame, 8 high (Annex I.III.2)."""
    side = (within - width) / 2
    paragraph = text(place, words, size=13, bold=True, before=8, left=side, right=side)
    paragraph.runs[0].font.color.rgb = RGBColor.from_string(RED)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(17)
    _border(paragraph, dict.fromkeys(("top", "bottom"), (8, 3)), RED)
    _border(paragraph, dict.fromkeys(("left", "right"), (8, 0)), RED)
    return paragraph


def table(document: Any, *widths: float) -> Any:
    """A table without borders or inner margins; returns its only row."""
    made = document.add_table(rows=1, cols=len(widths))
    made.autofit = False
    properties = made._tbl.tblPr
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w="0", type="dxa"))
    properties.append(margins)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    set_widths(made.rows[0], widths)
    return made


def add_row(made: Any, widths: Iterable[float], *, whole: bool = True) -> Any:
    """One more row of a table."""
    row = made.add_row()
    set_widths(row, widths, whole=whole)
    return row


def row_if(made: Any, widths: Iterable[float], condition: str, fill: Callable[[Any], None]) -> None:
    """A row that is there on a condition, and may be parted by a page; ``fill`` its first cell."""
    widths = tuple(widths)
    add_row(made, widths).cells[0].paragraphs[0].add_run(f"{{%tr if {condition} %}}")
    fill(add_row(made, widths, whole=False).cells[0])
    add_row(made, widths).cells[0].paragraphs[0].add_run("{%tr endif %}")


def set_widths(row: Any, widths: Iterable[float], *, whole: bool = True) -> None:
    """Give the cells of a row their widths; a whole row stays on one page."""
    if whole:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)


def closed(cell: Any) -> None:
    """Take away the empty paragraph that a new cell begins with."""
    first = cell.paragraphs[0]._p
    if len(cell.paragraphs) > 1 and not cell.paragraphs[0].text:
        first.getparent().remove(first)


def foot(document: Any) -> None:
    """Address, telephone and web at the foot of page 1, below a rule (Annex I.III.4)."""
    place = document.sections[0].first_page_footer
    empty = place.paragraphs[0]
    tag(place, "if foot")
    rule(place, WIDTH, WIDTH)
    each(place, "line in foot", text, "{{ line }}", size=11)
    tag(place, "endif")
    empty.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    empty.paragraph_format.line_spacing = Pt(1)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = CENTRE
    for kind, instruction in (
        ("begin", ""),
        ("", "PAGE"),
        ("separate", ""),
        ("", "2"),
        ("end", ""),
    ):
        run = paragraph.add_run("2" if instruction == "2" else "")
        run.font.size = Pt(13)
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        elif instruction == "PAGE":
            words = OxmlElement("w:instrText")
            words.text = " PAGE "
            run._r.append(words)


def _border(paragraph: Any, sides: dict[str, tuple[int, int]], colour: str) -> None:
    """Borders; a side is its thickness in eighths of a point and its space in points."""
    properties = paragraph._p.get_or_add_pPr()
    border = properties.find(qn("w:pBdr"))
    if border is None:
        border = OxmlElement("w:pBdr")
        properties.insert_element_before(
            border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    for side, (thickness, space) in sides.items():
        border.append(
            _element(f"w:{side}", val="single", sz=str(thickness), space=str(space), color=colour)
        )
    order = ("top", "left", "bottom", "right")
    border[:] = sorted(border, key=lambda one: order.index(one.tag.rpartition("}")[2]))


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
