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

#: Recipients that stand beside the signer; the others go on below, over the page if they must.
BESIDE = 11

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


def _bodies(cell: Any) -> None:
    _names(cell, "superior_lines")
    _names(cell, "body_lines", bold=True)
    layout.rule_below(cell, "body_lines|last", words.BODY_RULES, HEAD[0])
    layout.closed(cell)


def _names(cell: Any, lines: str, **look: Any) -> None:
    """The lines of a name; a long one in smaller letters, so that it stays one line."""
    tag(cell, f"for line in {lines}")
    tag(cell, f"if line|length > {words.HEAD_LONG}")
    text(cell, "{{ line }}", size=12, **look)
    tag(cell, "else")
    text(cell, "{{ line }}", size=13, **look)
    tag(cell, "endif")
    tag(cell, "endfor")


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
    space = {"before": 2, "after": 10}
    if about:
        layout.rule_below(document, "subject", words.SUBJECT_RULES, WIDTH, **space)
    else:
        layout.rule(document, 18, WIDTH, **space)


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
    """Cells 7 and 9b: recipients on the left, the signer on the right.

    The row of the signer is never parted by a page; a long list goes on in a row that may be.
    """
    text(document, "", size=6, keep=True)
    made = layout.table(document, *END)
    left, right = made.rows[0].cells
    _recipients_head(left)
    _recipients(left, f"loop.index <= {BESIDE}")
    tag(left, f"if recipients|length <= {BESIDE}")
    _drafter_sign(left)
    tag(left, "endif")
    layout.closed(left)
    signer(right)
    layout.row_if(made, END, f"recipients|length > {BESIDE}", _other_recipients)
    layout.foot(document)


def recipients(cell: Any) -> None:
    """Cell 9b with all recipients, where no signer stands beside them."""
    _recipients_head(cell)
    _recipients(cell, "true")
    _drafter_sign(cell)
    layout.closed(cell)


def _other_recipients(cell: Any) -> None:
    _recipients(cell, f"loop.index > {BESIDE}")
    _drafter_sign(cell)
    layout.closed(cell)


def _recipients_head(cell: Any) -> None:
    text(cell, "Nơi nhận:", align=LEFT, size=12, bold=True, italic=True)


def _recipients(cell: Any, which: str) -> None:
    """The recipients for which a condition holds."""
    tag(cell, "for line in recipients")
    tag(cell, f"if {which}")
    text(cell, "- {{ line }}", align=LEFT, size=11, left=2, first=-2, right=4)
    tag(cell, "endif")
    tag(cell, "endfor")


def _drafter_sign(cell: Any) -> None:
    """The drafter's sign and the number of copies (cell 12)."""
    tag(cell, "if drafter_sign")
    text(cell, "{{ drafter_sign }}", align=LEFT, size=11)
    tag(cell, "endif")


def signer(cell: Any, lines: str = "signer_lines", name: str = "signer_name") -> None:
    """Cell 7: authority and title, room for signature and seal, the name."""
    each(cell, f"line in {lines}", text, "{{ line }}", bold=True)
    for _line in range(5):
        text(cell, "")
    text(cell, f"{{{{ {name} }}}}", bold=True)
    layout.closed(cell)
