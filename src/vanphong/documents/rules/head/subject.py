"""What a letter is about: below its type, or beside “V/v” under the number (Annex I.II.5)."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import replace
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.reading import Reading
from vanphong.documents.rules.head.reading import reading_of
from vanphong.documents.rules.head.romans import counted
from vanphong.documents.rules.head.romans import has_number
import re


ABOUT = re.compile(r"^\W*(?:v\s*[/7il4]\s*v?|ve viec)\b")

_UNSURE = 0.75

#: The gap below the last line of a subject, as part of the page.
_NEXT_BLOCK = 0.011


def subject(lines: Sequence[Line], kind: Line | None, about: Line | None) -> Reading | None:
    """The lines of the subject; ``kind`` is the line of the type, ``about`` begins “V/v”."""
    if about is not None and (kind is None or about.box.top < kind.box.top):
        found = _block(lines, about, lambda line: line.middle < 0.5)
        text = _text(found)
        said = re.sub(r"^\W*[vV]\s*[/7Il4]\s*[vV]?\W*", "V/v ", _tidy(text))
        return _doubting(reading_of(said, found))
    if kind is None:
        return None
    after = [line for line in lines if line.box.top > kind.box.top + 0.005]
    below = next((line for line in after if 0.3 < line.middle < 0.75), None)
    if below is None or below.box.top - kind.box.bottom > 0.03:
        return None
    found = _block(lines, below, lambda line: 0.3 < line.middle < 0.75)
    return _doubting(reading_of(_tidy(_text(found)), found, 0.95))


def _text(lines: Sequence[Line]) -> str:
    return " ".join(counted(line).text for line in lines)


def _doubting(found: Reading) -> Reading:
    """One with a Roman number is shown as doubtful: “III” is read as “II”, and little tells.

    What the file itself says is sure.
    """
    if found.confidence >= 0.95 or not has_number(found.value):
        return found
    return replace(found, confidence=min(found.confidence, _UNSURE))


def _block(lines: Sequence[Line], first: Line, fits: Callable[[Line], bool]) -> list[Line]:
    """The lines below the first that stand close together in its column."""
    found = [first]
    for line in lines:
        if line.box.top <= found[-1].box.top + 0.004 or not fits(line):
            continue
        if line.box.top - found[-1].box.bottom > _NEXT_BLOCK or line.folded.startswith("kinh gui"):
            break
        found.append(line)
    return found


def _tidy(text: str) -> str:
    """Without specks before it, and the rule below, which is read as dashes and dots."""
    text = re.sub(r"^(?:[^\w“\"(]|_)+", "", text)
    return re.sub(r"(?:\s+[^\w\s“”\"()/]+)+\s*$", "", text).strip()
