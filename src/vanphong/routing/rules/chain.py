"""The way of a document along its plan: one step after the other.

One step is open at a time, but for a group of opinions; a group is over when all of its
steps are. What a document started with decides, not what its template says today, and the
hard rules are asked at every step, whatever a template says.
"""

from collections.abc import Iterable
from dataclasses import replace
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.demands import need_reason
from vanphong.routing.rules.opening import drafter_of
from vanphong.routing.rules.opening import group_of
from vanphong.routing.rules.opening import in_force
from vanphong.routing.rules.opening import open_next
from vanphong.routing.rules.opening import opened_step
from vanphong.routing.rules.opening import place_of
from vanphong.routing.rules.opinions import invite
from vanphong.routing.rules.opinions import invited
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended


__all__ = [
    "complete",
    "drafter_of",
    "invite",
    "send_back",
    "start",
    "ways_back",
    "where",
    "withdraw",
]

#: Comment of a step that ended because the document went on, or back, without it.
NOT_WAITED_FOR = "went-on"


def start(sheet: Sheet, plan: Plan, by: By, *, note: str = "") -> Sheet:
    """Submit: open the first step of the plan after the draft, with all of its group.

    A document that went back to its drafter is submitted anew, by the plan given now.

    :raises Conflict: when it is on its way already.
    :raises RuleBroken: when the plan breaks a hard rule.
    """
    running = [step for step in sheet if step.route_step and step.awaits]
    if any(step.action is not Action.DRAFT for step in running):
        raise Conflict(
            _("This document is submitted already; it is with ${holder}."),
            holder=running[-1].actor_title,
            rule=hard.ARTICLE_CHECK,
        )
    if any(in_force(step) and step.action is Action.NUMBER for step in sheet):
        raise Conflict(_("This document has its number already."), rule=hard.ARTICLE_NUMBER)
    drafter = drafter_of(sheet, plan, by.user_id)
    if drafter not in by.tokens:
        raise NotAllowed(_("Only who drafted this document may submit it."))
    sheet = _without_invited(sheet, by)
    sheet = change(sheet, *(replace(one, lapsed=True) for one in sheet if in_force(one)))
    drafted = [one for one in plan[:1] if one.step.action is Action.DRAFT]
    if running:
        sheet = change(sheet, *(_again(step, by, note) for step in running))
    elif drafted:
        sheet = (*sheet, _submitted(drafted[0], drafter, by, note))
    return open_next(sheet, plan, len(drafted), by, note, drafter)


def complete(
    sheet: Sheet, plan: Plan, uid: str, by: By, *, comment: str = "", result: str = ""
) -> Sheet:
    """End a step; the next one opens when the whole group is over.

    :raises NotAllowed: when it is with somebody else.
    :raises Conflict: when it is over already, or the next one comes out of order.
    :raises RuleBroken: for the drafter's own appraisal or signature.
    """
    step = check(sheet, uid, "complete", by)
    drafter = drafter_of(sheet, plan, by.user_id)
    hard.refuse_own(step.action, by.user_id, drafter, by.title, _called(plan, step))
    hard.refuse_for_another(step.action, step.actor, by.user_id, step.actor_title)
    sheet = change(
        sheet, ended(step, by, State.DONE, comment=comment.strip(), result=result.strip())
    )
    if not step.route_step:
        return sheet
    place = place_of(plan, step.route_step)
    group = group_of(plan, place)
    names = {plan[number].step.id for number in group}
    if any(one.awaits and one.route_step in names for one in sheet):
        return sheet
    sheet = _without_invited(sheet, by)
    return open_next(sheet, plan, group[-1] + 1, by, comment.strip(), drafter)


def send_back(sheet: Sheet, plan: Plan, uid: str, by: By, *, reason: str, to: str = "") -> Sheet:
    """Send the document back to an earlier step, which opens anew (trả lại).

    What was approved from there on lapses, and what runs beside it ends.

    :param to: id of the step; by default the first that the route allows.
    :raises RuleBroken: when the route does not allow it.
    """
    step = check(sheet, uid, "send_back", by)
    reason = need_reason(reason)
    target = _target(plan, step, to)
    place = place_of(plan, target.step.id)
    later = {one.step.id for one in plan[place:]}
    new = [ended(step, by, State.RETURNED, comment=reason)]
    for one in sheet:
        if one.uid == uid:
            continue
        if one.awaits and (one.route_step in later or invited(one)):
            new.append(ended(one, by, State.CANCELLED, comment=NOT_WAITED_FOR))
        elif in_force(one) and one.route_step in later:
            new.append(replace(one, lapsed=True))
    sheet = change(sheet, *new)
    return (*sheet, opened_step(target, by, reason))


