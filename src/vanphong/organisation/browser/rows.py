"""Units as rows of a table: where they stand in the tree, and how many people they have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from vanphong import _
from vanphong.organisation import directory
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.organisation.vocabularies import KIND_TITLES
from vanphong.ui import format as fmt


@dataclass(frozen=True)
class UnitRow:
    """A unit in a list. ``depth`` counts from 0; ``below`` are the units directly under it."""

    title: str
    short: str
    url: str
    kind: str
    symbol_code: str
    organ_id: str
    people: int
    below: int
    depth: int
    exists: bool
    validity: str


def rows(parent, day: date, depth: int = 0) -> Iterator[UnitRow]:
    """The units directly below a unit or the organisation."""
    for unit in units_in(parent):
        info = directory.info(unit)
        yield UnitRow(
            title=info.title,
            short=info.short,
            url=unit.absolute_url(),
            kind=KIND_TITLES.get(info.kind, info.kind),
            symbol_code=info.symbol_code,
            organ_id=info.organ_id,
            people=len(getattr(unit, "_team", None) or ()),
            below=len(units_in(unit)),
            depth=depth,
            exists=info.exists_on(day),
            validity="" if info.exists_on(day) else period(info.valid_from, info.valid_to),
        )


def tree(parent, day: date, depth: int = 0) -> Iterator[UnitRow]:
    """All units below, in tree order."""
    for unit, row in zip(units_in(parent), rows(parent, day, depth), strict=True):
        yield row
        yield from tree(unit, day, depth + 1)


def units_in(parent) -> list:
    """The unit objects directly below."""
    return [child for child in parent.objectValues() if IUnitMarker.providedBy(child)]


def period(first: date | None, last: date | None) -> str:
    """``from 01/7/2025 until 31/12/2026``, either side left out when open."""
    mapping = {
        "first": fmt.full_date(first) if first else "",
        "last": fmt.full_date(last) if last else "",
    }
    if first and last:
        return _("from ${first} until ${last}", mapping=mapping)
    if last:
        return _("until ${last}", mapping=mapping)
    return _("from ${first}", mapping=mapping) if first else ""
