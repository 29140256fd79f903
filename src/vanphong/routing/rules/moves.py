"""What happens to a step at each move: check, then the new sheet."""

from dataclasses import replace
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.coordination import end_coordination
from vanphong.routing.rules.demands import check_due
from vanphong.routing.rules.demands import need_reason
from vanphong.routing.rules.extensions import close_decisions
from vanphong.routing.rules.sheet import ARTICLE_PRESENT
from vanphong.routing.rules.sheet import ARTICLE_RESOLVE
from vanphong.routing.rules.sheet import AWAITING
from vanphong.routing.rules.sheet import WORK
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import Urge
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended
from vanphong.routing.rules.sheet import find
from vanphong.routing.rules.standing import leading


def receive(sheet: Sheet, uid: str, by: By) -> Sheet:
    """Receive for the unit; from now on the unit answers for it."""
    step = check(sheet, uid, "receive", by)
    return change(sheet, replace(step, state=State.RECEIVED, received_at=by.at))


def assign(
    sheet: Sheet,
    uid: str,
    by: By,
    *,
    user_id: str,
    title: str,
    due: datetime | None,
    instruction: str = "",
    confirm: bool = False,
) -> Sheet:
    """Give a unit's step to one person of the unit, due no later than the unit itself.

    With ``confirm`` the step comes back to the unit's head when the person has finished.
    """
    step = check(sheet, uid, "assign", by)
    if step.parent:
        raise RuleBroken(
            _("${holder} was given this by the unit. Hand it back, and the unit gives it anew."),
            holder=step.actor_title,
            rule=ARTICLE_RESOLVE,
        )
    due = due or step.due
    check_due(due, by.at if due != step.due else min(by.at, due or by.at), step.due)
    child = Step(
        action=step.action,
        actor=user_id,
        actor_title=title,
        giver=by.user_id,
        giver_title=by.title,
        started_at=by.at,
        due=due,
        parent=step.uid,
        directive=step.directive,
        instruction=instruction.strip() or step.instruction,
        confirm=confirm,
    )
    received = step.received_at or by.at
    return (*change(sheet, replace(step, state=State.ASSIGNED, received_at=received)), child)


def hand_back(sheet: Sheet, uid: str, by: By, *, reason: str) -> Sheet:
    """Hand a step back to who gave it (chuyển lại), with the reason.

    A person's step goes back to the unit; a unit's lead goes back to the leader, who
    directs anew; a coordinator's is reported to the leader.
    """
    step = check(sheet, uid, "hand_back", by)
    reason = need_reason(reason)
    sheet = change(sheet, ended(step, by, State.RETURNED, comment=reason))
    sheet = close_decisions(sheet, step.uid, by)
    if step.parent:
        parent = find(sheet, step.parent)
        return change(sheet, replace(parent, state=State.RECEIVED, comment=reason))
    action = Action.DIRECT if step.action is Action.LEAD else Action.INFORM
    back = Step(
        action=action,
        actor=step.giver,
        actor_title=step.giver_title,
        giver=by.user_id,
        giver_title=step.actor_title,
        started_at=by.at,
        comment=reason,
        instruction=reason,
    )
    return (*sheet, back)


def report(sheet: Sheet, uid: str, by: By, *, result: str) -> Sheet:
    """Write down how far the work has come; the step goes on."""
    step = check(sheet, uid, "report", by)
    result = result.strip()
    if not result:
        raise RuleBroken(_("Write what has been done."), field="result", rule=ARTICLE_RESOLVE)
    received = step.received_at or by.at
    return change(sheet, replace(step, state=State.RECEIVED, received_at=received, result=result))


def finish(sheet: Sheet, uid: str, by: By, *, result: str = "", case_file: str = "") -> Sheet:
    """Finish a step (kết thúc xử lý), with or without a case file to keep it in.

    A person's step ends the unit's with it, unless the head wanted to confirm. When the
    lead is done, the coordinators' open steps end as well.
    """
    step = check(sheet, uid, "finish", by)
    result = result.strip() or step.result
    if step.action is Action.LEAD and not result:
        raise RuleBroken(
            _("Write the result before you finish."), field="result", rule=ARTICLE_RESOLVE
        )
    sheet = change(
        sheet,
        ended(step, by, State.DONE, result=result, case_file=case_file.strip() or step.case_file),
    )
    sheet = close_decisions(sheet, step.uid, by)
    if step.parent:
        sheet = _finish_parent(sheet, step, by, result, case_file.strip())
    if leading(sheet) is None and step.action in (Action.LEAD, Action.DIRECT):
        return end_coordination(sheet, by, State.DONE, comment="lead-finished")
    return sheet


def _finish_parent(sheet: Sheet, step: Step, by: By, result: str, case_file: str) -> Sheet:
    parent = find(sheet, step.parent)
    case_file = case_file or parent.case_file
    if step.confirm:
        received = replace(parent, state=State.RECEIVED, result=result, case_file=case_file)
        return change(sheet, received)
    sheet = change(sheet, ended(parent, by, State.DONE, result=result, case_file=case_file))
    return close_decisions(sheet, parent.uid, by)


def take_back(sheet: Sheet, uid: str, by: By, *, opened: bool) -> Sheet:
    """Take back what one has given on, while nobody has opened it (lấy lại).

    :param opened: whether a holder of the step has looked at the document since.
    """
    step = check(sheet, uid, "take_back", by)
    if step.actor in by.tokens:
        raise NotAllowed(_("This step is your own; there is nothing to take back."))
    if step.route_step and step.action is Action.OPINE:
        raise RuleBroken(_("This opinion is asked for by the route; it cannot be taken back."))
    if step.action is Action.DIRECT and step.comment:
        raise RuleBroken(
            _("What was handed back stays with ${holder}, who directs anew."),
            holder=step.actor_title,
            rule=ARTICLE_PRESENT,
        )
    if opened:
        raise Conflict(
            _("${name} has opened it already; ask them to hand it back."), name=step.actor_title
        )
    sheet = change(sheet, ended(step, by, State.CANCELLED))
    sheet = close_decisions(sheet, step.uid, by)
    if step.parent and step.action in WORK:
        parent = find(sheet, step.parent)
        return change(sheet, replace(parent, state=State.RECEIVED))
    if step.action is Action.LEAD or (step.action is Action.DIRECT and _passed_on(sheet, step)):
        again = Step(
            action=Action.DIRECT,
            actor=step.giver,
            actor_title=step.giver_title,
            giver=step.giver,
            giver_title=step.giver_title,
            started_at=by.at,
        )
        return (*sheet, again)
    return sheet


def _passed_on(sheet: Sheet, step: Step) -> bool:
    return any(
        other.action is Action.DIRECT
        and other.state is State.DONE
        and other.finished_at == step.started_at
        for other in sheet
    )


def urge(sheet: Sheet, uid: str, by: By, *, text: str = "") -> Sheet:
    """Remind the holder of a step (đôn đốc); each reminder is counted and kept."""
    step = check(sheet, uid, "urge", by)
    if step.actor in by.tokens:
        raise NotAllowed(_("This step is your own; there is nobody to remind."))
    return change(sheet, replace(step, urges=(*step.urges, Urge(by.at, by.title, text.strip()))))


def open_steps(sheet: Sheet, tokens: frozenset[str]) -> list[Step]:
    """The steps that wait for somebody with these tokens."""
    return [step for step in sheet if step.state in AWAITING and step.actor in tokens]
