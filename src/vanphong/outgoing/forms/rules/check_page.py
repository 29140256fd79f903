"""Checks of the page: paper, margins, letters, paragraphs, page numbers (Annex I, Part I.I)."""

from collections.abc import Iterator
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules.facts import Block
from vanphong.outgoing.forms.rules.facts import Page
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.findings import Point
from vanphong.outgoing.forms.rules.findings import annex
from vanphong.outgoing.forms.rules.reader import Reader


A4 = (210, 297)
FONT = "Times New Roman"

#: Narrowest and widest margins, in millimetres.
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}

#: Half a millimetre is lost where Word counts in inches.
TOLERANCE = 0.6

SIDES = {"top": _("top"), "bottom": _("bottom"), "left": _("left"), "right": _("right")}

PAPER = Point("paper", annex("I.1"))
MARGIN = Point("margins", annex("I.3"))
LETTERS = Point("font", annex("I.4"))
SIZE = Point("size", annex("II.6"))
BODY = Point("paragraphs", annex("II.6"))
NUMBERS = Point("page-numbers", annex("I.7"))


def check_page(reader: Reader) -> Iterator[Finding]:
    """All checks of this module."""
    pages = reader.facts.pages
    if not pages or not pages[0].width:
        yield PAPER.unread(
            _("Paper, margins and page numbers cannot be read from the file; check them by eye.")
        )
    else:
        yield _paper(pages[0])
        yield from _margins(pages[0])
        yield from _numbers(pages[0])
    yield from _letters(reader)
    yield from _body(reader)


def _paper(page: Page) -> Finding:
    size = f"{page.width:.0f} × {page.height:.0f} mm"
    if all(abs(a - b) <= 1 for a, b in zip((page.width, page.height), A4, strict=True)):
        return PAPER.ok(_("The paper is A4, upright."))
    if all(abs(a - b) <= 1 for a, b in zip((page.height, page.width), A4, strict=True)):
        return PAPER.error(_("The first page lies across; a document stands upright on A4."))
    return PAPER.error(_("The paper is ${size}; it must be A4, 210 × 297 mm."), size=size)


def _margins(page: Page) -> Iterator[Finding]:
    wrong = [
        (side, getattr(page, side), low, high)
        for side, (low, high) in MARGINS.items()
        if not low - TOLERANCE <= getattr(page, side) <= high + TOLERANCE
    ]
    for side, width, low, high in wrong:
        yield MARGIN.error(
            _("The ${side} margin is ${width} mm; it must be ${low} to ${high} mm."),
            side=SIDES[side],
            width=f"{width:.1f}".replace(".", ","),
            low=str(low),
            high=str(high),
        )
    if not wrong:
        yield MARGIN.ok(_("The margins are in order."))


def _numbers(page: Page) -> Iterator[Finding]:
    number = page.number
    if page.first_number is not None:
        yield NUMBERS.error(_("Page 1 has a page number; numbers are shown from page 2 on."))
    if number is None:
        yield NUMBERS.warning(_("There are no page numbers; from page 2 on they must be there."))
        return
    if number.place != "head" or number.align != "center":
        yield NUMBERS.error(_("The page number must stand in the middle of the top margin."))
    elif number.size is not None and not 13 <= number.size <= 14:
        yield NUMBERS.warning(
            _("The page number has size ${size}; it must be 13 or 14."), size=f"{number.size:g}"
        )
    elif page.first_number is None:
        yield NUMBERS.ok(_("The page numbers are in order."))


def _letters(reader: Reader) -> Iterator[Finding]:
    runs = [run for block in reader.facts.blocks for run in block.runs if run.text.strip()]
    other = next((run for run in runs if run.font and run.font != FONT), None)
    if not any(run.font for run in runs):
        yield LETTERS.unread(_("The font cannot be read from the file; check it by eye."))
    elif other is None:
        yield LETTERS.ok(_("All letters are Times New Roman."))
    else:
        yield LETTERS.error(
            _("The letters are ${font}; they must be Times New Roman."), other.text, font=other.font
        )
    hidden = next((run for run in runs if run.hidden), None)
    if hidden:
        yield LETTERS.error(_("The file has hidden text."), hidden.text)


def _text_blocks(reader: Reader) -> list[Block]:
    """Paragraphs of the body, those long enough to be text and not a heading."""
    found = {id(line.block): line.block for line in reader.body if len(line.text) > 60}
    return [block for block in found.values() if block.align != "center"]


def _body(reader: Reader) -> Iterator[Finding]:
    blocks = _text_blocks(reader)
    if not blocks:
        yield BODY.unread(
            _("No paragraph is long enough to judge indents and spacing by; check them by eye.")
        )
        return
    yield _sizes(blocks)
    wrong = [finding for block in blocks for finding in _paragraph(block)]
    seen: set[str] = set()
    for finding in wrong:
        if finding.text not in seen:
            seen.add(finding.text)
            yield finding
    if not wrong:
        yield BODY.ok(_("Paragraphs are justified, indented and apart as they must be."))


def _sizes(blocks: list[Block]) -> Finding:
    runs = [run for block in blocks for run in block.runs if run.text.strip()]
    other = next((run for run in runs if run.size and not 13 <= run.size <= 14), None)
    if not any(run.size for run in runs):
        return SIZE.unread(_("The size of the letters cannot be read; check it by eye."))
    if other is None:
        return SIZE.ok(_("The text has size 13 or 14."))
    return SIZE.error(
        _("The text has size ${size}; it must be 13 or 14."), other.text, size=f"{other.size:g}"
    )


def _paragraph(block: Block) -> Iterator[Finding]:
    if block.align != "justify":
        yield BODY.warning(_("A paragraph is not justified on both sides."), block.text)
    if block.first_indent > 0 and not 9 <= block.first_indent <= 13.5:
        yield BODY.warning(
            _("The first line is indented by ${width} mm; it must be 10 or 12.7 mm."),
            block.text,
            width=f"{block.first_indent:.1f}".replace(".", ","),
        )
    if block.before + block.after < 5.9:
        yield BODY.warning(_("Paragraphs must be at least 6 pt apart."), block.text)
    if block.line is not None and not 0.99 <= block.line <= 1.51:
        yield BODY.warning(_("Lines must be between 1 and 1.5 apart."), block.text)
