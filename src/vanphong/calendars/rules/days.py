"""The work calendar: seasons with their sessions, holidays, and days worked instead."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from vanphong.calendars.clock import TZ
from vanphong.calendars.clock import local
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


#: (month, day): a day of every year.
MonthDay = tuple[int, int]

#: Longer than any run of days off; a calendar that has none in it works never.
LONGEST_REST = 60

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Season:
    """A part of the year with its own hours; it may run over New Year.

    ``sessions`` are the (start, end) times of a day, in order.
    """

    start_md: MonthDay
    end_md: MonthDay
    sessions: tuple[tuple[time, time], ...]

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` lies in the season, first and last day included."""
        month_day = (day.month, day.day)
        if self.start_md <= self.end_md:
            return self.start_md <= month_day <= self.end_md
        return month_day >= self.start_md or month_day <= self.end_md


@dataclass(frozen=True)
class Holidays:
    """Days off by law, with their names: single dates, and days of every year."""

    dates: Mapping[date, str] = field(default_factory=dict, hash=False)
    yearly: Mapping[MonthDay, str] = field(default_factory=dict, hash=False)

    def name_of(self, day: date) -> str | None:
        """Name the holiday on ``day``, or None."""
        return self.dates.get(day) or self.yearly.get((day.month, day.day))

    def between(self, after: date, until: date) -> set[date]:
        """Collect the holidays after ``after`` and up to ``until``."""
        found = {day for day in self.dates if after < day <= until}
        for year in range(after.year, until.year + 1):
            found.update(day for day in self._yearly_in(year) if after < day <= until)
        return found

    def _yearly_in(self, year: int) -> Iterator[date]:
        for month, day in self.yearly:
            if (month, day) != (2, 29) or year % 4 == 0:
                yield date(year, month, day)


@dataclass(frozen=True)
class WorkCalendar:
    """When the office works.

    ``weekdays`` as in ``date.weekday()`` (Monday is 0); the seasons cover the whole year;
    ``makeup`` are days worked in exchange for others (ngày làm bù) and win over holidays.
    """

    weekdays: frozenset[int]
    seasons: tuple[Season, ...]
    holidays: Holidays = Holidays()
    makeup: frozenset[date] = frozenset()


def is_working_day(cal: WorkCalendar, day: date) -> bool:
    """Tell whether the office works on ``day``."""
    if day in cal.makeup:
        return True
    return day.weekday() in cal.weekdays and cal.holidays.name_of(day) is None


def next_working_day(cal: WorkCalendar, day: date) -> date:
    """Find the first working day after ``day``.

    :raises RuleBroken: the calendar has no working day for two months.
    """
    for number in range(1, LONGEST_REST + 1):
        candidate = day + timedelta(days=number)
        if is_working_day(cal, candidate):
            return candidate
    raise RuleBroken(
        _("The work calendar has no working day in the ${days} days after ${day}."),
        days=LONGEST_REST,
        day=f"{day:%d/%m/%Y}",
    )


def working_days_between(cal: WorkCalendar, after: date, until: date) -> int:
    """Count the working days after ``after`` up to and including ``until``.

    It costs the same for a day and for ten years: lists ask it once a row.
    """
    if until <= after:
        return 0
    weeks, rest = divmod((until - after).days, 7)
    count = weeks * len(cal.weekdays)
    count += sum((after + timedelta(days=n)).weekday() in cal.weekdays for n in range(1, rest + 1))
    for day in cal.holidays.between(after, until) - cal.makeup:
        count -= day.weekday() in cal.weekdays
    for day in cal.makeup:
        count += after < day <= until and day.weekday() not in cal.weekdays
    return count


def season_of(cal: WorkCalendar, day: date) -> Season:
    """Find the season that ``day`` lies in.

    :raises RuleBroken: no season covers the day.
    """
    for season in cal.seasons:
        if season.covers(day):
            return season
    raise RuleBroken(_("The work calendar has no working hours for ${day}."), day=f"{day:%d/%m/%Y}")


def sessions_on(cal: WorkCalendar, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """List the (start, end) moments of work on ``day``; none on a day off."""
    if not is_working_day(cal, day):
        return ()
    return tuple(
        (datetime.combine(day, start, TZ), datetime.combine(day, end, TZ))
        for start, end in season_of(cal, day).sessions
    )


def end_of_day(cal: WorkCalendar, day: date) -> datetime:
    """Tell when the last session of the season ends on ``day``, be it a working day or not."""
    return datetime.combine(day, season_of(cal, day).sessions[-1][1], TZ)


def working_minutes(cal: WorkCalendar, start: datetime, end: datetime) -> int:
    """Count the whole minutes of working time from ``start`` to ``end``; 0 if they are swapped."""
    start, end = local(start), local(end)
    total = timedelta()
    day = start.date()
    while day <= end.date():
        for opens, closes in sessions_on(cal, day):
            total += max(timedelta(), min(closes, end) - max(opens, start))
        day += ONE_DAY
    return total // timedelta(minutes=1)
