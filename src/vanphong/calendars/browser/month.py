"""A month laid out in weeks, each day with what the work calendar says of it."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from vanphong.calendars import rules
import re


@dataclass(frozen=True)
class Day:
    """A day of the month shown.

    ``holiday`` is the name of the day off, or ""; ``makeup`` tells that it is worked in
    exchange for another.
    """

    number: int
    works: bool
    holiday: str
    makeup: bool
    today: bool


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def named(cls, text: str) -> "Month | None":
        """The month written ``2026-02``, or None."""
        match = re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", text)
        return cls(int(match[1]), int(match[2])) if match else None

    @property
    def name(self) -> str:
        """``2026-02``, as in addresses."""
        return f"{self.year}-{self.month:02d}"

    @property
    def title(self) -> str:
        """``02/2026``, as it is read."""
        return f"{self.month:02d}/{self.year}"

    @property
    def next(self) -> "Month":
        """The month after."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "Month":
        """The month before."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def weeks(self, cal: rules.WorkCalendar, today: date) -> list[list[Day | None]]:
        """Weeks from Monday to Sunday; None stands for days of the neighbouring months."""
        return [
            [
                _day(cal, date(self.year, self.month, number), today) if number else None
                for number in week
            ]
            for week in Calendar().monthdayscalendar(self.year, self.month)
        ]


def _day(cal: rules.WorkCalendar, day: date, today: date) -> Day:
    return Day(
        number=day.day,
        works=rules.is_working_day(cal, day),
        holiday=cal.holidays.name_of(day) or "",
        makeup=day in cal.makeup,
        today=day == today,
    )
