"""Acts that put down several items: a week copied, recurring items, a calendar file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.schedules import flow
from vanphong.schedules import importing
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.actions import frame
from vanphong.schedules.actions import items as item_acts


#: Characters of a list of days that are left out.
LONGEST_SKIP = 700


@office_act("copy_week", frame.COMPILE, frame.KEEPERS)
def copy_week(schedule: Any, year: int, number: int, source: str = "") -> tuple[rules.Item, ...]:
    """Take over the items of the week before, those that stand and are not there yet.

    :param source: key of another week, such as ``2024-30``.
    :raises Conflict: when there is nothing to take over.
    """
    week = rules.Week(year, number)
    weeks.check_reach(week)
    origin = weeks.find(schedule, rules.parse_week(source) if source else week.after(-1))
    stored = weeks.find(schedule, week)
    if stored is not None:
        flow.check(stored, flow.COLLECTING)
    there = {_likeness(one) for one in ([] if stored is None else stored.items)}
    new = [
        rules.copied(one, frame.new_uid(), week)
        for one in ([] if origin is None else origin.items)
        if one.state is rules.State.ACCEPTED and not one.invitation
    ]
    new = [one for one in new if _likeness(one) not in there]
    if not new:
        raise Conflict(_("That week has no items that are not here already."))
    stored = weeks.get_or_make(schedule, week)
    frame.put(stored, *new)
    frame.told("copy_week", stored, source=origin.week.key, items=len(new))
    return tuple(new)


@office_act("add_recurring", frame.COMPILE, frame.KEEPERS)
def add_recurring(
    schedule: Any, raw: Mapping[str, Any], *, every: str, until: object, skip: str = ""
) -> tuple[rules.Item, ...]:
    """Put down an item that comes again, weekly or on a day of every month.

    :param raw: the first one, see ``rules.read_item``.
    :param until: the last day on which it may take place.
    :param skip: days on which it does not, parted by commas or blanks.
    """
    series = frame.new_uid()
    first = rules.read_item(
        {"day": None, **raw},
        known.known(schedule),
        rules.Item(
            uid="",
            day=rules.read_day(raw.get("day"), "day"),
            session=rules.Session.MORNING,
            content="",
            state=rules.State.ACCEPTED,
            proposed_by=frame.myself(),
            series=series,
        ),
    )
    days = rules.occurrences(first.day, every, rules.read_day(until, "until"))
    if len(skip) > LONGEST_SKIP:
        raise InvalidInput(_("This is too long."), field="skip")
    skipped = [rules.read_day(one, "skip") for one in skip.replace(",", " ").split()]
    days = rules.without(days, skipped)
    for day in (days[0], days[-1]):
        weeks.check_reach(rules.week_of(day))
    new = [replace(first, uid=frame.new_uid(), day=day) for day in days]
    for one in new:
        frame.put(weeks.get_or_make(schedule, rules.week_of(one.day)), one)
    frame.told("add_recurring", schedule, series=series, items=len(new))
    return tuple(new)


@office_act("import_items", frame.PROPOSE, frame.PROPOSERS)
def import_items(schedule: Any, data: bytes) -> tuple[rules.Item, ...]:
    """Put down the events of a calendar file (.ics) as proposals.

    Events of weeks that are over, or closed for proposals, are refused with the rest.

    :raises InvalidInput: for a file that is no calendar, is too large or has too many events.
    """
    unit = next(iter(item_acts.my_units(schedule)), "")
    new = []
    for raw in importing.read(data):
        empty = rules.Item(
            uid=frame.new_uid(),
            day=raw["day"],
            session=rules.Session.MORNING,
            content="",
            unit=unit,
            proposed_by=frame.myself(),
        )
        new.append(rules.read_item(raw, known.known(schedule), empty))
    if not new:
        raise InvalidInput(_("There is no event in this calendar."), field="file")
    by_week: dict[rules.Week, list[rules.Item]] = {}
    for one in new:
        by_week.setdefault(rules.week_of(one.day), []).append(one)
    for week in by_week:
        weeks.check_reach(week)
        item_acts.check_open(week, weeks.find(schedule, week))
    for week, some in by_week.items():
        frame.put(weeks.get_or_make(schedule, week), *some)
    frame.told("import_items", schedule, items=len(new), unit=unit)
    return tuple(new)


def _likeness(item: rules.Item) -> tuple[object, ...]:
    return item.day, item.start, item.session, item.content.casefold()
