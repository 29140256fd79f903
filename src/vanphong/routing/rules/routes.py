"""Route templates as values: which documents take which way, through whose hands.

A template is a condition and an ordered list of steps. A document takes the first template
that matches it on the day when it is submitted, and keeps it: ``Route`` is what it started
with, and ``Planned`` says who acts on each step of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from enum import StrEnum
from vanphong.errors import mark as _
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import Action


#: Id of the step with which an outgoing document begins, whether a template names it or not.
DRAFT = "draft"


class Relation(StrEnum):
    """How the person who acts on a step is found from the document."""

    DRAFTER = "drafter"
    UNIT_HEAD = "unit_head"  # head of the drafting unit
    UNIT_DESK = "unit_desk"  # leaders or clerks of a named unit, who receive for it
    UNIT_LEADERS = "unit_leaders"  # any leader of a named unit
    RELATED_UNITS = "related_units"  # desks of the units that the document concerns
    APPRAISER = "appraiser"  # appraiser of the Office, by field
    OFFICE_HEAD = "office_head"  # chief of the Office
    LEADER_IN_CHARGE = "leader_in_charge"  # leader of the body in charge of the field
    BODY_HEAD = "body_head"
    CLERK = "clerk"  # records clerks of the body
    POSITION = "position"  # a named position of a named unit


RELATION_TEXTS = {
    Relation.DRAFTER: _("the drafter"),
    Relation.UNIT_HEAD: _("the head of the drafting unit"),
    Relation.UNIT_DESK: _("the unit, by its head or clerk"),
    Relation.UNIT_LEADERS: _("the leaders of the unit"),
    Relation.RELATED_UNITS: _("the related units"),
    Relation.APPRAISER: _("the appraiser of the Office"),
    Relation.OFFICE_HEAD: _("the chief of the Office"),
    Relation.LEADER_IN_CHARGE: _("the leader in charge of the field"),
    Relation.BODY_HEAD: _("the head of the body"),
    Relation.CLERK: _("the records clerk"),
    Relation.POSITION: _("a named position"),
}


class Vacant(StrEnum):
    """What happens to a step that nobody holds."""

    SKIP = "skip"
    DEPUTY = "deputy"
    STOP = "stop"


@dataclass(frozen=True)
class Who:
    """Who acts: a relation to the document, for some of them a unit and a position."""

    relation: Relation
    unit: str = ""  # UID; for unit_desk, unit_leaders and position. "" with lead: as directed
    position: str = ""  # title on the roster; for position


@dataclass(frozen=True)
class Facts:
    """What conditions look at. Empty means not known."""

    direction: str  # "in" or "out"
    document_type: str = ""
    register: str = ""
    urgency: str = "normal"
    field: str = ""
    unit: str = ""  # UID of the drafting unit
    sender: str = ""  # name of the issuing body of an incoming document
    signed_by: str = ""  # "body" for leaders of the body, "unit" for the unit's own head
    related: tuple[str, ...] = ()  # UIDs of the units whose opinion is asked


@dataclass(frozen=True)
class Condition:
    """For which documents: any of the values of every kind that is named."""

    document_types: frozenset[str] = frozenset()
    registers: frozenset[str] = frozenset()
    urgencies: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    senders: tuple[str, ...] = ()  # compared without case and accents, as a part of the name
    signed_by: frozenset[str] = frozenset()


#: The condition of whatever is for all documents; shared, so that hundreds are stored once.
EVERY = Condition()


@dataclass(frozen=True)
class RouteStep:
    """One step of a template.

    ``hours`` are working hours by the calendar; ``back_to`` ids of earlier steps, empty with
    a submission: to the drafter; steps with the same ``group`` run side by side.
    """

    id: str
    action: Action
    who: Who
    hours: float | None = None
    back_to: tuple[str, ...] = ()
    vacant: Vacant = Vacant.STOP
    group: str = ""
    condition: Condition = EVERY
    title: str = ""


@dataclass(frozen=True)
class Route:
    """One version of a template, as a document keeps it. ``uid`` is the template's."""

    uid: str
    version: int
    title: str
    direction: str
    condition: Condition
    steps: tuple[RouteStep, ...]
    body: str = ""
    order: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Planned:
    """One step of a route with the person who acts on it for one document.

    ``skipped`` says why the step is left out, "" when it runs; ``stands_in_for`` the title
    of whom the actor replaces because the post is vacant or may not be held by that person.
    ``stand_in`` is the title of who acts for the actor, absent on the day of planning, by the
    order in ``basis``. Without an actor the step is for whom the step before names: the lead
    of a directive.
    """

    step: RouteStep
    actor: str = ""
    actor_title: str = ""
    stands_in_for: str = ""
    basis: str = ""
    skipped: str = ""
    stand_in: str = ""


Plan = tuple[Planned, ...]


@dataclass(frozen=True)
class Version:
    """One version of a template, with who put it into force, when and why."""

    route: Route
    by: str
    by_title: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Draft:
    """What an administrator is changing; nothing runs on it before it is applied."""

    route: Route
    by: str
    by_title: str
    at: datetime


def running(plan: Iterable[Planned]) -> list[Planned]:
    """The steps that are not left out."""
    return [one for one in plan if not one.skipped]


def name_of(step: RouteStep) -> str:
    """How the step is called in messages."""
    return step.title or ACTION_TEXTS[step.action]
