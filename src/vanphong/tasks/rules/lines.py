"""The lines of a document's text, put together from what a scan was cut into."""

from collections.abc import Mapping
from dataclasses import dataclass
import re


#: So many lines of one document are offered.
MOST = 400

#: Longest text of a line that is kept as a quotation.
LONGEST = 2000

#: What an item of a list begins with, by its level: a Roman number stands above a digit.
MARKERS = (
    re.compile(r"^(?:[IVX]{1,5})[.)]\s"),
    re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)|^\d{1,2}[.)]\S"),
    re.compile(r"^[a-zđ]\)\s"),
    re.compile(r"^[-–•*]\s?(?=\S)"),
    re.compile(r"^\+\s?(?=\S)"),
)

#: Level of a line that begins with no marker.
PLAIN = len(MARKERS)

_DIGIT_LEVEL = 1
_DIGITS = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]")
_ENDS = (".", ":", ";", "!", "?", "./.")
_SPACES = re.compile(r"\s+")
_MARKUP = re.compile(r"\*\*|^#+\s*|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """One sentence or item of a text: its number from 1, its page, its words."""

    number: int
    page: int
    text: str

    @property
    def level(self) -> int:
        """How deep its marker stands; ``PLAIN`` without one."""
        return level_of(self.text)


def words_of(text: str) -> str:
    """A line as the text of a task: without its marker, and what ends an item of a list."""
    level = level_of(text)
    if level != PLAIN:
        text = MARKERS[level].sub("", text, count=1) if level != _DIGIT_LEVEL else text
        text = _DIGITS.sub("", text, count=1) if level == _DIGIT_LEVEL else text
    return text.strip().rstrip(";").rstrip()


def level_of(text: str) -> int:
    """The level of a line by what it begins with."""
    for level, marker in enumerate(MARKERS):
        if level == _DIGIT_LEVEL and not _DIGITS.match(text):
            continue
        if marker.match(text):
            return level
    return PLAIN


def lines_of(pages: Mapping[int, str]) -> tuple[Line, ...]:
    """The lines of a text by its pages: what a scan has cut in two is one line again."""
    found: list[tuple[int, str]] = []
    for page in sorted(pages):
        ended = True
        for raw in _plain(pages[page]).splitlines():
            text = _SPACES.sub(" ", raw).strip()
            if not text:
                ended = True
                continue
            if not ended and _goes_on(found, text):
                found[-1] = (found[-1][0], f"{found[-1][1]} {text}"[:LONGEST])
            else:
                found.append((page, text[:LONGEST]))
            ended = False
    return tuple(Line(number, *one) for number, one in enumerate(found[:MOST], start=1))


def _plain(text: str) -> str:
    """A text without the marks of Markdown, which some files carry."""
    return _MARKUP.sub(lambda found: found.group(1) or "", text)


def _goes_on(found: list[tuple[int, str]], text: str) -> bool:
    """Whether a line belongs to the one before: that has not ended, and this begins nothing."""
    before = found[-1][1]
    if level_of(text) != PLAIN or before.endswith(_ENDS):
        return False
    return not (text.isupper() or before.isupper())
