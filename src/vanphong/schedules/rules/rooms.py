"""Rooms of a body."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """A room that is booked by the schedule.

    :param capacity: seats; 0 when nobody has counted.
    :param retired: it is offered no more; old items still name it.
    """

    id: str
    title: str
    capacity: int = 0
    equipment: str = ""
    place: str = ""
    retired: bool = False


def room_of(rooms: Iterable[Room], room_id: str) -> Room | None:
    """The room with this id, or None."""
    return next((one for one in rooms if one.id == room_id), None)
