"""One line of a work schedule, as a frozen value."""

from dataclasses import dataclass
from datetime import date
from datetime import time
from enum import StrEnum


class Session(StrEnum):
    """The part of the day (buổi)."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ALL_DAY = "all-day"


class Kind(StrEnum):
    """What sort of work it is."""

    MEETING = "meeting"
    RECEPTION = "reception"
    FIELD = "field"
    ONLINE = "online"
    OTHER = "other"


class Visibility(StrEnum):
    """Who sees it: everybody, the people of the body, or those concerned and the Office."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PRIVATE = "private"


class State(StrEnum):
    """Where it stands. A cancelled one stays in the schedule, struck through."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


#: States of what stands in a schedule that is published.
STANDING = (State.ACCEPTED, State.CANCELLED)

#: States of what nobody plans with any more.
GONE = (State.REFUSED, State.WITHDRAWN)

#: When the sessions begin and end, for what has no times of its own.
SPANS = {
    Session.MORNING: (time(0), time(12)),
    Session.AFTERNOON: (time(12), time(18)),
    Session.EVENING: (time(18), time(23, 59)),
    Session.ALL_DAY: (time(0), time(23, 59)),
}

#: Minutes that a meeting without an end is taken to last.
USUAL_LENGTH = 90

_LAST_MINUTE = 24 * 60 - 1


@dataclass(frozen=True)
class Who:
    """A person, a position or a unit.

    :param token: actor token; "" for a free text, which nobody is told of.
    :param title: as it is printed.
    """

    token: str = ""
    title: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is one person, who cannot be in two places."""
        return bool(self.token) and ":" not in self.token


NOBODY = Who()


@dataclass(frozen=True)
class Item:
    """One line of a schedule.

    :param room: id of a room of the body; "" when the place is somewhere else.
    :param place: as it is printed, of a room its name.
    :param branches: places that join online (điểm cầu).
    :param separate_invitation: an invitation of its own goes out ("Giấy mời riêng").
    :param office_leader: leader of the Office who goes along (LĐVP); ``specialist``: CVVP.
    :param unit: UID of the unit that proposed it; "" for the Office.
    :param sequence: of iCalendar: how often it was changed after it was published.
    :param reason: why it was refused, withdrawn or cancelled.
    :param invitation: UID of the invitation that it comes from.
    """

    uid: str
    day: date
    session: Session
    content: str
    start: time | None = None
    end: time | None = None
    chairs: tuple[Who, ...] = ()
    participants: tuple[Who, ...] = ()
    place: str = ""
    room: str = ""
    preparer: Who = NOBODY
    invited_by: str = ""
    office_leader: Who = NOBODY
    specialist: Who = NOBODY
    kind: Kind = Kind.MEETING
    separate_invitation: bool = False
    branches: tuple[str, ...] = ()
    note: str = ""
    visibility: Visibility = Visibility.PUBLIC
    state: State = State.PROPOSED
    reason: str = ""
    unit: str = ""
    proposed_by: Who = NOBODY
    sequence: int = 0
    series: str = ""
    invitation: str = ""

    @property
    def people(self) -> tuple[Who, ...]:
        """Everybody whom it concerns, each once."""
        found = (
            *self.chairs,
            *self.participants,
            self.preparer,
            self.office_leader,
            self.specialist,
        )
        return tuple(dict.fromkeys(one for one in found if one.token))

    @property
    def tokens(self) -> frozenset[str]:
        """Actor tokens of everybody whom it concerns, and of who proposed it."""
        found = {one.token for one in self.people} | {self.proposed_by.token}
        return frozenset(found - {""})

    @property
    def span(self) -> tuple[int, int]:
        """First and last minute of the day in which it takes place."""
        first, last = SPANS[self.session]
        if self.start is None:
            return _minutes(first), _minutes(last)
        begin = _minutes(self.start)
        if self.end is not None:
            return begin, _minutes(self.end)
        if self.session is Session.ALL_DAY:
            return begin, _minutes(last)
        return begin, min(begin + USUAL_LENGTH, _LAST_MINUTE)

    @property
    def order(self) -> tuple[date, int, int, str]:
        """Place among the others: a whole day comes behind what has a time."""
        whole = self.start is None and self.session is Session.ALL_DAY
        return self.day, int(whole), self.span[0], self.uid

    def overlaps(self, other: "Item") -> bool:
        """Whether both take place at one time."""
        if self.day != other.day:
            return False
        (begin, end), (other_begin, other_end) = self.span, other.span
        return begin < other_end and other_begin < end


def session_of(start: time) -> Session:
    """The session in which something begins."""
    if start < time(12):
        return Session.MORNING
    return Session.AFTERNOON if start < time(18) else Session.EVENING


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
