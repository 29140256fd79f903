"""An item from what somebody has typed or sent.

Texts are kept as they were typed, in Unicode NFC; the pages escape them.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from enum import StrEnum
from functools import cached_property
from typing import Any
from typing import TypeVar
from unicodedata import normalize
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.schedules.rules.items import NOBODY
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import Kind
from vanphong.schedules.rules.items import Session
from vanphong.schedules.rules.items import Visibility
from vanphong.schedules.rules.items import Who
from vanphong.schedules.rules.items import session_of
from vanphong.schedules.rules.rooms import Room
from vanphong.schedules.rules.rooms import room_of
from vanphong.schedules.rules.weeks import Week
import re


Choice = TypeVar("Choice", bound=StrEnum)

#: Longest texts, in characters; the content is a headline, not a report.
LONGEST = {"content": 1000, "note": 1000, "place": 250, "invited_by": 250}
LONGEST_NAME = 250

#: So many people, units and branches can be named in one item.
MOST_NAMES = 100

_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TIME = re.compile(r"(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{2})?['p]?")


@dataclass(frozen=True)
class Known:
    """What the body knows: people and units by token, rooms, and in which week we are."""

    titles: dict[str, str] = field(default_factory=dict)
    rooms: tuple[Room, ...] = ()
    week: Week | None = None

    def token_of(self, text: str) -> str | None:
        """The token that a text names, by itself or by a title; None for a free text."""
        if text in self.titles:
            return text
        return self._by_title.get(text.casefold())

    @cached_property
    def _by_title(self) -> dict[str, str]:
        return {title.casefold(): token for token, title in reversed(self.titles.items())}


def read_item(raw: Mapping[str, object], known: Known, old: Item) -> Item:
    """An item with the values of ``raw`` in place of those of ``old``; left out ones stay.

    ``chairs`` and ``participants`` are lists, or texts with one entry per line: a token that
    the body knows, or a free text. ``day`` is a date or ``2024-08-14`` or ``14/8/2024``.

    :raises InvalidInput: naming the field that cannot be read.
    """
    values: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in raw:
            values[name] = read(raw[name], name)
    for name in _SEVERAL:
        if name in raw:
            values[name] = read_people(raw[name], known, name)
    for name in _ONE:
        if name in raw:
            values[name] = next(iter(read_people(raw[name], known, name)), NOBODY)
    values |= _choices(raw)
    if "room" in raw:
        values |= _room(raw, known, old)
    item = replace(old, **values)
    return _with_session(item, "session" in raw, known)


def read_day(value: object, name: str) -> date:
    """A day.

    :raises InvalidInput: when it is none.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(str(value).strip()[:20], pattern).date()
        except ValueError:
            continue
    raise InvalidInput(_("Write the day as 14/8/2024."), field=name)


def read_time(value: object, name: str) -> time | None:
    """A time from ``7:30``, ``07h30`` or ``7 giờ 30``; None for nothing.

    :raises InvalidInput: when it is none.
    """
    if value is None or isinstance(value, time):
        return value
    text = str(value).strip().lower()[:20]
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise InvalidInput(_("Write the time as 7:30."), field=name)


def read_people(value: object, known: Known, name: str) -> tuple[Who, ...]:
    """People, units and free texts, each once, in order.

    :raises InvalidInput: for a token that the body does not know: somebody who has left.
    """
    found = []
    for text in _lines(value, name):
        token = known.token_of(text)
        if token is not None:
            found.append(Who(token, known.titles[token]))
        elif _looks_like_token(text):
            raise InvalidInput(
                _("“${value}” is nobody in this body, or not any more."), value=text, field=name
            )
        else:
            found.append(Who("", text))
    return tuple(dict.fromkeys(found))


def _looks_like_token(text: str) -> bool:
    function, colon, uid = text.partition(":")
    return (
        bool(colon)
        and function in ("Leaders", "Clerks", "Members", "Desk", "user")
        and (bool(uid) and " " not in text)
    )


def _with_session(item: Item, given: bool, known: Known) -> Item:
    if not item.content:
        raise InvalidInput(_("Say what the work is."), field="content")
    if item.end is not None and item.start is None:
        raise InvalidInput(_("Give the start as well."), field="start")
    if item.start is not None and item.end is not None and item.end <= item.start:
        raise InvalidInput(_("The end lies before the start."), field="end")
    if known.week is not None and item.day not in known.week:
        raise InvalidInput(
            _("${day} does not lie in week ${number} of ${year}."),
            day=item.day,
            number=known.week.number,
            year=known.week.year,
            field="day",
        )
    session = item.session
    if item.start is not None and not (given and session is Session.ALL_DAY):
        session = session_of(item.start)
    return replace(item, session=session)


def _choices(raw: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    if raw.get("session"):
        found["session"] = _choice(Session, raw["session"], "session")
    if raw.get("kind"):
        found["kind"] = _choice(Kind, raw["kind"], "kind")
    if raw.get("visibility"):
        found["visibility"] = _choice(Visibility, raw["visibility"], "visibility")
    return found


def _room(raw: Mapping[str, object], known: Known, old: Item) -> dict[str, object]:
    wanted = str(raw["room"] or "").strip()
    if not wanted:
        kept = {} if "place" in raw or not old.room else {"place": ""}
        return {"room": "", **kept}
    room = room_of(known.rooms, wanted)
    if room is None or (room.retired and wanted != old.room):
        raise InvalidInput(_("There is no such room."), field="room")
    return {"room": room.id, "place": room.title}


def _choice(kind: type[Choice], value: object, name: str) -> Choice:
    try:
        return kind(str(value))
    except ValueError as problem:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=str(value)[:40],
            known=", ".join(kind),
            field=name,
        ) from problem


def _flag(value: object, _name: str) -> bool:
    return value not in (None, "", "0", "false", False)


def _lines(value: object, name: str) -> list[str]:
    given: Iterable[object] = value if isinstance(value, list | tuple) else [value or ""]
    found: list[str] = []
    for one in given:
        if not isinstance(one, str):
            raise InvalidInput(_("“${name}” must be a text."), field=name, name=name)
        if len(one) > LONGEST_NAME * MOST_NAMES:
            raise InvalidInput(_("This is too long."), field=name)
        found.extend(_text(line, name, LONGEST_NAME) for line in one.splitlines())
    found = [one for one in found if one]
    if len(found) > MOST_NAMES:
        raise InvalidInput(_("At most ${most} can be named here."), most=MOST_NAMES, field=name)
    return found


def _text(value: object, name: str, longest: int = 0) -> str:
    if value is None:
        return ""
    limit = longest or LONGEST[name]
    if not isinstance(value, str):
        raise InvalidInput(_("“${name}” must be a text."), field=name, name=name)
    if len(value) > limit * 2 or _UNTEXT.search(value):
        raise InvalidInput(
            _("At most ${most} characters, and no control characters."), most=limit, field=name
        )
    text = " ".join(normalize("NFC", value).split())
    if len(text) > limit:
        raise InvalidInput(
            _("At most ${most} characters, and no control characters."), most=limit, field=name
        )
    return text


def _branches(value: object, name: str) -> tuple[str, ...]:
    return tuple(_lines(value, name))


#: How each field is read.
_READERS: dict[str, Callable[[Any, str], object]] = {
    **dict.fromkeys(LONGEST, _text),
    "day": read_day,
    "start": read_time,
    "end": read_time,
    "branches": _branches,
    "separate_invitation": _flag,
}

_SEVERAL = ("chairs", "participants")
_ONE = ("preparer", "office_leader", "specialist")
