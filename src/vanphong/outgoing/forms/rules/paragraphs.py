"""The body of a document, taken apart into the paragraphs of its form (Annex I.II.6)."""

from dataclasses import dataclass
from typing import Literal
from vanphong.outgoing.forms.rules import words
import re


#: An article that is no longer than this and has no sign at its end is a heading.
SHORT = 80

ParagraphKind = Literal["text", "centre"]

_ARTICLE = re.compile(r"(Điều \d+[a-zđ]?\.)\s*(.*)", re.DOTALL)
_SECTION = re.compile(r"((?:[IVXLC]+|\d+)\.)\s+(\S.*)", re.DOTALL)
_CENTRED = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\s+[IVXLC\d]+\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: ``lead`` is printed bold before ``text``; ``last`` ends the document."""

    text: str
    lead: str = ""
    kind: ParagraphKind = "text"
    last: bool = False


def paragraphs(text: str, *, end: str = words.END) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, one a line; blank lines part nothing.

    ``Điều 1.`` leads in bold, or the whole heading of an article does; a line that is only a
    numbered heading (``I. ĐÁNH GIÁ``) is bold as a whole, ``Chương I`` and the title below it
    are centred.

    :param end: what the last paragraph ends with, "" to leave it as it is.
    """
    lines = [line for line in map(words.clean, text.splitlines()) if line]
    found: list[Paragraph] = []
    for at, line in enumerate(lines, start=1):
        after_heading = bool(found) and found[-1].kind == "centre"
        found.append(_paragraph(line, after_heading, is_last=at == len(lines)))
    if not found:
        return (Paragraph(end, last=True),) if end else ()
    return (*found[:-1], _last(found[-1], end))


def _last(paragraph: Paragraph, end: str) -> Paragraph:
    text, lead = paragraph.text, paragraph.lead
    if end and text:
        text = words.ended(text)
    elif end:
        lead = words.ended(lead)
    return Paragraph(text, lead, paragraph.kind, last=True)


def _paragraph(line: str, after_heading: bool, *, is_last: bool) -> Paragraph:
    """One paragraph; a heading has something below it, so the last one is none."""
    if _CENTRED.fullmatch(line) or (after_heading and line.isupper()):
        return Paragraph(line, kind="centre")
    article = _ARTICLE.fullmatch(line)
    if article and not is_last and len(article[2]) <= SHORT and article[2][-1:] not in ".;:":
        return Paragraph("", lead=line)
    if article:
        return Paragraph(article[2], lead=f"{article[1]} ")
    section = _SECTION.fullmatch(line)
    if section and section[2].isupper():
        return Paragraph("", lead=line)
    return Paragraph(line)
