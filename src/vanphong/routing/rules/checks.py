"""What a template must be to be saved: the hard rules, and that it can be walked at all."""

from collections.abc import Collection
from collections.abc import Sequence
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.conditions import kinds_of
from vanphong.routing.rules.routes import DRAFT
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import ARTICLE_PRESENT
from vanphong.routing.rules.sheet import CHAIN
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import Action
import re


MOST_STEPS = 40
MOST_VALUES = 200
LONGEST_TITLE = 120
MOST_HOURS = 1000

#: Whom a step of each kind may be with; several people, or nobody in particular, never submit.
RELATIONS = {
    Action.DRAFT: {Relation.DRAFTER},
    Action.REVIEW: {Relation.UNIT_HEAD, Relation.POSITION},
    Action.APPRAISE: {Relation.APPRAISER, Relation.OFFICE_HEAD, Relation.POSITION},
    Action.APPROVE: {
        Relation.UNIT_HEAD,
        Relation.OFFICE_HEAD,
        Relation.LEADER_IN_CHARGE,
        Relation.BODY_HEAD,
        Relation.POSITION,
    },
    Action.SIGN: {
        Relation.UNIT_HEAD,
        Relation.OFFICE_HEAD,
        Relation.LEADER_IN_CHARGE,
        Relation.BODY_HEAD,
        Relation.POSITION,
    },
    Action.OPINE: {
        Relation.UNIT_HEAD,
        Relation.UNIT_DESK,
        Relation.UNIT_LEADERS,
        Relation.RELATED_UNITS,
        Relation.APPRAISER,
        Relation.POSITION,
    },
    Action.NUMBER: {Relation.CLERK},
    Action.DIRECT: {
        Relation.OFFICE_HEAD,
        Relation.LEADER_IN_CHARGE,
        Relation.BODY_HEAD,
        Relation.POSITION,
    },
    Action.LEAD: {Relation.UNIT_DESK},
}

OF_A_UNIT = frozenset({Relation.UNIT_DESK, Relation.UNIT_LEADERS, Relation.POSITION})


def check_route(route: Route) -> None:
    """Refuse a template that breaks a rule.

    :raises RuleBroken: naming the rule and the step; ``field`` is the id of the step.
    """
    check_title(route.title, "title")
    if route.direction not in ("in", "out"):
        raise RuleBroken(_("A template is for incoming or for outgoing documents."), field="title")
    _check_condition(route.condition, "condition")
    _check_number(route.steps)
    for place, step in enumerate(route.steps):
        _check_step(step, route.steps[:place])
    _check_groups(route.steps)
    if route.direction == "in":
        _check_incoming(route.steps)
    else:
        _check_outgoing(route)
    for place, step in enumerate(route.steps):
        _check_ways_back(step, {one.id for one in route.steps[:place]}, name_of(step))


def check_title(title: str, field: str) -> None:
    """Refuse an empty or overlong title, and markup in it."""
    if not title.strip():
        raise RuleBroken(_("Give it a title."), field=field)
    if len(title) > LONGEST_TITLE:
        raise RuleBroken(
            _("A title has at most ${most} letters; this one has ${count}."),
            most=LONGEST_TITLE,
            count=len(title),
            field=field,
        )
    if re.search(r"[<>\x00-\x1f]|[$]\{", title):
        raise RuleBroken(_("A title is plain text, without “<”, “>” or code."), field=field)


def _check_number(steps: Sequence[RouteStep]) -> None:
    if not steps:
        raise RuleBroken(_("A template has at least one step."), field="steps")
    if len(steps) > MOST_STEPS:
        raise RuleBroken(
            _("A template has at most ${most} steps; this one has ${count}."),
            most=MOST_STEPS,
            count=len(steps),
            field="steps",
        )


def _check_step(step: RouteStep, earlier: Sequence[RouteStep]) -> None:
    name = name_of(step)
    if not re.fullmatch("[a-z0-9][a-z0-9-]{0,39}", step.id):
        raise RuleBroken(
            _("“${id}” cannot name a step; use small letters, digits and hyphens."),
            id=step.id[:50],
            field="steps",
        )
    if step.title:
        check_title(step.title, step.id)
    names = {one.id for one in earlier}
    if step.id in names:
        raise RuleBroken(_("There are two steps “${id}”."), id=step.id, field=step.id)
    if step.hours is not None and not 0 <= step.hours <= MOST_HOURS:
        raise RuleBroken(
            _("“${step}” has ${hours} working hours. Give 0 to ${most}, or none."),
            step=name,
            hours=f"{step.hours:g}",
            most=MOST_HOURS,
            field=step.id,
        )
    _check_condition(step.condition, step.id)
    _check_who(step, name)


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


def _check_who(step: RouteStep, name: str) -> None:
    who = step.who
    allowed = RELATIONS.get(step.action)
    if allowed is None:
        raise RuleBroken(_("“${step}” is no step of a template."), step=name, field=step.id)
    if who.relation not in allowed:
        _refuse_relation(step, name)
    needs_unit = who.relation in OF_A_UNIT and step.action is not Action.LEAD
    if needs_unit and not who.unit:
        raise RuleBroken(_("Say of which unit “${step}” is."), step=name, field=step.id)
    if who.relation is Relation.POSITION and not who.position.strip():
        raise RuleBroken(_("Say with which position “${step}” is."), step=name, field=step.id)
    check_position = who.position.strip()
    if check_position:
        check_title(check_position, step.id)


def _refuse_relation(step: RouteStep, name: str) -> None:
    """Say which rule keeps this step from these people."""
    relation = step.who.relation
    if step.action is Action.NUMBER:
        raise RuleBroken(hard.SEAL_ELSEWHERE, step=name, field=step.id, rule=hard.ARTICLE_SEAL)
    if step.action in hard.NEVER_OWN and relation is Relation.DRAFTER:
        raise RuleBroken(
            _("“${step}” cannot be with the drafter: nobody appraises or signs the own draft."),
            step=name,
            field=step.id,
            rule=hard.ARTICLE_CHECK,
        )
    if step.action in SUBMISSIONS and relation in (
        Relation.UNIT_DESK,
        Relation.UNIT_LEADERS,
        Relation.RELATED_UNITS,
        Relation.CLERK,
    ):
        raise RuleBroken(
            _("“${step}” is with several people at a time. A submission goes to one person."),
            step=name,
            field=step.id,
            rule=hard.ARTICLE_CHECK,
        )
    raise RuleBroken(
        _("“${step}” cannot be with these people. Choose somebody else."),
        step=name,
        field=step.id,
        rule=hard.ARTICLE_CHECK,
    )


def _check_condition(condition: Condition, field: str) -> None:
    for _kind, values in kinds_of(condition):
        if len(values) > MOST_VALUES or any(len(one) > 300 for one in values):
            raise RuleBroken(_("A condition names at most ${most}."), most=MOST_VALUES, field=field)
        for value in values:
            if re.search("[<>\x00-\x1f]", value):
                check_title(value, field)
    for value in condition.signed_by:
        if value not in ("body", "unit"):
            raise RuleBroken(
                _("Documents are signed by the body or by the unit, not by “${value}”."),
                value=value,
                field=field,
            )


def _check_groups(steps: Sequence[RouteStep]) -> None:
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
    by_unit = route.condition.signed_by == frozenset({"unit"})
    for place, step in enumerate(steps):
        hard.check_before(step, _certain(steps[:place]), name_of(step))
    signature = steps[-2]
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
