"""Items as plain values, for the ledger and for programs."""

from collections.abc import Mapping
from datetime import date
from datetime import time
from typing import Any
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import Kind
from vanphong.schedules.rules.items import Session
from vanphong.schedules.rules.items import State
from vanphong.schedules.rules.items import Visibility
from vanphong.schedules.rules.items import Who


_ENUMS = {"session": Session, "kind": Kind, "visibility": Visibility, "state": State}
_PEOPLE = ("chairs", "participants")
_PERSON = ("preparer", "office_leader", "specialist", "proposed_by")
_TIMES = ("start", "end")


def as_plain(item: Item) -> dict[str, Any]:
    """The item as JSON knows values; what is empty is left out."""
    return {name: _plain(value) for name, value in vars(item).items() if _says(value)}


def from_plain(raw: Mapping[str, Any]) -> Item:
    """The item back."""
    values: dict[str, Any] = dict(raw)
    values["day"] = date.fromisoformat(raw["day"])
    for name, kind in _ENUMS.items():
        if name in raw:
            values[name] = kind(raw[name])
    for name in _TIMES:
        if name in raw:
            values[name] = time.fromisoformat(raw[name])
    for name in _PEOPLE:
        if name in raw:
            values[name] = tuple(Who(*one) for one in raw[name])
    for name in _PERSON:
        if name in raw:
            values[name] = Who(*raw[name])
    if "branches" in raw:
        values["branches"] = tuple(raw["branches"])
    return Item(**values)


def _says(value: object) -> bool:
    return value not in (None, "", (), False, 0) and value != Who()


def _plain(value: Any) -> Any:
    if isinstance(value, Who):
        return [value.token, value.title]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)
