"""Who is acting: the current person with positions and actor tokens."""

from dataclasses import dataclass
from plone import api
from vanphong.calendars import clock
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation import rules
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


@dataclass(frozen=True)
class Me:
    """The person of this request.

    :param stands_in: the delegations by which this person handles the work of people who
        are away today; ``tokens`` has the user ids of those.
    """

    user_id: str
    fullname: str
    positions: tuple[directory.Person, ...]
    tokens: frozenset[str]
    stands_in: tuple[rules.Delegation, ...] = ()

    @property
    def title(self) -> str:
        """Title under which an act is recorded."""
        return self.fullname

    def position_for(self, actor: str) -> str:
        """Title of the position in which this person answers to an actor token."""
        uid = rules.unit_of(actor)
        for position in self.positions:
            if uid is not None and position.unit_uid == uid:
                return position.title
        instead = self._instead_of(actor)
        return self.title if instead is None else instead.taker_title

    def acting_for(self, actor: str) -> str:
        """Title of the absent person whose actor token this is; "" for one's own."""
        instead = self._instead_of(actor)
        return "" if instead is None else instead.giver_title

    def _instead_of(self, actor: str) -> rules.Delegation | None:
        return next((one for one in self.stands_in if one.giver == actor), None)

    def leads(self) -> list[str]:
        """UIDs of the units that this person leads."""
        return [one.unit_uid for one in self.positions if rules.LEADERS in one.functions]

    def units(self) -> list[str]:
        """UIDs of the units that this person belongs to."""
        return [one.unit_uid for one in self.positions]


def me() -> Me:
    """The current person; anonymous has no tokens. Remembered for the request."""
    user_id = api.user.get_current().getId() or ""
    request = getRequest()
    cache = {} if request is None else IAnnotations(request).setdefault("vanphong.people", {})
    if user_id not in cache:
        cache[user_id] = person(user_id)
    return cache[user_id]


def forget() -> None:
    """Forget who was looked up in this request, after a roster has changed."""
    request = getRequest()
    if request is not None:
        IAnnotations(request).pop("vanphong.people", None)
        IAnnotations(request).pop("vanphong.units", None)
        delegations.forget()


def person(user_id: str) -> Me:
    """Any person by user id, with positions and tokens.

    While somebody is away, whoever stands in answers to that person's user id as well. What
    is addressed to a unit is not handed on: there are others in it who may receive.
    """
    user = api.user.get(userid=user_id) if user_id else None
    if user is None:
        return Me(user_id, user_id, (), frozenset())
    groups = user.getGroups()
    tokens = rules.tokens_for(user_id, groups)
    positions = []
    bodies = {}
    for uid in sorted({rules.unit_of(group) for group in groups} - {None}):
        unit = directory.unit_object(uid)
        found = None if unit is None else directory.person_in(unit, user_id)
        if found is not None:
            positions.append(found)
            body = directory.body_of(unit)
            bodies[body.UID()] = body
    absent = delegations.taken_by(user_id, bodies.values(), clock.today())
    return Me(
        user_id,
        user.getProperty("fullname") or user_id,
        tuple(positions),
        tokens.union(one.giver for one in absent),
        tuple(absent),
    )
