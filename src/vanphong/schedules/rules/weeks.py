"""Weeks as the office counts them: Monday to Sunday, numbered as in ISO 8601."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


#: Years for which a schedule can be kept.
FIRST_YEAR, LAST_YEAR = 2000, 2099

_KEY = re.compile(r"(\d{4})-?W?(\d{1,2})")


@dataclass(frozen=True, order=True)
class Week:
    """One week; the year is that of its Thursday.

    :raises InvalidInput: for a week that does not exist.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        try:
            known = FIRST_YEAR <= self.year <= LAST_YEAR
            date.fromisocalendar(self.year, self.number, 1)
        except ValueError:
            known = False
        if not known:
            raise InvalidInput(
                _("There is no week ${number} of ${year}."),
                number=self.number,
                year=self.year,
                field="week",
            )

    @property
    def first(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.first + timedelta(days=number) for number in range(7))

    @property
    def key(self) -> str:
        """``2024-33``."""
        return f"{self.year}-{self.number:02}"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def after(self, weeks: int = 1) -> "Week":
        """The week so many weeks later, or earlier when negative; the last one that there is."""
        monday = self.first + timedelta(weeks=weeks)
        first = date.fromisocalendar(FIRST_YEAR, 1, 1)
        last = date.fromisocalendar(LAST_YEAR, weeks_in(LAST_YEAR), 1)
        return week_of(min(max(monday, first), last))


def week_of(day: date) -> Week:
    """The week in which a day lies."""
    year, number, _weekday = day.isocalendar()
    return Week(year, number)


def counted(year: int, number: int) -> Week:
    """The week by its number in a form, which has 1 to 53 for every year.

    Where a year has 52, the 53rd is the first one of the next.

    :raises InvalidInput: for other numbers, and years without schedules.
    """
    return Week(year, number) if number != 53 else Week(year, 52).after()


def parse_week(text: str) -> Week:
    """A week from ``2024-33`` or ``2024-W33``.

    :raises InvalidInput: when it is neither.
    """
    found = _KEY.fullmatch(text.strip())
    if found is None:
        raise InvalidInput(_("“${value}” is no week. Write it as 2024-33."), value=text[:40])
    return Week(int(found[1]), int(found[2]))


def weeks_in(year: int) -> int:
    """How many weeks a year has: 52 or 53."""
    return date(year, 12, 28).isocalendar()[1]
