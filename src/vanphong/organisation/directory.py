"""Who is who: units and people, as plain values.

Reads the team that collective.workspace keeps on a unit without adapting it, because its
adapter writes when it is merely made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from plone import api
from vanphong.organisation import rules
from vanphong.organisation.interfaces import IUnitMarker
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


@dataclass(frozen=True)
class UnitInfo:
    """What others need to know of a unit."""

    uid: str
    title: str
    short: str
    kind: str
    symbol_code: str
    organ_id: str
    parent: str
    path: str
    valid_from: date | None
    valid_to: date | None
    activated_on: date | None
    has_account: bool
    depth: int

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on that day."""
        return rules.valid_on(day, self.valid_from, self.valid_to)


@dataclass(frozen=True)
class Person:
    """A person in one position of one unit.

    :param rank: ``head``, ``deputy`` or "", of ``rules.RANKS``.
    :param fields: codes of the fields of work that the person is in charge of here.
    :param signs_as: title as it is printed below a letterhead of the unit.
    """

    user_id: str
    fullname: str
    position: str
    unit_uid: str
    unit_title: str
    functions: frozenset[str]
    rank: str = ""
    fields: frozenset[str] = frozenset()
    signs_as: str = ""

    @property
    def title(self) -> str:
        """Position as it is shown, or the name where no position is given."""
        return self.position or self.fullname


def unit_object(uid: str):
    """The unit with this UID, or None. Remembered for the request."""
    if not uid:
        return None
    request = getRequest()
    cache = {} if request is None else IAnnotations(request).setdefault("vanphong.units", {})
    if uid not in cache:
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(UID=uid)
        found = brains[0]._unrestrictedGetObject() if brains else None
        if found is None:
            return None
        cache[uid] = found if IUnitMarker.providedBy(found) else None
    return cache[uid]


def info(unit, depth: int = 0) -> UnitInfo:
    """Plain values of a unit object."""
    parent = unit.__parent__
    return UnitInfo(
        uid=unit.UID(),
        title=unit.title,
        short=unit.short_name or unit.title,
        kind=unit.kind,
        symbol_code=unit.symbol_code or "",
        organ_id=unit.organ_id or "",
        parent=parent.UID() if IUnitMarker.providedBy(parent) else "",
        path="/".join(unit.getPhysicalPath()),
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        activated_on=unit.activated_on,
        has_account=bool(unit.has_account),
        depth=depth,
    )


def unit(uid: str) -> UnitInfo | None:
    """Plain values of the unit with this UID, or None."""
    found = unit_object(uid)
    return None if found is None else info(found)


def subunits(parent, depth: int = 1) -> Iterator[UnitInfo]:
    """All units below this one, in tree order."""
    for child in parent.objectValues():
        if IUnitMarker.providedBy(child):
            yield info(child, depth)
            yield from subunits(child, depth + 1)


def units(body_uid: str, day: date) -> list[UnitInfo]:
    """The units below a body that exist on that day, in tree order."""
    body = unit_object(body_uid)
    return [] if body is None else [one for one in subunits(body) if one.exists_on(day)]


def body_of(unit):
    """The nearest unit at or above this one that is a body of its own."""
    while IUnitMarker.providedBy(unit):
        if unit.kind in rules.BODIES or not IUnitMarker.providedBy(unit.__parent__):
            return unit
        unit = unit.__parent__
    return None


def offices(body) -> list:
    """The offices of a body (văn phòng): its direct units of that kind."""
    return [
        child
        for child in body.objectValues()
        if IUnitMarker.providedBy(child) and child.kind == "office"
    ]


def people(unit) -> list[Person]:
    """Everybody on the roster of a unit: its head, deputies, other leaders, clerks, members."""
    team = getattr(unit, "_team", None) or {}
    found = [_person(unit, data) for data in team.values() if data.get("user")]
    order = {rules.LEADERS: 0, rules.CLERKS: 1}
    ranks = {rules.HEAD: 0, rules.DEPUTY: 1}

    def place(person: Person) -> tuple[int, int, str]:
        function = min((order.get(name, 2) for name in person.functions), default=2)
        return function, ranks.get(person.rank, 2), person.title

    return sorted(found, key=place)


def leaders(unit) -> list[Person]:
    """The leaders on the roster of a unit, its head first."""
    return [one for one in people(unit) if rules.LEADERS in one.functions]


def heads(unit) -> list[Person]:
    """The head of a unit, in a list that is empty while the post is vacant.

    Where no rank is set on the roster, it is the first leader.
    """
    found = leaders(unit)
    if any(one.rank for one in found):
        return [one for one in found if one.rank == rules.HEAD]
    return found[:1]


def deputies(unit) -> list[Person]:
    """The deputies of a unit; where no rank is set, the leaders after the first."""
    found = leaders(unit)
    if any(one.rank for one in found):
        return [one for one in found if one.rank == rules.DEPUTY]
    return found[1:]


def staff(body) -> Iterator[Person]:
    """Everybody on the rosters of a body and its units, not of the bodies below it."""
    yield from people(body)
    for child in body.objectValues():
        if IUnitMarker.providedBy(child) and child.kind not in rules.BODIES:
            yield from staff(child)


def rank_of(unit, user_id: str) -> str:
    """``head``, ``deputy`` or "": what a person is in a unit, ranks on the roster or not."""
    for rank, found in ((rules.HEAD, heads(unit)), (rules.DEPUTY, deputies(unit))):
        if any(one.user_id == user_id for one in found):
            return rank
    return ""


def person_in(unit, user_id: str) -> Person | None:
    """This person's position in the unit, or None when not on its roster."""
    data = (getattr(unit, "_team", None) or {}).get(user_id)
    return None if data is None else _person(unit, data)


def _person(unit, data: dict) -> Person:
    return Person(
        user_id=data["user"],
        fullname=data.get("fullname") or data.get("position") or data["user"],
        position=data.get("position") or "",
        unit_uid=unit.UID(),
        unit_title=unit.short_name or unit.title,
        functions=frozenset(data.get("groups") or ()) | {rules.MEMBERS},
        rank=data.get("rank") or "",
        fields=frozenset(data.get("fields") or ()),
        signs_as=data.get("signs_as") or rules.printed_title(data.get("position") or ""),
    )


def actor_title(actor: str) -> str:
    """How an actor token is shown: the person's position or the unit's short name."""
    uid = rules.unit_of(actor)
    if uid is None:
        member = api.user.get(userid=actor)
        return actor if member is None else member.getProperty("fullname") or actor
    found = unit(uid)
    return actor if found is None else found.short
