"""What comes again: dates of recurring items, and items copied to another week."""

from calendar import monthrange
from collections.abc import Collection
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from datetime import timedelta
from enum import StrEnum
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import State
from vanphong.schedules.rules.weeks import Week


#: At most so many items are made at once: a year of weeks.
MOST = 53


class Every(StrEnum):
    """How often something comes again; monthly on the same day of the month."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


def occurrences(first: date, every: str, until: date) -> tuple[date, ...]:
    """The days on which something takes place, the first one included.

    A month without that day has it on its last one.

    :raises InvalidInput: for an end before the beginning, or too many of them.
    """
    if every not in list(Every):
        raise InvalidInput(_("“${value}” is not a recurrence."), value=every, field="every")
    if until < first:
        raise InvalidInput(_("The last day lies before the first."), field="until")
    days = []
    number = 0
    day = first
    while day <= until:
        days.append(day)
        number += 1
        if number > MOST:
            raise InvalidInput(
                _("These would be more than ${most} items: choose an earlier last day."),
                most=MOST,
                field="until",
            )
        weekly = every == Every.WEEKLY
        day = first + timedelta(weeks=number) if weekly else _months_later(first, number)
    return tuple(days)


def without(days: Sequence[date], skipped: Collection[date]) -> tuple[date, ...]:
    """The days on which something takes place after all.

    :raises InvalidInput: for a skipped day that is none of them, or when none is left.
    """
    for day in skipped:
        if day not in days:
            raise InvalidInput(
                _("On ${day} it does not take place anyway."),
                day=f"{day:%d/%m/%Y}",
                field="skip",
            )
    left = tuple(day for day in days if day not in skipped)
    if not left:
        raise InvalidInput(_("No day is left on which it takes place."), field="skip")
    return left


def copied(item: Item, uid: str, to: Week) -> Item:
    """An item as it comes again in another week, on the same weekday."""
    return replace(
        item,
        uid=uid,
        day=to.days[item.day.weekday()],
        state=State.ACCEPTED,
        reason="",
        sequence=0,
        invitation="",
    )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
