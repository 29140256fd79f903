"""Another holder for a running step: the present one has left, or cannot act."""

from dataclasses import replace
from uuid import uuid4
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.demands import need_reason
from vanphong.routing.rules.extensions import close_decisions
from vanphong.routing.rules.opening import drafter_of
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended


def replace_holder(
    sheet: Sheet, plan: Plan, uid: str, person: str, title: str, by: By, *, reason: str
) -> Sheet:
    """Give a running step to another person; the old line stays with the reason.

    The due date stays. Numbering stays with the clerks, whoever they are.

    :param person: user id.
    :raises RuleBroken: without a reason, for the drafter's own appraisal, for a number.
    :raises Conflict: when this person holds it already.
    """
    step = check(sheet, uid, "replace_holder", by)
    reason = need_reason(reason)
    if step.actor == person:
        raise Conflict(_("This step is with ${name} already."), name=title)
    name = ACTION_TEXTS[step.action]
    if step.action is Action.NUMBER:
        raise RuleBroken(hard.SEAL_ELSEWHERE, step=name, field="person", rule=hard.ARTICLE_SEAL)
    hard.refuse_own(step.action, person, drafter_of(sheet, plan, ""), title, name)
    successor = replace(
        step,
        uid=uuid4().hex,
        actor=person,
        actor_title=title,
        state=State.OPEN,
        started_at=by.at,
        received_at=None,
        stands_in_for="",
        extension=None,
        urges=(),
    )
    sheet = change(sheet, ended(step, by, State.CANCELLED, comment=reason))
    sheet = close_decisions(sheet, step.uid, by)
    moved = [replace(one, parent=successor.uid) for one in sheet if one.parent == step.uid]
    return (*change(sheet, *moved), successor)


def planned_for(plan: Plan, route_step: str, person: str, title: str) -> Plan:
    """The plan with another holder of one step, for when it opens again."""
    return tuple(
        replace(one, actor=person, actor_title=title, stands_in_for="", basis="")
        if route_step and one.step.id == route_step
        else one
        for one in plan
    )
