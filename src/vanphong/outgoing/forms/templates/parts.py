"""The parts that forms have in common: head, title, body, recipients and signer."""

from docx.shared import Pt
from typing import Any
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.templates import layout
from vanphong.outgoing.forms.templates.layout import JUSTIFY
from vanphong.outgoing.forms.templates.layout import LEFT
from vanphong.outgoing.forms.templates.layout import WIDTH
from vanphong.outgoing.forms.templates.layout import each
from vanphong.outgoing.forms.templates.layout import tag
from vanphong.outgoing.forms.templates.layout import text


#: The two columns of the head, and of the end.
HEAD = (64, 96)
END = (78, 82)

#: Width of the stamps of urgency (Annex I.III.2), the last with the time of delivery.
STAMPS = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30, "HOẢ TỐC": 30, "HỎA TỐC HẸN GIỜ": 54}

#: Width of the motto, and with it of its rule, in bold letters of 14 points.
MOTTO_WIDTH = 60


def head(document: Any, *, dated: bool = True, about: bool = False) -> None:
    """Cells 1 to 4, 10b and 11; with ``about`` the subject below the number (cell 5b)."""
    made = layout.table(document, *HEAD)
    _circulation(made)
    row = layout.add_row(made, HEAD)
    _bodies(row.cells[0])
    _nation(row.cells[1])
    left, right = layout.add_row(made, HEAD).cells
    text(left, "{{ number_line }}", size=13, before=6)
    if about:
        text(left, "{{ subject }}", size=12, before=6, left=2, right=2)
    _stamps(left)
    if dated:
        text(right, "{{ place_date }}", italic=True, before=6)
    else:
        text(right, "")
    layout.closed(left)
    layout.closed(right)


def _circulation(made: Any) -> None:
    """Cell 11, a row of its own that is left out when there is no note."""
    first = made.rows[0]
    first.cells[0].paragraphs[0].add_run("{%tr if circulation %}")
    row = layout.add_row(made, HEAD)
    framed = layout.stamp(row.cells[1], "{{ circulation }}", 62, HEAD[1])
    framed.paragraph_format.space_after = Pt(8)
    framed.paragraph_format.space_before = Pt(0)
    layout.closed(row.cells[1])
    layout.add_row(made, HEAD).cells[0].paragraphs[0].add_run("{%tr endif %}")


def _bodies(cell: Any, *, rule: bool = True) -> None:
    each(cell, "line in superior_lines", text, "{{ line }}", size=13)
    each(cell, "line in body_lines", text, "{{ line }}", size=13, bold=True)
    if rule:
        layout.rule(cell, 16, HEAD[0])
    layout.closed(cell)


def _nation(cell: Any) -> None:
    text(cell, words.NATION, size=13, bold=True)
    text(cell, words.MOTTO, bold=True)
    layout.rule(cell, MOTTO_WIDTH, HEAD[1])
    layout.closed(cell)


def _stamps(cell: Any) -> None:
    for stamp, width in STAMPS.items():
        tag(cell, f"if stamp == '{stamp}'")
        layout.stamp(cell, stamp, width, HEAD[0])
        tag(cell, "endif")


def title(document: Any, *, about: bool = True) -> None:
    """Cell 5a: type and subject, with the rule below; some forms have no subject."""
    text(document, "{{ type_name }}", bold=True, before=18, keep=True)
    if about:
        text(document, "{{ subject }}", bold=True, left=10, right=10, keep=True)
    layout.rule(document, 45 if about else 18, WIDTH, before=2, after=10)


def addressed(document: Any) -> None:
    """Cell 9a: one addressee on the same line, several below each other with dashes."""
    tag(document, "if addressees|length == 1")
    text(document, f"{words.ADDRESSED} {{{{ addressees[0] }}}}", before=12, after=12)
    tag(document, "elif addressees")
    text(document, words.ADDRESSED, align=LEFT, before=12, left=30, keep=True)
    each(
        document,
        "one in addressees",
        text,
        "- {{ one }}",
        align=LEFT,
        left=53,
        first=-2.8,
    )
    text(document, "", size=6)
    tag(document, "endif")


def body(document: Any, names: str = "paragraphs") -> None:
    """Cell 6: justified, first line 1.27 cm in, 6 points between; the last with what follows."""
    tag(document, f"for one in {names}")
    tag(document, "if one.kind == 'centre'")
    text(document, "{{ one.text }}", bold=True, after=6, keep=True)
    tag(document, "elif one.last")
    paragraph(document, ("{{ one.lead }}", {"bold": True}), "{{ one.text }}", keep=True)
    tag(document, "else")
    paragraph(document, ("{{ one.lead }}", {"bold": True}), "{{ one.text }}")
    tag(document, "endif")
    tag(document, "endfor")


def paragraph(document: Any, *parts: Any, **more: Any) -> Any:
    """A paragraph of the body."""
    look: dict[str, Any] = {"align": JUSTIFY, "first": layout.INDENT, "after": 6, "lines": 1.1}
    return text(document, *parts, **(look | more))


def end(document: Any) -> None:
    """Cells 7 and 9b: recipients on the left, the signer on the right."""
    text(document, "", size=6, keep=True)
    row = layout.table(document, *END).rows[0]
    recipients(row.cells[0])
    signer(row.cells[1])
    layout.foot(document)


def recipients(cell: Any) -> None:
    """Cell 9b, and the drafter's sign (cell 12) below it."""
    text(cell, "Nơi nhận:", align=LEFT, size=12, bold=True, italic=True)
    each(
        cell,
        "line in recipients",
        text,
        "- {{ line }}",
        align=LEFT,
        size=11,
        left=2,
        first=-2,
        right=4,
    )
    tag(cell, "if drafter_sign")
    text(cell, "{{ drafter_sign }}", align=LEFT, size=11)
    tag(cell, "endif")
    layout.closed(cell)


def signer(cell: Any, lines: str = "signer_lines", name: str = "signer_name") -> None:
    """Cell 7: authority and title, room for signature and seal, the name."""
    each(cell, f"line in {lines}", text, "{{ line }}", bold=True)
    for _line in range(5):
        text(cell, "")
    text(cell, f"{{{{ {name} }}}}", bold=True)
    layout.closed(cell)
