"""The work calendar as an administrator types it: one line an entry.

Days are written 2026-09-02 or 02/09/2026, days of every year 02/09; blank lines are skipped.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import time
from datetime import timedelta
from itertools import pairwise
from vanphong.calendars.rules.days import ONE_DAY
from vanphong.calendars.rules.days import Holidays
from vanphong.calendars.rules.days import MonthDay
from vanphong.calendars.rules.days import Season
from vanphong.calendars.rules.days import WorkCalendar
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: A longer run of holidays is a slip of the year, not a holiday.
LONGEST_HOLIDAY = timedelta(days=31)

HOLIDAY_LINE = _(
    "Holidays, line ${line}: “${entry}” cannot be read. Write a day or a range, then its name: "
    "“2026-09-02 Quốc khánh”, “2026-02-16..2026-02-20 Tết”, or “01/05 …” for every year."
)
HOLIDAY_RANGE = _(
    "Holidays, line ${line}: “${entry}” is not a range of at most ${days} days. "
    "Write the first day, two dots and the last day."
)
MAKEUP_LINE = _(
    "Working days in exchange, line ${line}: “${entry}” does not begin with a day. "
    "Write it as “2026-08-22” or “22/08/2026”; a remark may follow."
)
SEASON_LINE = _(
    "Seasons, line ${line}: “${entry}” cannot be read. Write the days and the sessions, in order: "
    "“16/04-15/10 07:00-11:00 13:30-17:00”."
)
SEASON_GAP = _("No season covers ${day}. The seasons together must cover the whole year.")
SEASON_OVERLAP = _("Two seasons cover ${day}. Each day belongs to one season.")


def parse_holidays(lines: Iterable[str]) -> Holidays:
    """Read the holidays.

    :raises InvalidInput: naming the line, and what would be right.
    """
    dates: dict[date, str] = {}
    yearly: dict[MonthDay, str] = {}
    for line, entry in _entries(lines):
        when, _space, name = entry.partition(" ")
        name = name.strip() or entry
        first, dots, last = when.partition("..")
        try:
            if not dots and when.count("/") == 1:
                yearly[_month_day(when)] = name
                continue
            start = _day(first)
            end = _day(last) if dots else start
        except ValueError:
            raise _unreadable(HOLIDAY_LINE, line, entry, "holidays") from None
        if not timedelta() <= end - start < LONGEST_HOLIDAY:
            raise InvalidInput(
                HOLIDAY_RANGE, field="holidays", line=line, entry=entry, days=LONGEST_HOLIDAY.days
            )
        while start <= end:
            dates[start] = name
            start += ONE_DAY
    return Holidays(dates, yearly)


def parse_makeup(lines: Iterable[str]) -> frozenset[date]:
    """Read the days worked in exchange for others (ngày làm bù); a remark may follow the day.

    :raises InvalidInput: naming the line, and what would be right.
    """
    days = set()
    for line, entry in _entries(lines):
        try:
            days.add(_day(entry.split()[0]))
        except ValueError:
            raise _unreadable(MAKEUP_LINE, line, entry, "makeup") from None
    return frozenset(days)


def parse_seasons(lines: Iterable[str]) -> tuple[Season, ...]:
    """Read the seasons; together they cover each day of the year once.

    :raises InvalidInput: naming the line or the day, and what would be right.
    """
    seasons = []
    for line, entry in _entries(lines):
        try:
            seasons.append(_season(entry))
        except ValueError:
            raise _unreadable(SEASON_LINE, line, entry, "seasons") from None
    day = date(2024, 1, 1)  # a leap year
    while day.year == 2024:
        covering = sum(season.covers(day) for season in seasons)
        if covering != 1:
            text = SEASON_OVERLAP if covering else SEASON_GAP
            raise InvalidInput(text, field="seasons", day=f"{day:%d/%m}")
        day += ONE_DAY
    return tuple(seasons)


def _entries(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(lines, start=1):
        entry = " ".join(text.replace("–", "-").split())
        if entry:
            yield number, entry


def _unreadable(text: str, line: int, entry: str, field: str) -> InvalidInput:
    return InvalidInput(text, field=field, line=line, entry=entry)


def _day(text: str) -> date:
    if "/" not in text:
        return date.fromisoformat(text)
    day, month, year = map(int, text.split("/"))
    if year < 1900:
        raise ValueError(text)
    return date(year, month, day)


def _month_day(text: str) -> MonthDay:
    day, month = map(int, text.split("/"))
    date(2024, month, day)
    return month, day


def _season(entry: str) -> Season:
    days, *spans = entry.split()
    first, last = days.split("-")
    sessions = tuple(_session(span) for span in spans)
    moments = [moment for session in sessions for moment in session]
    if not moments or any(earlier >= later for earlier, later in pairwise(moments)):
        raise ValueError(entry)
    return Season(_month_day(first), _month_day(last), sessions)


def _session(span: str) -> tuple[time, time]:
    start, end = span.split("-")
    return time.fromisoformat(start), time.fromisoformat(end)


#: The hours most offices keep in summer and in winter; each body sets its own.
DEFAULT_SEASON_LINES = (
    "16/04-15/10 07:00-11:00 13:30-17:00",
    "16/10-15/04 07:30-11:30 13:00-16:30",
)

#: Labour Code 2019, Article 112. Lunar holidays change every year and are added by hand; so
#: does the second day of National Day, which is the day before or the day after.
DEFAULT_HOLIDAY_LINES = (
    "01/01 Tết Dương lịch",
    "30/04 Ngày Chiến thắng",
    "01/05 Ngày Quốc tế Lao động",
    "01/09 Quốc khánh (ngày liền kề)",
    "02/09 Quốc khánh",
)

DEFAULT_CALENDAR = WorkCalendar(
    weekdays=frozenset(range(5)),
    seasons=parse_seasons(DEFAULT_SEASON_LINES),
    holidays=parse_holidays(DEFAULT_HOLIDAY_LINES),
)
