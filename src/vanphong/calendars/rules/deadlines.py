"""When something is due, and how late it is.

Deadlines that nobody set come from Decree 30/2020/NĐ-CP: register and present on the day of
arrival, at the latest on the next working day (Articles 4.2, 22 and 23); urgent documents at once.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import Literal
from vanphong.calendars.clock import TZ
from vanphong.calendars.clock import local
from vanphong.calendars.rules.days import WorkCalendar
from vanphong.calendars.rules.days import end_of_day
from vanphong.calendars.rules.days import is_working_day
from vanphong.calendars.rules.days import next_working_day
from vanphong.calendars.rules.days import sessions_on
from vanphong.calendars.rules.days import working_days_between
from vanphong.calendars.rules.days import working_minutes
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: What "immediately" means for an urgent document; the decree names no figure.
URGENT_WITHIN = timedelta(minutes=30)

#: Work due within so many working days is due soon.
SOON_DAYS = 1

LatenessKind = Literal["none", "ontime", "soon", "today", "late"]
LatenessUnit = Literal["day", "hour", "minute"]


@dataclass(frozen=True)
class Lateness:
    """How a deadline stands: ``amount`` units are left, or have passed when ``kind`` is late.

    Without a deadline ``kind`` is none. Units are working days, hours and minutes.
    """

    kind: LatenessKind
    amount: int = 0
    unit: LatenessUnit = "day"


def add_working_days(cal: WorkCalendar, moment: datetime, days: int) -> datetime:
    """Tell when the ``days``-th working day after the day of ``moment`` ends.

    0 means the end of that day itself, or of the next working day after a day off.

    :raises InvalidInput: the number is negative.
    """
    if days < 0:
        raise InvalidInput(
            _("A deadline cannot lie ${days} working days back; give 0 or more."), days=-days
        )
    day = local(moment).date()
    if days == 0 and not is_working_day(cal, day):
        days = 1
    for _number in range(days):
        day = next_working_day(cal, day)
    return end_of_day(cal, day)


def add_working_hours(cal: WorkCalendar, moment: datetime, hours: float) -> datetime:
    """Tell when so many hours of working time have passed since ``moment``.

    0 means ``moment`` itself, or the next minute of work when it lies outside of them.

    :raises InvalidInput: the number is negative.
    """
    if hours < 0:
        raise InvalidInput(
            _("A deadline cannot lie ${hours} working hours back; give 0 or more."), hours=-hours
        )
    rest, moment = timedelta(hours=hours), local(moment)
    day = moment.date()
    while True:
        for opens, closes in sessions_on(cal, day):
            start = max(opens, moment)
            if start < closes and start + rest <= closes:
                return start + rest
            rest -= max(closes - start, timedelta())
        day = next_working_day(cal, day)


def deadline_on(cal: WorkCalendar, day: date) -> datetime:
    """Tell the moment that is meant when somebody sets a day as deadline: its end of work."""
    return end_of_day(cal, day)


def register_by(cal: WorkCalendar, arrived: datetime, urgent: bool) -> datetime:
    """Tell by when a document that ``arrived`` is to be registered (vào sổ), Article 22."""
    return _promptly(cal, arrived, urgent)


def present_by(cal: WorkCalendar, arrived: datetime, urgent: bool) -> datetime:
    """Tell by when a document that ``arrived`` is to be presented (trình), Article 23.1."""
    return _promptly(cal, arrived, urgent)


def _promptly(cal: WorkCalendar, arrived: datetime, urgent: bool) -> datetime:
    return local(arrived) + URGENT_WITHIN if urgent else add_working_days(cal, arrived, 1)


def soon_before(cal: WorkCalendar, now: datetime) -> datetime:
    """Tell the moment before which a deadline counts as soon, for queries over many rows.

    It is the midnight that opens the second working day after ``now``.
    """
    day = local(now).date()
    for _number in range(SOON_DAYS + 1):
        day = next_working_day(cal, day)
    return datetime(day.year, day.month, day.day, tzinfo=TZ)


def lateness(
    cal: WorkCalendar, due: datetime | None, now: datetime, finished: datetime | None = None
) -> Lateness:
    """Tell how the deadline ``due`` stands.

    Finished work is judged by the moment it was finished, and is on time or late.
    On another day the amount is in working days between the two days, at least one ("1 day
    left" is: due on the next working day); within a day it is in working hours, below one hour
    in minutes, and at least one minute.
    """
    if due is None:
        return Lateness("none")
    due, moment = local(due), local(finished or now)
    if moment > due:
        return Lateness("late", *_distance(cal, due, moment))
    if finished is not None:
        kind: LatenessKind = "ontime"
    elif moment.date() == due.date():
        kind = "today"
    elif working_days_between(cal, moment.date(), due.date()) <= SOON_DAYS:
        kind = "soon"
    else:
        kind = "ontime"
    return Lateness(kind, *_distance(cal, moment, due))


def _distance(cal: WorkCalendar, start: datetime, end: datetime) -> tuple[int, LatenessUnit]:
    if start.date() != end.date():
        # At least one: over a weekend no working day passes, yet it is not the same day.
        return max(working_days_between(cal, start.date(), end.date()), 1), "day"
    minutes = working_minutes(cal, start, end) or (end - start) // timedelta(minutes=1)
    return (minutes // 60, "hour") if minutes >= 60 else (max(minutes, 1), "minute")
