"""Bodies and their units, as the pages of the templates offer them."""

from collections.abc import Iterator
from datetime import date
from plone import api
from vanphong.calendars import clock
from vanphong.organisation import directory
from vanphong.organisation.directory import Person
from vanphong.organisation.directory import UnitInfo
from vanphong.organisation.interfaces import IOrganisation
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.organisation.rules import BODIES


def first_body():
    """The body that keeps this office, None before there is one."""
    return next(_tops(), None)


def bodies() -> list[UnitInfo]:
    """All bodies of this office that exist today."""
    found = []
    for top in _tops():
        below = directory.units(top.UID(), clock.today())
        found += [directory.info(top), *(one for one in below if one.kind in BODIES)]
    return found


def units_of(body) -> list[UnitInfo]:
    """The units of a body in tree order, without the bodies below it."""
    return list(_below(body, clock.today()))


def _below(parent, day: date, depth: int = 1) -> Iterator[UnitInfo]:
    for child in parent.objectValues():
        if not IUnitMarker.providedBy(child) or child.kind in BODIES:
            continue
        found = directory.info(child, depth)
        if found.exists_on(day):
            yield found
            yield from _below(child, day, depth + 1)


def posts(body) -> list[Person]:
    """One person for each position of the body and its units, in their order."""
    found = {(one.unit_uid, one.position): one for one in directory.staff(body) if one.position}
    return list(found.values())


def _tops() -> Iterator:
    for place in api.portal.get().objectValues():
        if IOrganisation.providedBy(place):
            yield from (unit for unit in place.objectValues() if unit.kind in BODIES)
