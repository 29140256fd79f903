"""Stamps in the head of a letter: urgency, and the secrecy that keeps it off this network."""

from collections.abc import Iterable
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.keys import fold
from vanphong.documents.rules.levels import SECRECY
from vanphong.documents.rules.levels import URGENCY
from vanphong.documents.rules.levels import Secrecy
from vanphong.documents.rules.levels import Urgency
import re


#: Stamps stand in cells 10a and 10b, above the text (Decree 30/2020, Annex I.III.2).
UPPER_PART = 0.45

_URGENCY = {fold(degree.stamp): degree for degree in URGENCY if degree.stamp}
_SECRECY = {fold(degree.stamp): degree for degree in SECRECY if degree.stamp}


def secret_stamp(lines: Iterable[Line]) -> tuple[Secrecy, Line] | None:
    """The highest degree of secrecy stamped on the first page, or None.

    A stamp stands alone, in capitals: “BẢO MẬT” in a heading or “mật” in a sentence is none.
    """
    found = [(_SECRECY[words], line) for line in lines if (words := _stamped(line)) in _SECRECY]
    return max(found, key=lambda one: one[0].number, default=None)


def urgency_stamp(lines: Iterable[Line]) -> tuple[Urgency, Line] | None:
    """The degree of urgency stamped on the first page, or None."""
    found = [(_URGENCY[words], line) for line in lines if (words := _stamped(line)) in _URGENCY]
    return max(found, key=lambda one: one[0].number, default=None)


def _stamped(line: Line) -> str:
    """The words of a line that could be a stamp, without what is left of its frame."""
    if line.box.page or line.box.top > UPPER_PART:
        return ""
    letters = " ".join(re.findall(r"[^\W\d_]{2,}", line.text))
    if not letters.isupper() or len(re.sub(r"[\w\s]", "", line.text)) > 6:
        return ""
    return fold(letters)
