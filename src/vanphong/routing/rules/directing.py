"""Presenting a document to a leader, and the directive that follows: the new sheet."""

from collections.abc import Iterable
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.coordination import end_coordination
from vanphong.routing.rules.demands import check_cast
from vanphong.routing.rules.demands import check_due
from vanphong.routing.rules.opening import due_of
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.sheet import ARTICLE_PRESENT
from vanphong.routing.rules.sheet import ARTICLE_RESOLVE
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Assignment
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended
from vanphong.routing.rules.standing import awaiting_direction
from vanphong.routing.rules.standing import leading
from vanphong.routing.rules.standing import stage


def present(
    sheet: Sheet,
    actor: str,
    actor_title: str,
    by: By,
    *,
    note: str = "",
    planned: Planned | None = None,
) -> Sheet:
    """Put the document before one leader, who is asked to direct it (trình).

    A holder of the step before passes it on; the records clerk presents first.

    :param planned: the step of the plan that this is, which gives the due date.
    :raises Conflict: when it lies before a leader already, or is being handled.
    :raises NotAllowed: when it lies before somebody else.
    """
    if leading(sheet) is not None:
        raise Conflict(
            _("There is a directive on this document already; it is being carried out."),
            rule=ARTICLE_PRESENT,
        )
    _refuse_finished(sheet)
    waiting = awaiting_direction(sheet)
    if waiting is not None:
        check(sheet, waiting.uid, "pass_on", by)
        if waiting.actor == actor:
            raise Conflict(_("It lies before ${name} already."), name=actor_title)
        sheet = change(sheet, ended(waiting, by, State.DONE, result=note))
    step = Step(
        action=Action.DIRECT,
        actor=actor,
        actor_title=actor_title,
        giver=by.user_id,
        giver_title=by.title,
        started_at=by.at,
        due=None if planned is None else due_of(planned, by),
        instruction=note,
        route_step="" if planned is None else planned.step.id,
    )
    return (*sheet, step)


def direct(
    sheet: Sheet,
    assignments: Iterable[Assignment],
    by: By,
    *,
    directive: str,
    due: datetime | None,
    text: str,
    author: str,
    author_title: str,
    replaces: str = "",
) -> Sheet:
    """Open the steps of a directive: one lead, any coordinators, any for information.

    ``author`` is the leader whose word it is; when a clerk enters it, ``by`` is the clerk.
    ``replaces`` is the UID of the directive that this one supersedes.

    :raises RuleBroken: when there is not exactly one lead, or the due date is past.
    :raises Conflict: when a directive is in force that is not replaced.
    """
    assignments = list(assignments)
    check_cast(assignments)
    check_due(due, by.at)
    _refuse_finished(sheet)
    lead = leading(sheet)
    if lead is not None and lead.directive != replaces:
        raise Conflict(
            _("${name} leads already under an earlier directive. Replace that directive."),
            name=lead.actor_title,
            rule=ARTICLE_PRESENT,
        )
    waiting = awaiting_direction(sheet)
    if waiting is None and not replaces:
        raise Conflict(
            _("The document has not been presented, so there is nothing to direct yet."),
            rule=ARTICLE_PRESENT,
        )
    if replaces:
        sheet = cancel(sheet, replaces, by)
    # whoever was to coordinate with a lead that is gone has nobody to coordinate with
    sheet = end_coordination(sheet, by, State.CANCELLED)
    if waiting is not None:
        sheet = change(sheet, ended(waiting, by, State.DONE))
    steps = tuple(
        Step(
            action=one.action,
            actor=one.actor,
            actor_title=one.actor_title,
            giver=author,
            giver_title=author_title,
            entered_by="" if author == by.user_id else by.user_id,
            started_at=by.at,
            due=None if one.action is Action.INFORM else due,
            directive=directive,
            instruction=text,
        )
        for one in assignments
    )
    return (*sheet, *steps)


def _refuse_finished(sheet: Sheet) -> None:
    if stage(sheet) == "finished":
        raise Conflict(_("This document is finished already."), rule=ARTICLE_RESOLVE)


def cancel(sheet: Sheet, directive: str, by: By) -> Sheet:
    """End every running step of a directive, and what was given on from it."""
    running = [step for step in sheet if step.directive == directive and step.state in RUNNING]
    return change(sheet, *(ended(step, by, State.CANCELLED) for step in running))
