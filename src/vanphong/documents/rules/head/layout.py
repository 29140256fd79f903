"""Words on a page, put together to the lines that a reader sees.

All lengths are parts of the page, 0 to 1 from the left and from the top, so that the
resolution of the scanner does not matter.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from vanphong.documents.rules.keys import fold
import unicodedata


#: Two columns of a head stand further apart than two words of a justified line.
COLUMN_GAP = 0.028


@dataclass(frozen=True)
class Box:
    """A place on a page; ``page`` counts from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: "Box") -> "Box":
        """The smallest box around both; they are on one page."""
        return Box(
            self.page,
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Word:
    """A word with its place; ``confidence`` is the engine's, 0 to 1."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True)
class Line:
    """Words that stand side by side in one column."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words, composed (NFC), in the letters of Vietnamese."""
        text = " ".join(word.text for word in self.words)
        # engines take the Vietnamese letter for the Icelandic one
        return unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")

    @cached_property
    def folded(self) -> str:
        """The text without case and accents."""
        return fold(self.text)

    @cached_property
    def box(self) -> Box:
        """The place of the whole line."""
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.around(word.box)
        return box

    @property
    def confidence(self) -> float:
        """Mean of the words' confidence."""
        return sum(word.confidence for word in self.words) / len(self.words)

    @property
    def middle(self) -> float:
        """Where the middle of the line is, from the left."""
        return (self.box.left + self.box.right) / 2

    @cached_property
    def is_capital(self) -> bool:
        """Whether it is written in capital letters; a smudge or two does not count."""
        letters = [letter for letter in self.text if letter.isalpha()]
        capital = sum(letter.isupper() for letter in letters)
        return bool(letters) and capital >= 0.85 * len(letters)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of all pages, from the top, from the left; columns apart."""
    words = sorted(words, key=lambda one: (one.box.page, one.box.top + one.box.bottom))
    if not words:
        return []
    height = median(word.box.bottom - word.box.top for word in words)
    rows: list[list[Word]] = []
    for word in words:
        row = next((row for row in reversed(rows[-3:]) if _beside(row, word, height)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [line for row in rows for line in _columns(row)]


def _beside(row: Sequence[Word], word: Word, height: float) -> bool:
    """Whether a word stands on the row, given the usual height of a word."""
    if row[0].box.page != word.box.page:
        return False
    middle = median((one.box.top + one.box.bottom) / 2 for one in row)
    return abs((word.box.top + word.box.bottom) / 2 - middle) < 0.5 * height


def _columns(row: list[Word]) -> list[Line]:
    row.sort(key=lambda word: word.box.left)
    columns = [[row[0]]]
    for before, word in pairwise(row):
        if word.box.left - before.box.right > COLUMN_GAP:
            columns.append([])
        columns[-1].append(word)
    return [Line(tuple(part)) for column in columns for part in _before_heading(column)]


def _before_heading(column: list[Word]) -> list[list[Word]]:
    """Cut a line where the name of the state begins: a long name at the left runs up to it."""
    for at in range(1, len(column) - 3):
        if fold(" ".join(word.text for word in column[at : at + 3])) == "cong hoa xa":
            return [column[:at], column[at:]]
    return [column]
