"""Deadlines in a sentence: “trước ngày 20/8”, “chậm nhất ngày 15/9/2024”, “trong quý III”."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from datetime import timedelta
from vanphong.tasks.rules.units import plain
import re


#: Words by which a date is a deadline; “từ ngày” and “kể từ ngày” tell when something begins.
BEFORE = (
    "truoc",
    "cham nhat",
    "cham nhat la",
    "den het",
    "den",
    "xong truoc",
    "han",
    "thoi han",
    "trong",
    "hoan thanh",
    "hoan thanh trong",
    "muon nhat",
)

_DATE = re.compile(
    r"(?P<words>(?:[a-z]+ ){0,3}?)(?:ngay )?(?P<day>\d{1,2}) (?:thang )?(?P<month>\d{1,2})"
    r"(?: (?:nam )?(?P<year>\d{4}))?(?= |$)"
)
_MONTH = re.compile(
    r"(?P<words>(?:[a-z]+ ){1,3}?)thang (?P<month>\d{1,2})(?: (?:nam )?(?P<year>\d{4}))?(?= |$)"
)
_QUARTER = re.compile(
    r"(?P<words>(?:[a-z]+ ){1,3}?)quy (?P<quarter>iv|i{1,3}|[1-4])"
    r"(?: (?:nam )?(?P<year>\d{4}))?(?= |$)"
)

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def deadline_in(text: str, today: date) -> date | None:
    """The last day that a text gives for the work, None when it gives none from today on.

    :param today: a date without a year is the next one of that day.
    """
    told = plain(text)
    found: list[date] = []
    readers: tuple[tuple[re.Pattern, Callable], ...] = (
        (_DATE, _by_day),
        (_MONTH, _by_month),
        (_QUARTER, _by_quarter),
    )
    for pattern, reader in readers:
        for one in pattern.finditer(told):
            if not _is_deadline(told[: one.start()] + one["words"]):
                continue
            day = reader(one, today)
            if day is not None and today <= day <= today + timedelta(days=3660):
                found.append(day)
    return min(found, default=None)


def _is_deadline(before: str) -> bool:
    """Whether the words before a date make it a deadline."""
    before = before.rstrip().removesuffix(" ngay").rstrip()
    return any(before.endswith(f" {word}") for word in BEFORE)


def _by_day(found: re.Match, today: date) -> date | None:
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if year:
        return _date(int(year), month, day)
    this = _date(today.year, month, day)
    if this is not None and this < today:
        return _date(today.year + 1, month, day)
    return this


def _by_month(found: re.Match, today: date) -> date | None:
    month = int(found["month"])
    if not 1 <= month <= 12:
        return None
    year = int(found["year"] or today.year)
    if not found["year"] and month < today.month:
        year += 1
    return date(year, month, monthrange(year, month)[1])


def _by_quarter(found: re.Match, today: date) -> date | None:
    month = 3 * _QUARTERS[found["quarter"]]
    year = int(found["year"] or today.year)
    if not found["year"] and month < today.month:
        year += 1
    return date(year, month, monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
