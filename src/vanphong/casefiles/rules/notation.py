"""Number and symbol of a file, and its code (Decree 30/2020, Annex V.I and Annex VI.III.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


ARTICLE = "Nghị định 30/2020/NĐ-CP, Phụ lục V, mục I"

#: Longest notation that Annex VI keeps (FileNotation).
LONGEST = 20

_SHAPE = re.compile(r"(?P<number>\d{1,5})(?P<letter>[a-zđ]?)\.(?P<symbol>[^\W_][\w.&-]{0,13})")

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True)
class Notation:
    """``01.TCCB`` taken apart."""

    number: int
    symbol: str
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.number:02d}{self.letter}.{self.symbol}"


def parse(text: str, field: str = "notation") -> Notation:
    """Number and symbol from ``1.TCCB`` or ``01.TCCB``.

    :raises InvalidInput: when it has another form, or is too long for Annex VI.
    """
    found = _SHAPE.fullmatch(text.strip())
    if not found or len(text.strip()) > LONGEST or not int(found.group("number")):
        raise InvalidInput(
            _("“${value}” is no number and symbol of a file. Write it as 01.TCCB."),
            field=field,
            value=text,
            rule=ARTICLE,
        )
    return Notation(int(found.group("number")), found.group("symbol"), found.group("letter"))


def file_code(organ_id: str, year: int, notation: str) -> str:
    """Mã hồ sơ: code of the body, year, number and symbol; ``H99.20.2026.01.TCCB``."""
    return ".".join(filter(None, (organ_id, str(year), notation)))


def next_number(taken: Iterable[int]) -> int:
    """The number after the highest one, from 1."""
    return max(taken, default=0) + 1


def roman(number: int) -> str:
    """Roman numeral of a large heading."""
    found = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        found += sign * count
    return found
