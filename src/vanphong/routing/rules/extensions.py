"""A later due date, asked for and decided (gia hạn)."""

from dataclasses import replace
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.demands import check_due
from vanphong.routing.rules.demands import need_reason
from vanphong.routing.rules.sheet import ARTICLE_RESOLVE
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Extension
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import children
from vanphong.routing.rules.sheet import ended
from vanphong.routing.rules.sheet import find


def ask_extension(sheet: Sheet, uid: str, by: By, *, due: datetime, reason: str) -> Sheet:
    """Ask who gave the step for a later due date."""
    step = check(sheet, uid, "ask_extension", by)
    reason = need_reason(reason)
    if step.due is None:
        raise RuleBroken(_("This step has no due date that could be extended."), field="due")
    if step.extension is not None and step.extension.state == "asked":
        raise Conflict(_("An extension has been asked for already and is not decided yet."))
    _check_later(due, step.due)
    check_due(due, by.at)
    asked = Extension(due=due, reason=reason, asked_at=by.at, asked_by=by.title)
    decide = Step(
        action=Action.EXTEND,
        actor=step.giver,
        actor_title=step.giver_title,
        giver=by.user_id,
        giver_title=by.title,
        started_at=by.at,
        parent=step.uid,
        directive=step.directive,
        instruction=reason,
    )
    return (*change(sheet, replace(step, extension=asked)), decide)


def _check_later(due: datetime, present: datetime | None) -> None:
    if present is not None and due <= present:
        raise RuleBroken(
            _("The date asked for, ${due}, is not later than the present one, ${present}."),
            due=f"{due:%d/%m/%Y}",
            present=f"{present:%d/%m/%Y}",
            field="due",
            rule=ARTICLE_RESOLVE,
        )


def decide_extension(
    sheet: Sheet, uid: str, by: By, *, grant: bool, due: datetime | None = None, reason: str = ""
) -> Sheet:
    """Grant or refuse an extension. ``uid`` is the step that asks for the decision.

    A person's new date may not pass that of the unit: then the unit asks first.
    """
    decision = check(sheet, uid, "decide_extension", by)
    step = find(sheet, decision.parent)
    asked = step.extension
    if asked is None or asked.state != "asked":
        raise Conflict(_("This extension has been decided already."))
    if not grant:
        reason = need_reason(reason)
    due = due or asked.due
    if grant:
        _check_later(due, step.due)
        above = find(sheet, step.parent).due if step.parent else None
        check_due(due, by.at, above)
    decided = replace(asked, state="granted" if grant else "refused", decided_by=by.title)
    return change(
        sheet,
        replace(step, due=due if grant else step.due, extension=decided),
        ended(decision, by, State.DONE, result=reason),
    )


def close_decisions(sheet: Sheet, uid: str, by: By) -> Sheet:
    """End the requests for more time on a step that has ended: nothing is left to decide."""
    moot = [
        ended(child, by, State.CANCELLED)
        for child in children(sheet, uid)
        if child.action is Action.EXTEND and child.awaits
    ]
    return change(sheet, *moot)
