"""Roman numbers of quarters, terms and stages, whose strokes run together in a scan.

“III” is read as “II” or “HI”. How wide the word is tells: letters are set in Times New Roman
(Decree 30/2020, Annex I, Part I.I.3), where two strokes are hardly wider than they are high and
three are half as wide again.
"""

from dataclasses import replace
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.layout import Word
from vanphong.documents.rules.keys import fold
import re


_NUMBER = re.compile(r"\b(?:I{1,3}|IV|VI{0,3})\b")

#: What three strokes and two are read as; “H” is two that have run together.
_STROKES = re.compile(r"(?P<number>II|I?H|HI|HH)(?P<rest>[.,;:]?)")

#: Behind these words stands a number, and no “H”.
_COUNTED = frozenset({"quy", "qui", "ky", "khoa", "dot", "doan", "lan", "thu"})

#: Width by height from which two strokes are three; bold ones reach 1.2 with a comma.
_THREE = 1.35

#: Width by height of a page; places are parts of it.
_SHEET = 210 / 297

#: What a reader of scans is never: sure without any doubt.
_SURE = 1.0


def has_number(text: str) -> bool:
    """Whether there is a Roman number in a text."""
    return _NUMBER.search(text) is not None


def counted(line: Line) -> Line:
    """The line with the strokes of its Roman numbers counted again, where it is from a scan."""
    words, before = [], ""
    for word in line.words:
        words.append(_counted(word, before) if word.confidence < _SURE else word)
        before = fold(word.text)
    return Line(tuple(words))


def _counted(word: Word, before: str) -> Word:
    found = _STROKES.fullmatch(word.text)
    if found is None or ("H" in found["number"] and before not in _COUNTED):
        return word
    strokes = sum(2 if letter == "H" else 1 for letter in found["number"])
    if strokes > 2 or _shape(word) >= _THREE:
        return replace(word, text=f"III{found['rest']}")
    return replace(word, text=f"II{found['rest']}")


def _shape(word: Word) -> float:
    box = word.box
    return (box.right - box.left) * _SHEET / max(box.bottom - box.top, 1e-6)
