"""One cell as a value: days, numbers with their letters, degrees."""

from datetime import date
from datetime import timedelta
from vanphong.documents.rules import SECRECY
from vanphong.documents.rules import URGENCY
from vanphong.documents.rules import fold
import re
import unicodedata


#: No register of this state is older.
FIRST_YEAR = 1945

_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_SERIAL = re.compile(r"(\d{4,6})(?:\.\d+)?")
_NUMBER = re.compile(r"0*([1-9]\d{0,5})(?:\.0+)?\s*([A-Za-zĐđ]?)")

#: Days to add to the first day of Excel's calendars.
_SINCE = {False: date(1899, 12, 30), True: date(1904, 1, 1)}

_NORMAL = frozenset({"", "thuong", "khong", "binh thuong", "khong mat", "0", "-"})


def clean(text: str) -> str:
    """Give a cell in NFC, in one line, without signs that cannot be seen."""
    text = unicodedata.normalize("NFC", text)
    kept = (" " if one.isspace() else one for one in text)
    visible = (one for one in kept if not unicodedata.category(one).startswith("C"))
    return " ".join("".join(visible).split())


def read_day(text: str, since_1904: bool = False) -> date | None:
    """Read 05/01/2019, 2019-01-05, or the number by which Excel counts days; None if it is none.

    :param since_1904: whether the workbook counts from 1904, as old ones from a Macintosh do.
    """
    text = text.strip()
    try:
        if found := _DAY.fullmatch(text):
            day = date(int(found[3]), int(found[2]), int(found[1]))
        elif found := _ISO.fullmatch(text):
            day = date(int(found[1]), int(found[2]), int(found[3]))
        elif found := _SERIAL.fullmatch(text):
            day = _SINCE[since_1904] + timedelta(days=int(found[1]))
        else:
            return None
    except (OverflowError, ValueError):
        return None
    return day if day.year >= FIRST_YEAR else None


def read_number(text: str) -> tuple[int, str] | None:
    """Read the number of a register with its letter: 45, 045, 45a; None if it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return None if found is None else (int(found[1]), found[2].lower())


def read_whole(text: str) -> int | None:
    """Read a whole number, which Excel may keep as 3.0; None if it is none."""
    found = re.fullmatch(r"(\d{1,6})(?:\.0+)?", text.strip())
    return None if found is None else int(found[1])


def is_secret(text: str) -> bool:
    """Tell whether a degree of secrecy is anything but ordinary; what cannot be read is."""
    return fold(text).strip(" .") not in _NORMAL


def read_urgency(text: str) -> str | None:
    """Code of a degree of urgency by its name, its stamp or its code; None if there is none."""
    key = fold(text)
    if key in _NORMAL:
        return "normal"
    for one in URGENCY:
        if key in (fold(one.stamp), one.code) or (one.stamp and key == f"do {fold(one.stamp)}"):
            return one.code
    return None


#: The names by which a list may call the degrees of secrecy.
STAMPS = tuple(one.stamp for one in SECRECY if one.stamp)
