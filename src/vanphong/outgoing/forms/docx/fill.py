"""Number and date written into a draft when it is numbered, and nothing else changed.

The drafter has worked on the file since it was made from the template, so it is not rendered
again: the two lines that were left blank are found and filled in.
"""

from lxml import etree
from typing import Any
from vanphong.documents.rules import fold
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.forms.docx.container import MAIN
from vanphong.outgoing.forms.docx.container import open_docx
from vanphong.outgoing.forms.docx.styles import W
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.letter import Letter
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import io
import re


RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3 và II.4"

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_NUMBER = re.compile(r"Số\s*:\s*[^/\n]{0,14}/\s*\S.*")
_DATE = re.compile(
    r"(?:(?P<place>[^\n,]{2,60}),\s*)?ngày\b[\s.…_\d]*tháng\b[\s.…_\d]*năm\b[\s.…_\d]*",
    re.IGNORECASE,
)

#: Minutes have no date line (form 1.9).
UNDATED = ("bien-ban",)

#: Number and date stand in the head; further down the same words belong to the text.
HEAD = 40


def fill_number(docx: bytes, letter: Letter) -> bytes:
    """The file with number and date in their places.

    :param letter: with ``number`` and ``day``.
    :raises InvalidInput: the file is no DOCX.
    :raises RuleBroken: one of the two places is not in its head.
    """
    package = open_docx(docx)
    root = package.main
    head = [one for one in root.iter(f"{W}p") if _text(one).strip()][:HEAD]
    number = _filled(head, _NUMBER, words.number_line(letter))
    dated = letter.type_code in UNDATED or _dated(head, letter)
    if not number or not dated:
        raise RuleBroken(
            _(
                "There is no place for number or date in the head of the file. Write “${number}” "
                "and “${date}” into it, or upload the PDF with both."
            ),
            rule=RULE,
            field="file",
            number=f"Số:      /{letter.notation}",
            date=words.place_date(letter.place, None),
        )
    _fill_reference(root, letter)
    return _with_main(docx, root)


def _text(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def _filled(head: list[Any], pattern: re.Pattern[str], text: str) -> bool:
    for paragraph in head:
        found = pattern.fullmatch(_text(paragraph).strip())
        if found:
            _write(paragraph, text)
            return True
    return False


def _dated(head: list[Any], letter: Letter) -> bool:
    """Fill in the date line: the one with our place, for dates stand in other lines, too."""
    for paragraph in head:
        found = _DATE.fullmatch(_text(paragraph).strip())
        if found and fold(found["place"] or "") in ("", fold(letter.place)):
            _write(paragraph, words.place_date(letter.place, letter.day))
            return True
    return False


def _write(paragraph: Any, text: str) -> None:
    """Put a text into the first piece of a paragraph; its look stays."""
    pieces = list(paragraph.iter(f"{W}t"))
    pieces[0].text = text
    pieces[0].set(SPACE, "preserve")
    for piece in pieces[1:]:
        piece.text = ""
    for tab in list(paragraph.iter(f"{W}tab")):
        if tab.getparent().tag == f"{W}r":
            tab.getparent().remove(tab)


def _fill_reference(root: Any, letter: Letter) -> None:
    """“(Kèm theo Quyết định số … ngày …)” above what is enclosed."""
    if letter.day is None or not letter.symbol:
        return
    blank = re.compile(
        rf"(\(Kèm theo .{{1,40}}? số)\s*/{re.escape(letter.notation)}\s+ngày\s+tháng\s+năm\s+"
    )
    for paragraph in root.iter(f"{W}p"):
        text = _text(paragraph)
        day = words.place_date("", letter.day)
        filled = blank.sub(rf"\g<1> {letter.symbol} {day} ", text)
        if filled != text:
            _write(paragraph, filled)


def _with_main(docx: bytes, root: Any) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(docx)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            data = source.read(member.filename)
            if member.filename == MAIN:
                data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(member, data, ZIP_DEFLATED)
    return out.getvalue()
