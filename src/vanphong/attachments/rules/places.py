"""Words with the places where they stand, as rows that any program can pass on.

Lengths are parts of the page, 0 to 1 from the left and from the top.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
import re


class Place(NamedTuple):
    """A word: its page from 0, its box, how sure its reader is (0 to 1), and itself."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    text: str


class Area(NamedTuple):
    """A part of a page that was cut out to be read alone."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


#: A part of a page that is lower than this holds no line.
SLIVER = 0.01

#: Where stamps stand: cells 10a and 10b of Annex I, Decree 30/2020/NĐ-CP, with the head's left.
STAMPS = Area(0.05, 0.05, 0.5, 0.45)

_WORD = "5"

_RECIPIENTS = re.compile(r"\W*n[oơớờởợ][iíì] nh[aâậạăặ]n\b", re.IGNORECASE)


def from_tsv(rows: str, page: int, area: Area = Area()) -> list[Place]:  # noqa: B008
    """The words of tesseract's table; ``area`` is the part of the page that it has seen."""
    found, wide, high = [], 0, 0
    for row in rows.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        if cells[0] == "1":
            wide, high = width, height
        text = cells[11].strip()
        if cells[0] == _WORD and text and wide and high:
            box = (left / wide, top / high, (left + width) / wide, (top + height) / high)
            sides = _within(box, area)
            found.append(Place(page, *sides, float(cells[10]) / 100, text))
    return found


def beside_recipients(page: Sequence[Place]) -> tuple[Area, ...]:
    """Where the position of the signer stands, at the right of “Nơi nhận”, and the name below.

    Cells 7a and 7b of Annex I, apart, for signature and seal between them are neither. Nothing
    on a page without “Nơi nhận”.
    """
    for word, following in pairwise(page):
        near = following.top < word.bottom and following.left < 0.35
        if near and _RECIPIENTS.match(f"{word.text} {following.text}"):
            begin, middle, end = (max(0.0, min(1.0, word.top + by)) for by in (-0.03, 0.09, 0.2))
            areas = (Area(0.48, begin, 1.0, middle), Area(0.48, middle, 1.0, end))
            return tuple(area for area in areas if area.bottom - area.top > SLIVER)
    return ()


def _within(
    box: tuple[float, float, float, float], area: Area
) -> tuple[float, float, float, float]:
    wide, high = area.right - area.left, area.bottom - area.top
    left, top, right, bottom = box
    return (
        round(area.left + left * wide, 4),
        round(area.top + top * high, 4),
        round(area.left + right * wide, 4),
        round(area.top + bottom * high, 4),
    )
