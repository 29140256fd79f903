"""What a template must be to be put into force: the hard rules, and that it can be walked."""

from collections.abc import Collection
from collections.abc import Sequence
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.route_values import check_values
from vanphong.routing.rules.routes import DRAFT
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import ARTICLE_PRESENT
from vanphong.routing.rules.sheet import CHAIN
from vanphong.routing.rules.sheet import Action


def check_route(route: Route) -> None:
    """Refuse a template that breaks a rule.

    :raises RuleBroken: naming the rule and the step; ``field`` is the id of the step.
    """
    check_values(route)
    for check in _SHAPE:
        check(route)


def findings(route: Route) -> list[RuleBroken]:
    """What keeps a draft from being put into force, as far as its steps tell."""
    found = []
    for check in _SHAPE:
        try:
            check(route)
        except RuleBroken as refusal:
            found.append(refusal)
    return found


def _check_loops(route: Route) -> None:
    for place, step in enumerate(route.steps):
        _check_ways_back(step, {one.id for one in route.steps[:place]}, name_of(step))


def _check_ways_back(step: RouteStep, earlier: Collection[str], name: str) -> None:
    for back in step.back_to:
        if back not in earlier and back != DRAFT:
            raise RuleBroken(
                _(
                    "“${step}” goes back to “${back}”, which does not come before it: the "
                    "document would run in a loop."
                ),
                step=name,
                back=back,
                field=step.id,
            )


def _check_groups(route: Route) -> None:
    steps = route.steps
    for group in dict.fromkeys(step.group for step in steps if step.group):
        places = [place for place, step in enumerate(steps) if step.group == group]
        members = [steps[place] for place in places]
        others = [one for one in members if one.action is not Action.OPINE]
        if others:
            hard.check_side_by_side([*others[:1], *members], name_of(others[0]))
        if places[-1] - places[0] != len(places) - 1:
            raise RuleBroken(
                _("The steps of the group “${group}” must stand one after the other."),
                group=group,
                field=members[0].id,
            )


def _certain(steps: Sequence[RouteStep]) -> list[RouteStep]:
    """The steps that no condition and no empty post leaves out."""
    return [one for one in steps if one.condition == Condition() and one.vacant is not Vacant.SKIP]


def _check_order(route: Route) -> None:
    """Where the steps of this direction stand."""
    if route.direction == "in":
        _check_incoming(route.steps)
    else:
        _check_outgoing(route)


def _check_outgoing(route: Route) -> None:
    steps = route.steps
    for step in steps:
        if step.action not in CHAIN:
            raise RuleBroken(
                _("“${step}” is no step of an outgoing document."),
                step=name_of(step),
                field=step.id,
            )
    if any(one.action is Action.DRAFT for one in steps[1:]):
        raise RuleBroken(_("Drafting is the first step only."), field="steps")
    _check_end(steps)
    for place, step in enumerate(steps):
        hard.check_before(step, _certain(steps[:place]), name_of(step))


def _check_signature(route: Route) -> None:
    """The body's documents are not signed by the head of a unit, nor the other way round."""
    signatures = [one for one in route.steps if one.action is Action.SIGN]
    if not signatures:
        return
    by_unit = route.condition.signed_by == frozenset({"unit"})
    signature = signatures[0]
    if by_unit and signature.who.relation is not Relation.UNIT_HEAD:
        raise RuleBroken(
            _("What the unit issues itself is signed by its head."),
            field=signature.id,
            rule=hard.ARTICLE_SIGN,
        )
    if not by_unit and signature.who.relation is Relation.UNIT_HEAD:
        raise RuleBroken(
            _(
                "The head of a unit signs only what the unit issues itself. Add the condition "
                "“signed by the unit”."
            ),
            field=signature.id,
            rule=hard.ARTICLE_SIGN,
        )


def _check_end(steps: Sequence[RouteStep]) -> None:
    """One signature, and right behind it, at the end, the number; neither left out."""
    signatures = [one for one in steps if one.action is Action.SIGN]
    numbers = [one for one in steps if one.action is Action.NUMBER]
    if len(signatures) != 1:
        raise RuleBroken(
            _("Exactly one person signs; this template has ${count} signatures."),
            count=len(signatures),
            field=signatures[1].id if signatures else "steps",
            rule=hard.ARTICLE_SIGN,
        )
    if len(numbers) != 1 or steps[-1] is not numbers[0]:
        raise RuleBroken(
            _("A template ends with the number that the records clerk gives, once."),
            field=steps[-1].id,
            rule=hard.ARTICLE_NUMBER,
        )
    if len(steps) < 2 or steps[-2] is not signatures[0]:
        raise RuleBroken(
            _("The number follows the signature at once; nothing comes between them."),
            field=signatures[0].id,
            rule=hard.ARTICLE_NUMBER,
        )
    for step in (signatures[0], numbers[0]):
        if step not in _certain(steps):
            raise RuleBroken(
                _("“${step}” can never be left out."),
                step=name_of(step),
                field=step.id,
                rule=hard.ARTICLE_SIGN,
            )


def _check_incoming(steps: Sequence[RouteStep]) -> None:
    for step in steps:
        if step.action not in (Action.DIRECT, Action.LEAD):
            raise RuleBroken(
                _("“${step}” is no step of an incoming document."),
                step=name_of(step),
                field=step.id,
                rule=ARTICLE_PRESENT,
            )
    leads = [one for one in steps if one.action is Action.LEAD]
    if len(leads) != 1 or steps[-1] is not leads[0] or leads[0] not in _certain(steps):
        raise RuleBroken(
            _("A template for incoming documents ends with the one unit that leads."),
            field=steps[-1].id,
            rule=ARTICLE_PRESENT,
        )
    if len(steps) < 2:
        raise RuleBroken(
            _("Somebody directs before a unit leads: add the leader."),
            field=steps[0].id,
            rule=ARTICLE_PRESENT,
        )


#: The checks of a template as a whole, in the order in which they are told.
_SHAPE = (_check_groups, _check_order, _check_signature, _check_loops)
