"""Whose documents a person may list: of which body, all of them or some."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import BODIES
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token


#: Functions in the order in which they make a position the first of several.
_RANKS = {LEADERS: 0, CLERKS: 1}
_LAST = 2


@dataclass(frozen=True)
class Scope:
    """What the person of this request may list of one body.

    ``tokens`` narrow the list to the documents that one of them may find; None for all.
    """

    body: object
    tokens: frozenset[str] | None
    is_clerk: bool

    @property
    def uid(self) -> str:
        """UID of the body."""
        return self.body.UID()

    @property
    def title(self) -> str:
        """Short name of the body."""
        return self.body.short_name or self.body.title

    @property
    def may_present(self) -> bool:
        """Whether registered documents of the body are this person's to present."""
        return self.tokens is None


def positions(me: people.Me) -> list[directory.Person]:
    """The positions of a person: where they lead, then the higher unit, then in tree order."""

    def rank(position: directory.Person) -> tuple[int, int, int]:
        unit = directory.unit_object(position.unit_uid)
        function = min((_RANKS.get(name, _LAST) for name in position.functions), default=_LAST)
        place = unit.__parent__.getObjectPosition(unit.getId())
        return function, len(unit.getPhysicalPath()), place

    return sorted(me.positions, key=rank)


def bodies(me: people.Me) -> list:
    """The bodies whose documents may come to a person: their own, and those above it."""
    found: dict[str, object] = {}
    for position in positions(me):
        body = directory.body_of(directory.unit_object(position.unit_uid))
        while body is not None:
            found.setdefault(body.UID(), body)
            body = directory.body_of(body.__parent__)
    return list(found.values())


def scope(body) -> Scope:
    """What the person of this request may list of a body.

    Its clerks and the chiefs of its Office see all; nobody else does, not even who runs
    the system.
    """
    me = people.me()
    is_clerk = token(CLERKS, body.UID()) in me.tokens
    sees_all = is_clerk or any(_is_office_of(uid, body) for uid in me.leads())
    return Scope(body, None if sees_all else me.tokens, is_clerk)


def receiving_units(me: people.Me) -> list:
    """Units that are no bodies, whose own letters and registers the person leads or keeps."""
    found = []
    for position in positions(me):
        unit = directory.unit_object(position.unit_uid)
        if unit.kind not in BODIES and position.functions & {LEADERS, CLERKS}:
            found.append(unit)
    return found


def scopes() -> list[Scope]:
    """What the person of this request may list, the main body first, units of it last."""
    me = people.me()
    return [scope(body) for body in (*bodies(me), *receiving_units(me))]


def may(permission: str, context) -> bool:
    """Whether the person of this request holds a permission, named by its title."""
    return bool(getSecurityManager().checkPermission(permission, context))


def _is_office_of(unit_uid: str, body) -> bool:
    unit = directory.unit_object(unit_uid)
    return unit is not None and unit.kind == "office" and unit.__parent__.UID() == body.UID()
