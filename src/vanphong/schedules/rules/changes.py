"""What has changed in a schedule since it was published, in words and marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from enum import StrEnum
from vanphong.errors import mark as _
from vanphong.schedules.rules.conflicts import time_words
from vanphong.schedules.rules.items import STANDING
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import State


class Mark(StrEnum):
    """How an item differs from the schedule that was published first."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was: a message id and the value before."""

    text: str
    before: str = ""


@dataclass(frozen=True)
class Marked:
    """An item as it is shown: the item, its mark, and what it was before."""

    item: Item
    mark: Mark | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Edition:
    """A schedule as it was published; number 0 is the first one, n the n-th adjusted one."""

    number: int
    items: tuple[Item, ...]
    at: datetime
    by: str
    note: str = ""
    replaces_invitation: bool = False


ADDED = _("Added")
CANCELLED = _("Cancelled")
CANCELLED_FOR = _("Cancelled: ${before}")
DAY = _("Day changed, before: ${before}")
TIME = _("Time changed, before: ${before}")
ROOM = _("Room changed, before: ${before}")
PLACE = _("Place changed, before: ${before}")
CHAIR = _("Chair changed, before: ${before}")
CONTENT = _("Content changed")
PEOPLE = _("Participants changed")
OTHER = _("Adjusted")

#: Fields of which a change is seen by nobody.
_UNSEEN = ("sequence", "state", "unit", "proposed_by", "series", "invitation", "reason")


def standing(items: Iterable[Item]) -> tuple[Item, ...]:
    """What is published of the items, in order."""
    return tuple(sorted((i for i in items if i.state in STANDING), key=lambda one: one.order))


def marked(first: Iterable[Item], now: Iterable[Item]) -> tuple[Marked, ...]:
    """The items of now, in order, each with its mark against the first edition.

    What was cancelled before the first edition is not worth telling, and left out.
    """
    before = {one.uid: one for one in first}
    found = []
    for item in standing(now):
        old = before.get(item.uid)
        if item.state is State.CANCELLED:
            if old is None or old.state is State.CANCELLED:
                continue
            text = CANCELLED_FOR if item.reason else CANCELLED
            found.append(Marked(item, Mark.CANCELLED, (Change(text, item.reason),)))
        elif old is None:
            found.append(Marked(item, Mark.NEW, (Change(ADDED),)))
        else:
            changes = differences(old, item)
            found.append(Marked(item, Mark.CHANGED if changes else None, changes))
    return tuple(found)


def unmarked(items: Iterable[Item]) -> tuple[Marked, ...]:
    """Items of a schedule that is published for the first time."""
    return tuple(Marked(one) for one in standing(items) if one.state is not State.CANCELLED)


def differences(old: Item, new: Item) -> tuple[Change, ...]:
    """What a reader of the schedule sees changed."""
    found = []
    if old.day != new.day:
        found.append(Change(DAY, _day(old.day)))
    if (old.start, old.end, old.session) != (new.start, new.end, new.session):
        found.append(Change(TIME, time_words(old) or old.session))
    if (old.room, old.place) != (new.room, new.place):
        found.append(Change(ROOM if old.room and new.room else PLACE, old.place or "–"))
    if old.chairs != new.chairs:
        found.append(Change(CHAIR, ", ".join(one.title for one in old.chairs) or "–"))
    if old.content != new.content:
        found.append(Change(CONTENT))
    if old.participants != new.participants:
        found.append(Change(PEOPLE))
    if not found and _seen(old) != _seen(new):
        found.append(Change(OTHER))
    return tuple(found)


def next_edition(last: Iterable[Item], now: Iterable[Item]) -> tuple[Item, ...]:
    """The items to publish: those that changed get the next sequence number."""
    before = {one.uid: one for one in last}
    found = []
    for item in standing(now):
        old = before.get(item.uid)
        if old is None:
            if item.state is State.CANCELLED:
                continue
            found.append(item)
        elif changed(old, item):
            found.append(replace(item, sequence=old.sequence + 1))
        else:
            found.append(replace(item, sequence=old.sequence))
    return tuple(found)


def changed(old: Item, new: Item) -> bool:
    """Whether somebody must be told: the item changed, or was cancelled or taken up again."""
    return old.state != new.state or bool(differences(old, new))


def pending(last: Iterable[Item], now: Iterable[Item]) -> tuple[Item, ...]:
    """The items that differ from the edition that is published."""
    before = {one.uid: one for one in last}
    return tuple(
        one
        for one in standing(now)
        if (one.uid not in before and one.state is not State.CANCELLED)
        or (one.uid in before and changed(before[one.uid], one))
    )


def affected(last: Iterable[Item], now: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """Whom a new edition concerns: by actor token, the items that changed for them."""
    before = {one.uid: one for one in last}
    found: dict[str, list[Item]] = {}
    for item in pending(before.values(), now):
        old = before.get(item.uid)
        tokens = {one.token for one in item.people}
        if old is not None:
            tokens |= {one.token for one in old.people}
        for token in tokens:
            found.setdefault(token, []).append(item)
    return {token: tuple(items) for token, items in found.items()}


def _day(day: date) -> str:
    return f"{day:%d/%m}"


def _seen(item: Item) -> dict[str, object]:
    return {name: value for name, value in vars(item).items() if name not in _UNSEEN}