def withdraw(sheet: Sheet, plan: Plan, by: By, *, opened: bool) -> Sheet:
    """Take back what one has submitted, while nobody has opened it (lấy lại).

    :param opened: whether a holder of an open step has looked at the document since.
    :raises Conflict: when somebody has opened it or acted on it.
    """
    drafter = drafter_of(sheet, plan, "")
    if drafter not in by.tokens:
        raise NotAllowed(_("Only who drafted this document may take it back."))
    running = [step for step in sheet if step.route_step and step.awaits]
    if not running or running[0].action is Action.DRAFT:
        raise Conflict(_("This document is not on its way; there is nothing to take back."))
    acted = [one for one in sheet if in_force(one) and one.action is not Action.DRAFT]
    if opened or acted:
        raise Conflict(
            _("${name} has opened it already; ask them to send it back."),
            name=(acted or running)[-1].actor_title,
        )
    moot = [one for one in sheet if one.awaits and (one.route_step or invited(one))]
    sheet = change(sheet, *(ended(one, by, State.CANCELLED) for one in moot))
    first = plan[0]
    if first.step.action is not Action.DRAFT:
        return sheet
    done = [replace(one, lapsed=True) for one in sheet if in_force(one)]
    return (*change(sheet, *done), opened_step(first, by, ""))


def where(sheet: Sheet, plan: Plan) -> list[Planned]:
    """The steps of the plan that run now."""
    running = {step.route_step for step in sheet if step.awaits}
    return [one for one in plan if one.step.id in running]


def ways_back(plan: Plan, route_step: str) -> list[Planned]:
    """The earlier steps to which a step may send the document back, the first by default."""
    place = place_of(plan, route_step)
    step = plan[place].step
    earlier = [one for one in plan[:place] if not one.skipped]
    if step.back_to:
        names = {name.partition(".")[0]: number for number, name in enumerate(step.back_to)}
        found = [one for one in earlier if one.step.id.partition(".")[0] in names]
        found.sort(key=lambda one: names[one.step.id.partition(".")[0]])
        if found:
            return found
    if step.action not in SUBMISSIONS:
        return []
    return [one for one in earlier if one.step.action is Action.DRAFT]


def _target(plan: Plan, step: Step, to: str) -> Planned:
    allowed = ways_back(plan, step.route_step) if step.route_step else []
    found = [one for one in allowed if to in ("", one.step.id)]
    if not found:
        raise RuleBroken(
            _("“${step}” cannot send the document back there. It may go back to: ${allowed}."),
            step=_called(plan, step),
            allowed=", ".join(one.actor_title or name_of(one.step) for one in allowed) or "–",
            field="to",
            rule=hard.ARTICLE_CHECK,
        )
    return found[0]


def _submitted(planned: Planned, drafter: str, by: By, note: str) -> Step:
    step = Step(
        action=Action.DRAFT,
        actor=drafter,
        actor_title=planned.actor_title or by.title,
        giver=by.user_id,
        giver_title=by.title,
        started_at=by.at,
        route_step=planned.step.id,
    )
    return ended(step, by, State.DONE, comment=note)


def _again(step: Step, by: By, note: str) -> Step:
    return ended(step, by, State.DONE, comment=note)


def _without_invited(sheet: Sheet, by: By) -> Sheet:
    """End the requests for an opinion that nobody waits for any more."""
    moot = [one for one in sheet if one.awaits and invited(one)]
    return change(sheet, *(ended(one, by, State.CANCELLED, comment=NOT_WAITED_FOR) for one in moot))


def _called(plan: Iterable[Planned], step: Step) -> str:
    for planned in plan:
        if planned.step.id == step.route_step:
            return name_of(planned.step)
    return ACTION_TEXTS[step.action]
