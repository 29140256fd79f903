"""The fields of a type for others: as JSON, as they are typed, as words for the search."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from vanphong.outgoing.rules.particulars.fields import GROUPS
from vanphong.outgoing.rules.particulars.fields import Field
from vanphong.outgoing.rules.particulars.fields import Kind
from vanphong.outgoing.rules.particulars.values import Particulars


def told(type_code: str, value: Particulars | None) -> dict[str, object] | None:
    """The value as JSON: moments and days as ISO 8601; None for a type without fields."""
    group = GROUPS.get(type_code)
    if group is None:
        return None
    kept = value if isinstance(value, group.value) else group.value()
    return {one.name: _plain(getattr(kept, one.name)) for one in group.fields}


def typed(field: Field, value: Particulars | None) -> str:
    """What a form shows in the field: ``08:00 19/08/2024``, lines below each other."""
    kept = getattr(value, field.name, None)
    if isinstance(kept, datetime):
        return f"{kept:%H:%M %d/%m/%Y}"
    if isinstance(kept, date):
        return f"{kept:%d/%m/%Y}"
    if field.kind is Kind.FLAG:
        return "yes" if kept else ""
    if field.kind is Kind.LINES:
        return "\n".join(kept or ())
    return str(kept or "")


def pairs(type_code: str, value: Particulars | None) -> Iterator[tuple[Field, str]]:
    """The fields that say something, each with what it says."""
    group = GROUPS.get(type_code)
    if group is None or not isinstance(value, group.value):
        return
    for field in group.fields:
        if text := typed(field, value):
            yield field, text


def words(type_code: str, value: Particulars | None) -> str:
    """All that was typed, for the search."""
    spoken = (Kind.TEXT, Kind.LINES)
    found = (text for field, text in pairs(type_code, value) if field.kind in spoken)
    return " ".join(" ".join(found).split())


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
