"""Days on which leaders receive citizens (lịch tiếp công dân).

Rules say when: on days of the month or on a weekday. A day off moves to the next working
day; somebody else may receive by substitution. Law on Citizen Reception 42/2013/QH13,
Article 18: the head of a body receives on fixed days, which are made public.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import time
from datetime import timedelta
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.rules import next_working_day
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.schedules.rules.items import NOBODY
from vanphong.schedules.rules.items import Who


LAW = "Luật Tiếp công dân 42/2013/QH13, Điều 18"


@dataclass(frozen=True)
class ReceptionRule:
    """When somebody receives; either days of the month or a weekday (Monday is 0).

    :param hours: pairs of times, in order.
    :param position: printed beside the name of who receives.
    """

    id: str
    who: Who
    position: str = ""
    month_days: tuple[int, ...] = ()
    weekday: int | None = None
    hours: tuple[tuple[time, time], ...] = ()
    place: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Substitution:
    """On one day somebody else receives, or nobody does when ``who`` is nobody."""

    rule: str
    day: date
    who: Who = NOBODY
    position: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Reception:
    """One reception.

    :param planned: the day of the rule, which is another when that was a day off.
    :param instead_of: who would have received, "" without a substitution.
    """

    day: date
    planned: date
    rule: ReceptionRule
    who: Who
    position: str
    instead_of: str = ""
    cancelled: bool = False
    reason: str = ""

    @property
    def is_shifted(self) -> bool:
        """Whether a day off has moved it."""
        return self.day != self.planned


def check_rule(rule: ReceptionRule) -> None:
    """Check a rule before it is kept.

    :raises InvalidInput: for a rule without who, days or an order of its times.
    """
    if not rule.who.title.strip():
        raise InvalidInput(_("Say who receives."), field="who")
    if bool(rule.month_days) == (rule.weekday is not None):
        raise InvalidInput(_("Give days of the month, or one weekday."), field="month_days")
    if any(not 1 <= day <= 31 for day in rule.month_days):
        raise InvalidInput(_("A day of the month lies between 1 and 31."), field="month_days")
    if rule.weekday is not None and not 0 <= rule.weekday <= 6:
        raise InvalidInput(_("This is not a weekday."), field="weekday")
    last = None
    for begin, end in rule.hours:
        if end <= begin or (last is not None and begin < last):
            raise InvalidInput(_("The end lies before the start."), field="hours")
        last = end
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        raise InvalidInput(_("The last day lies before the first."), field="valid_to")


def receptions(
    rules: Iterable[ReceptionRule],
    substitutions: Iterable[Substitution],
    year: int,
    month: int,
    calendar: WorkCalendar,
) -> tuple[Reception, ...]:
    """The receptions of a month, in order, those that were moved into it included."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    known = {(one.rule, one.day): one for one in substitutions}
    found = []
    for rule in rules:
        for planned in _planned(rule, first - timedelta(days=20), last):
            day = planned
            if not is_working_day(calendar, planned):
                day = next_working_day(calendar, planned)
            if first <= day <= last:
                found.append(_reception(rule, day, planned, known))
    moved = {(one.day, one.rule.id): one for one in reversed(found)}
    return tuple(sorted(moved.values(), key=lambda one: (one.day, one.rule.hours, one.who.title)))


def _planned(rule: ReceptionRule, first: date, last: date) -> list[date]:
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [
        day
        for day in days
        if (rule.valid_from is None or rule.valid_from <= day)
        and (rule.valid_to is None or day <= rule.valid_to)
        and (day.weekday() == rule.weekday or day.day in rule.month_days)
    ]


def _reception(
    rule: ReceptionRule,
    day: date,
    planned: date,
    known: dict[tuple[str, date], Substitution],
) -> Reception:
    other = known.get((rule.id, day)) or known.get((rule.id, planned))
    if other is None:
        return Reception(day, planned, rule, rule.who, rule.position)
    cancelled = not other.who.title
    return Reception(
        day,
        planned,
        rule,
        who=rule.who if cancelled else other.who,
        position=rule.position if cancelled else other.position,
        instead_of="" if cancelled else rule.who.title,
        cancelled=cancelled,
        reason=other.reason,
    )
