"""What each step and condition of a template can say, whatever stands beside it."""

from collections.abc import Sequence
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.conditions import kinds_of
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import name_of
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


def check_values(route: Route) -> None:
    """Refuse what no template can say, not even a draft that is not finished.

    :raises RuleBroken: naming the step; ``field`` is its id.
    """
    check_title(route.title, "title")
    if route.direction not in ("in", "out"):
        raise RuleBroken(_("A template is for incoming or for outgoing documents."), field="title")
    _check_condition(route.condition, "condition")
    _check_number(route.steps)
    for place, step in enumerate(route.steps):
        _check_step(step, route.steps[:place])


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
