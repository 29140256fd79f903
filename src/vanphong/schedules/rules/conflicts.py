"""What stands in the way of an item: leaders, rooms, people, days off."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from enum import StrEnum
from vanphong.calendars.clock import TZ
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.rules import sessions_on
from vanphong.errors import mark as _
from vanphong.schedules.rules.items import GONE
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import State
from vanphong.schedules.rules.items import Visibility


class Clash(StrEnum):
    """What two items quarrel about, or what an item has against itself."""

    LEADER = "leader"
    ROOM = "room"
    PARTICIPANT = "participant"
    HOLIDAY = "holiday"
    HOURS = "hours"


#: Which of them are only to be looked at: nobody is in two places.
HINTS = (Clash.HOLIDAY, Clash.HOURS)

TEXTS = {
    Clash.LEADER: _("${who} chairs or attends “${content}” at that time (${time})."),
    Clash.ROOM: _("${who} is taken by “${content}” at that time (${time})."),
    Clash.PARTICIPANT: _("${who} is expected at “${content}” at that time (${time})."),
    Clash.HOLIDAY: _("${who} is no working day."),
    Clash.HOURS: _("${time} lies outside office hours."),
}

#: What is said of an item that not everybody may see.
BUSY = "…"


@dataclass(frozen=True)
class Conflict:
    """One thing that stands in the way; ``other`` is the UID of the other item, or ""."""

    clash: Clash
    who: str = ""
    content: str = ""
    time: str = ""
    other: str = ""

    @property
    def is_hint(self) -> bool:
        """Whether it may well be meant so."""
        return self.clash in HINTS

    @property
    def text(self) -> str:
        """The message id of what is to be said."""
        return TEXTS[self.clash]

    @property
    def mapping(self) -> dict[str, str]:
        """Values for the places of the text."""
        return {"who": self.who, "content": self.content, "time": self.time}


def conflicts(items: Iterable[Item], item: Item, calendar: WorkCalendar) -> tuple[Conflict, ...]:
    """What stands in the way of an item among the others, the hardest first."""
    found = list(_own(item, calendar))
    for other in items:
        if other.uid != item.uid and _plans(other) and item.overlaps(other):
            found.extend(_between(item, other))
    order = list(Clash)
    return tuple(sorted(found, key=lambda one: (order.index(one.clash), one.time, one.who)))


def all_conflicts(items: Iterable[Item], calendar: WorkCalendar) -> dict[str, tuple[Conflict, ...]]:
    """The conflicts of every item that is planned with, by UID; quiet ones are left out."""
    known = [one for one in items if _plans(one)]
    by_day: dict[object, list[Item]] = {}
    for one in known:
        by_day.setdefault(one.day, []).append(one)
    found = {one.uid: conflicts(by_day[one.day], one, calendar) for one in known}
    return {uid: some for uid, some in found.items() if some}


def time_words(item: Item) -> str:
    """``08:30``, ``08:30–10:00``, or "" for a session."""
    if item.start is None:
        return ""
    end = f"–{item.end:%H:%M}" if item.end else ""
    return f"{item.start:%H:%M}{end}"


def _plans(item: Item) -> bool:
    return item.state not in (*GONE, State.CANCELLED)


def _between(item: Item, other: Item) -> Iterator[Conflict]:
    content = BUSY if other.visibility is Visibility.PRIVATE else other.content
    times = time_words(other) or other.session
    if item.room and item.room == other.room:
        yield Conflict(Clash.ROOM, item.place, content, times, other.uid)
    leading = {one.token for one in item.chairs if one.is_person}
    theirs = {one.token for one in other.chairs if one.is_person}
    busy = {one.token for one in other.people if one.is_person}
    for one in item.people:
        if not one.is_person or one.token not in busy:
            continue
        leads = one.token in leading or one.token in theirs
        clash = Clash.LEADER if leads else Clash.PARTICIPANT
        yield Conflict(clash, one.title, content, times, other.uid)


def _own(item: Item, calendar: WorkCalendar) -> Iterator[Conflict]:
    if not is_working_day(calendar, item.day):
        name = calendar.holidays.name_of(item.day)
        day = f"{item.day:%d/%m/%Y}"
        yield Conflict(Clash.HOLIDAY, f"{day} ({name})" if name else day)
    elif item.start is not None and not _in_office_hours(item, item.start, calendar):
        yield Conflict(Clash.HOURS, time=time_words(item))


def _in_office_hours(item: Item, start: time, calendar: WorkCalendar) -> bool:
    moment = datetime.combine(item.day, start, TZ)
    return any(begin <= moment < end for begin, end in sessions_on(calendar, item.day))
