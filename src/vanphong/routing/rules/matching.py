"""Which template a document takes: the first that fits, and why no other."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from vanphong.errors import mark as _
from vanphong.routing.rules.conditions import Misfit
from vanphong.routing.rules.conditions import fits
from vanphong.routing.rules.conditions import meet
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Route


TAKEN = _("It is taken: all of its conditions hold.")
NOT_REACHED = _("Its conditions hold, too, but one before it is taken already.")
DIRECTION = _("It is for documents of the other direction.")
NOT_YET = _("It is in force from ${day} only.")
NO_MORE = _("It was in force until ${day}.")

#: Why a condition does not hold, by its kind.
MISFITS = {
    "document_types": _("It is for the types ${wanted}; this document is of type ${given}."),
    "registers": _("It is for the registers ${wanted}; this document is in ${given}."),
    "urgencies": _("It is for the urgency ${wanted}; this document is ${given}."),
    "fields": _("It is for the fields ${wanted}; this document is of the field ${given}."),
    "units": _("It is for documents drafted by ${wanted}; this one is by ${given}."),
    "senders": _("It is for the senders ${wanted}; this document is from ${given}."),
    "signed_by": _("It is for documents signed by ${wanted}; this one is signed by ${given}."),
}


@dataclass(frozen=True)
class Reason:
    """Why a template is taken or not: a text and what to put into it.

    ``kind`` says of what ``wanted`` and ``given`` are codes, so that they can be named.
    """

    text: str
    kind: str = ""
    wanted: tuple[str, ...] = ()
    given: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Looked:
    """One template that was looked at."""

    route: Route
    taken: bool
    why: Reason


@dataclass(frozen=True)
class Matched:
    """The template that is taken, None without any, and what was looked at on the way."""

    route: Route | None
    why: tuple[Looked, ...]


def match(routes: Iterable[Route], facts: Facts, day: date) -> Matched:
    """The first template in order that is in force on the day and fits the document.

    Templates of a body itself are looked at before those for all bodies.
    """
    taken: Route | None = None
    looked = []
    for route in in_order(routes):
        why = _why_not(route, facts, day)
        if why is not None:
            looked.append(Looked(route, False, why))
        elif taken is not None:
            looked.append(Looked(route, False, Reason(NOT_REACHED)))
        else:
            taken = route
            looked.append(Looked(route, True, Reason(TAKEN)))
    return Matched(taken, tuple(looked))


def in_order(routes: Iterable[Route]) -> list[Route]:
    """The order in which templates are looked at."""
    return sorted(routes, key=lambda one: (not one.body, one.order, one.title, one.uid))


def in_force(versions: Sequence[Route], day: date) -> Route | None:
    """The version of a template that holds on a day: the newest that has begun."""
    begun = [one for one in versions if _covers(one, day)]
    return max(begun, key=lambda one: one.version, default=None)


def ambiguous(routes: Iterable[Route]) -> tuple[Route, Route] | None:
    """Two templates between which nothing decides, if there are any.

    They stand at the same place in the order and a document can fit both; or they have the
    same condition, so that the later one would never be taken.
    """
    return next((pair for pair in combinations(in_order(routes), 2) if undecided(*pair)), None)


def undecided(one: Route, other: Route) -> bool:
    """Whether nothing decides between two templates; see ``ambiguous``."""
    if (one.direction, one.body) != (other.direction, other.body) or not _overlap(one, other):
        return False
    if one.condition == other.condition:
        return True
    return one.order == other.order and meet(one.condition, other.condition)


def _why_not(route: Route, facts: Facts, day: date) -> Reason | None:
    if route.direction != facts.direction:
        return Reason(DIRECTION)
    if route.valid_from is not None and day < route.valid_from:
        return Reason(NOT_YET, day=route.valid_from)
    if route.valid_to is not None and day > route.valid_to:
        return Reason(NO_MORE, day=route.valid_to)
    misfit = fits(route.condition, facts)
    return None if misfit is None else _said(misfit)


def _said(misfit: Misfit) -> Reason:
    return Reason(MISFITS[misfit.kind], misfit.kind, misfit.wanted, misfit.given)


def _covers(route: Route, day: date) -> bool:
    after = route.valid_from is None or route.valid_from <= day
    return after and (route.valid_to is None or day <= route.valid_to)


def _overlap(one: Route, other: Route) -> bool:
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Route, other: Route) -> bool:
    return (
        one.valid_to is not None
        and other.valid_from is not None
        and one.valid_to < other.valid_from
    )
