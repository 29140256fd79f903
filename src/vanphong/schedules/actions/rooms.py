"""Acts on the rooms of a body."""

from dataclasses import replace
from plone.i18n.normalizer import idnormalizer
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.schedules import rules
from vanphong.schedules.actions import frame


MANAGERS = _("the Office of the body and administrators")

LONGEST = 250
MOST_SEATS = 100_000


@office_act("save_room", frame.MANAGE, MANAGERS)
def save_room(
    schedule: Any,
    title: str,
    *,
    room_id: str = "",
    capacity: int = 0,
    equipment: str = "",
    place: str = "",
) -> rules.Room:
    """Add a room, or change the one with this id; rooms are booked by the schedule alone."""
    named = " ".join(title.split())
    if not named or len(named) > LONGEST:
        raise InvalidInput(_("Name the room."), field="title")
    if not 0 <= capacity <= MOST_SEATS:
        raise InvalidInput(_("This is no number of seats."), field="capacity")
    if room_id and rules.room_of(schedule.rooms, room_id) is None:
        raise InvalidInput(_("There is no such room."), field="room")
    others = [one for one in schedule.rooms if one.id != room_id]
    if any(one.title.casefold() == named.casefold() and not one.retired for one in others):
        raise Conflict(_("There is a room of this name already."), field="title")
    room = rules.Room(
        id=room_id or _new_id(schedule, named),
        title=named,
        capacity=capacity,
        equipment=" ".join(equipment.split())[:LONGEST],
        place=" ".join(place.split())[:LONGEST],
    )
    _put(schedule, room)
    frame.told("save_room", schedule, room=room.id)
    return room


@office_act("retire_room", frame.MANAGE, MANAGERS)
def retire_room(schedule: Any, room_id: str) -> rules.Room:
    """Offer a room no more; what was booked stays."""
    room = rules.room_of(schedule.rooms, room_id)
    if room is None:
        raise InvalidInput(_("There is no such room."), field="room")
    if room.retired:
        raise Conflict(_("This room is not offered any more."))
    retired = replace(room, retired=True)
    _put(schedule, retired)
    frame.told("retire_room", schedule, room=room_id)
    return retired


def _put(schedule: Any, room: rules.Room) -> None:
    known = {one.id: one for one in schedule.rooms} | {room.id: room}
    schedule.rooms = tuple(known.values())


def _new_id(schedule: Any, title: str) -> str:
    wanted = idnormalizer.normalize(title, max_length=40)
    taken = {one.id for one in schedule.rooms}
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
