"""A meeting as its invitation calls it, and how it may change (Decree 30/2020, form 1.7)."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7"

#: How long a meeting is taken to last that names no end.
USUAL_LENGTH = timedelta(hours=4)

#: A meeting of more days than this is a mistake of typing.
MOST_DAYS = 14

#: Within this time before the last moment of answering somebody is reminded.
REMIND_BEFORE = timedelta(days=2)


@dataclass(frozen=True)
class Event:
    """When, where and what; moments are aware, in Vietnamese time.

    :param chair_tokens: actor tokens of those chairs who are people of the body.
    :param room: id of a room of the body, "" for a place elsewhere.
    :param sequence: how often it was changed since it was issued; answers are of a sequence.
    :param cancelled: why it does not take place; "" while it does.
    :param changes: fields that were changed last.
    """

    title: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    room: str = ""
    chairs: tuple[str, ...] = ()
    chair_tokens: tuple[str, ...] = ()
    online_link: str = ""
    answer_by: datetime | None = None
    urgent: bool = False
    public: bool = False
    sequence: int = 0
    cancelled: str = ""
    changes: tuple[str, ...] = ()

    @property
    def end(self) -> datetime:
        """When it is over, as far as anybody knows."""
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def last_answer(self) -> datetime:
        """Until when an answer is asked for."""
        return self.answer_by or self.starts_at

    def has_begun(self, now: datetime) -> bool:
        """Whether it has begun."""
        return now >= self.starts_at

    def is_over(self, now: datetime) -> bool:
        """Whether it is over."""
        return now >= self.end


#: What may change of a meeting, and what is said of it.
CHANGED = {
    "starts_at": _("time"),
    "ends_at": _("end"),
    "place": _("place"),
    "room": _("room"),
    "online_link": _("link"),
    "answer_by": _("time of answering"),
}

#: Changes after which answers are asked for anew.
ASKS_ANEW = frozenset({"starts_at", "place", "room"})


def changed(old: Event, new: Event) -> tuple[str, ...]:
    """Names of the fields in which two states of a meeting differ."""
    return tuple(name for name in CHANGED if getattr(old, name) != getattr(new, name))


def check_standing(event: Event) -> None:
    """Refuse what is done about a meeting that does not take place.

    :raises Conflict: with the reason.
    """
    if event.cancelled:
        raise Conflict(_("The meeting was cancelled: ${reason}"), reason=event.cancelled)


def check_change(old: Event, new: Event, now: datetime) -> None:
    """Refuse a change that comes too late, or makes no sense.

    :raises Conflict: when it has begun, or nothing changed.
    :raises RuleBroken: for times that do not fit each other.
    """
    check_standing(old)
    if old.has_begun(now):
        raise Conflict(_("The meeting has begun; it is not changed any more."))
    if not changed(old, new):
        raise Conflict(_("Nothing was changed."))
    if new.starts_at <= now:
        raise RuleBroken(_("The new time is past already."), field="starts_at", rule=LAW)
    if new.ends_at is not None and new.ends_at <= new.starts_at:
        raise RuleBroken(_("It ends before it begins."), field="ends_at", rule=LAW)
    if new.end - new.starts_at > timedelta(days=MOST_DAYS):
        raise RuleBroken(_("No meeting takes that long."), field="ends_at", rule=LAW)
    if new.answer_by is not None and new.answer_by > new.starts_at:
        raise RuleBroken(
            _("The answer is asked for after the meeting has begun."), field="answer_by", rule=LAW
        )
    if not new.place and not new.room:
        raise RuleBroken(_("Say where it takes place."), field="place", rule=LAW)


def days(event: Event) -> tuple[tuple[date, time | None, time | None], ...]:
    """Each day of the meeting with its first and last time; None where the day is full.

    Vietnamese offices keep lines of a schedule by the day, so a meeting of three days has three.
    """
    first, last = event.starts_at.date(), (event.ends_at or event.starts_at).date()
    if first == last:
        end = None if event.ends_at is None else event.ends_at.time()
        return ((first, event.starts_at.time(), end),)
    count = min((last - first).days, MOST_DAYS)
    found: list[tuple[date, time | None, time | None]] = [(first, event.starts_at.time(), None)]
    found += [(first + timedelta(days=n), None, None) for n in range(1, count + 1)]
    return tuple(found)


def needs_reminder(event: Event, now: datetime) -> bool:
    """Whether those who have not answered are reminded now."""
    if event.cancelled or event.has_begun(now):
        return False
    return event.last_answer - now <= REMIND_BEFORE


def same_line(one: str, other: str) -> bool:
    """Whether a line of the invitation names what a title says."""
    return " ".join(one.split()).casefold().rstrip(".;,") == " ".join(other.split()).casefold()
