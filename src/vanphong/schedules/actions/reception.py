"""Acts on the days on which leaders receive citizens."""

from collections.abc import Mapping
from datetime import date
from datetime import time
from typing import Any
from vanphong.calendars.settings import work_calendar
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules.actions import frame
from vanphong.schedules.actions.rooms import MANAGERS
import re


LONGEST = 250

_HOURS = re.compile(r"\s*[-–]\s*")


@office_act("save_reception_rule", frame.MANAGE, MANAGERS)
def save_reception_rule(
    schedule: Any, raw: Mapping[str, Any], *, rule_id: str = ""
) -> rules.ReceptionRule:
    """Add a rule of reception days, or change the one with this id.

    :param raw: ``who`` (token or name), ``position``, ``month_days`` ("15, 25"), ``weekday``
        (0 is Monday), ``hours`` ("07:30-11:00; 14:00-16:30"), ``place``, ``note``,
        ``valid_from``, ``valid_to``.
    """
    there = {one.id: one for one in schedule.reception_rules}
    if rule_id and rule_id not in there:
        raise InvalidInput(_("There is no such rule."), field="rule")
    who = _who(schedule, raw.get("who"))
    rule = rules.ReceptionRule(
        id=rule_id or frame.new_uid(),
        who=who,
        position=_line(raw, "position"),
        month_days=_numbers(raw.get("month_days")),
        weekday=_weekday(raw.get("weekday")),
        hours=_hours(raw.get("hours")),
        place=_line(raw, "place"),
        note=_line(raw, "note"),
        valid_from=_day(raw, "valid_from"),
        valid_to=_day(raw, "valid_to"),
    )
    rules.check_rule(rule)
    schedule.reception_rules = tuple((there | {rule.id: rule}).values())
    frame.told("save_reception_rule", schedule, rule=rule.id)
    return rule


@office_act("remove_reception_rule", frame.MANAGE, MANAGERS)
def remove_reception_rule(schedule: Any, rule_id: str) -> None:
    """Take away a rule; to keep the past readable, end it with ``valid_to`` instead."""
    kept = tuple(one for one in schedule.reception_rules if one.id != rule_id)
    if len(kept) == len(schedule.reception_rules):
        raise InvalidInput(_("There is no such rule."), field="rule")
    schedule.reception_rules = kept
    frame.told("remove_reception_rule", schedule, rule=rule_id)


@office_act("substitute_reception", frame.COMPILE, frame.KEEPERS)
def substitute_reception(
    schedule: Any,
    rule_id: str,
    day: date,
    *,
    who: str = "",
    position: str = "",
    reason: str = "",
) -> rules.Substitution:
    """Let somebody else receive on one day; nobody, when ``who`` is empty.

    :raises InvalidInput: when nobody receives by that rule on that day.
    """
    found = rules.receptions(
        schedule.reception_rules, schedule.substitutions, day.year, day.month, work_calendar()
    )
    if not any(one.rule.id == rule_id and one.day == day for one in found):
        raise InvalidInput(_("Nobody receives by this rule on that day."), field="day")
    other = _who(schedule, who) if who.strip() else rules.NOBODY
    why = frame.reason_of(reason, needed=not other.title)
    new = rules.Substitution(rule_id, day, other, " ".join(position.split())[:LONGEST], why)
    kept = [one for one in schedule.substitutions if (one.rule, one.day) != (rule_id, day)]
    schedule.substitutions = (*kept, new)
    frame.told("substitute_reception", schedule, rule=rule_id, day=day.isoformat())
    return new


def _who(schedule: Any, given: object) -> rules.Who:
    people = rules.read_people(given or "", known.known(schedule), "who")
    return people[0] if people else rules.NOBODY


def _line(raw: Mapping[str, Any], name: str) -> str:
    text = " ".join(str(raw.get(name) or "").split())
    if len(text) > LONGEST:
        raise InvalidInput(_("This is too long."), field=name)
    return text


def _day(raw: Mapping[str, Any], name: str) -> date | None:
    return rules.read_day(raw[name], name) if raw.get(name) else None


def _numbers(given: object) -> tuple[int, ...]:
    text = given if isinstance(given, str) else ",".join(map(str, given or ()))  # type: ignore[call-overload]
    try:
        return tuple(sorted({int(one) for one in re.split(r"[,;\s]+", text) if one}))
    except ValueError as problem:
        raise InvalidInput(_("Write the days as 15, 25."), field="month_days") from problem


def _weekday(given: object) -> int | None:
    if given in (None, ""):
        return None
    try:
        return int(str(given))
    except ValueError as problem:
        raise InvalidInput(_("This is not a weekday."), field="weekday") from problem


def _hours(given: object) -> tuple[tuple[time, time], ...]:
    found = []
    for part in str(given or "").split(";"):
        if not part.strip():
            continue
        times = [rules.read_time(one, "hours") for one in _HOURS.split(part.strip())]
        if len(times) != 2 or times[0] is None or times[1] is None:
            raise InvalidInput(_("Write the hours as 7:30-11:00; 14:00-16:30."), field="hours")
        found.append((times[0], times[1]))
    return tuple(found)
