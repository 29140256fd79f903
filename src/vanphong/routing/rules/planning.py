"""From a route to a plan: who acts on each step for one document.

Who holds which post is told by ``Holders``, so that nothing here knows where people stand.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from typing import Protocol
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.conditions import fits
from vanphong.routing.rules.routes import DRAFT
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import Who
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import Action


NOT_FOR_THIS = _("does not apply to this document")
NOBODY_RELATED = _("the document concerns no other unit")
VACANT = _("nobody holds this post")


@dataclass(frozen=True)
class Candidate:
    """Somebody who could hold a step.

    ``stand_in`` is the user id of who acts in the place of this person, absent that day.
    """

    actor: str
    title: str
    stand_in: str = ""
    stand_in_title: str = ""
    basis: str = ""


class Holders(Protocol):
    """Who holds which post on the day of planning."""

    def holders(self, who: Who, action: Action) -> Sequence[Candidate]:
        """Whoever could hold a step, the first choice first; all of them for related units."""

    def deputies(self, who: Who) -> Sequence[Candidate]:
        """Who stands in when nobody holds the post."""

    def post(self, who: Who) -> str:
        """How the post is called."""


def plan(route: Route, facts: Facts, holders: Holders) -> Plan:
    """The plan of a document.

    :raises RuleBroken: when nobody can hold a step that may not be left out; naming it.
    """
    steps = with_draft(route)
    drafter = _drafter(steps, holders)
    return tuple(planned for step in steps for planned in _planned(step, facts, holders, drafter))


def with_draft(route: Route) -> tuple[RouteStep, ...]:
    """The steps of a route; an outgoing one begins with the draft."""
    if route.direction != "out" or any(one.action is Action.DRAFT for one in route.steps[:1]):
        return route.steps
    return (RouteStep(DRAFT, Action.DRAFT, Who(Relation.DRAFTER)), *route.steps)


def _drafter(steps: Iterable[RouteStep], holders: Holders) -> str:
    for step in steps:
        if step.action is Action.DRAFT:
            return next((one.actor for one in holders.holders(step.who, step.action)), "")
    return ""


def _planned(step: RouteStep, facts: Facts, holders: Holders, drafter: str) -> Iterable[Planned]:
    why = fits(step.condition, facts)
    if why is not None:
        return [Planned(step, skipped=NOT_FOR_THIS)]
    if step.who.relation is Relation.RELATED_UNITS:
        return _related(step, holders)
    if step.action is Action.LEAD and not step.who.unit:
        return [Planned(step)]
    return [_held(step, holders, drafter)]


def _related(step: RouteStep, holders: Holders) -> list[Planned]:
    found = holders.holders(step.who, step.action)
    if not found:
        return [Planned(step, skipped=NOBODY_RELATED)]
    return [
        Planned(
            replace(step, id=f"{step.id}.{number}", group=step.group or step.id),
            actor=one.actor,
            actor_title=one.title,
        )
        for number, one in enumerate(found, start=1)
    ]


def _held(step: RouteStep, holders: Holders, drafter: str) -> Planned:
    found = list(holders.holders(step.who, step.action))
    may = [one for one in found if _may(step, one, drafter)]
    if may:
        replaced = found[0] if found[0] is not may[0] and found[0].stand_in else None
        return _by(step, may[0], "" if replaced is None else replaced.title)
    if step.vacant is Vacant.DEPUTY:
        deputies = [one for one in holders.deputies(step.who) if _may(step, one, drafter)]
        if deputies:
            return _by(step, deputies[0], found[0].title if found else holders.post(step.who))
    if step.action is Action.DRAFT:
        return Planned(step)
    if step.vacant is Vacant.SKIP and not found:
        return Planned(step, skipped=VACANT)
    raise _nobody(step, found, holders, drafter)


def _may(step: RouteStep, one: Candidate, drafter: str) -> bool:
    """Whether this person can take the step: not the own draft, and a signature in person."""
    if drafter and step.action in hard.NEVER_OWN and drafter in (one.actor, one.stand_in):
        return False
    return not (step.action is Action.SIGN and one.stand_in)


def _by(step: RouteStep, one: Candidate, instead_of: str) -> Planned:
    return Planned(
        step,
        actor=one.actor,
        actor_title=one.title,
        stands_in_for=instead_of,
        basis=one.basis,
        stand_in=one.stand_in_title,
    )


def _nobody(
    step: RouteStep, found: Sequence[Candidate], holders: Holders, drafter: str
) -> RuleBroken:
    if drafter and any(drafter in (one.actor, one.stand_in) for one in found):
        text = _(
            "“${step}” would fall to the drafter, and nobody else is there for it: ${post}. "
            "Name another one on the roster."
        )
    elif found:
        text = _("${post} is away, and nobody else may do “${step}”.")
    else:
        text = _("Nobody holds the post for “${step}”: ${post}. Fill it on the roster first.")
    return RuleBroken(
        text,
        step=name_of(step),
        post=found[0].title if found else holders.post(step.who),
        field=step.id,
        rule=hard.ARTICLE_CHECK,
    )
