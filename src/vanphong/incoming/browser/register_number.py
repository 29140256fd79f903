"""The number that a document would get now, and by when the office must act on it."""

from dataclasses import dataclass
from datetime import datetime
from vanphong.calendars.rules import present_by
from vanphong.calendars.settings import work_calendar
from vanphong.registers import actions
from vanphong.registers import rules


@dataclass(frozen=True)
class Forecast:
    """Number and register that the next document would get; "" when no register is open."""

    number: str
    register: str


def forecast(body, moment: datetime, first: str = "") -> Forecast:
    """Look ahead without opening a register, which only registering may do.

    :param first: title of the register that registering opens where there never was one.
    """
    day = moment.date()
    books = [book for book in actions.registers_of(body) if book.direction == "in"]
    for book in books:
        if actions.is_open(book) and rules.covers(book.counted, book.period, day):
            return Forecast(rules.entry_label(actions.forecast(book)), book.title)
    if first and not books:
        name = body.short_name or body.title
        return Forecast(rules.entry_label(1), f"{first} {name}, năm {moment.year}")
    closed = any(rules.covers(book.counted, book.period, day) for book in books)
    yearly = [book for book in books if book.counted == "year" and book.period < str(day.year)]
    if yearly and not closed:
        latest = max(yearly, key=lambda book: book.period)
        return Forecast(rules.entry_label(1), latest.title.replace(latest.period, str(day.year)))
    return Forecast("", "")


def deadlines(arrived: datetime) -> dict[str, datetime]:
    """Until when it is to be presented, as an ordinary and as an urgent document."""
    calendar = work_calendar()
    return {
        "ordinary": present_by(calendar, arrived, False),
        "urgent": present_by(calendar, arrived, True),
    }
