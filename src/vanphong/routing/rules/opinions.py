"""Opinions asked for beside the route (xin ý kiến), of any number at a time."""

from collections.abc import Sequence
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.demands import check_due
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Assignment
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import Step


def invited(step: Step) -> bool:
    """Whether the opinion was asked for by a person, not by the route."""
    return step.action is Action.OPINE and not step.route_step


def invite(
    sheet: Sheet,
    uid: str,
    opinions: Sequence[Assignment],
    by: By,
    *,
    due: datetime | None,
    text: str,
) -> Sheet:
    """Ask for opinions; the document stays where it is.

    :param uid: the step that asks, or "" for the drafter before the document is submitted.
    :raises RuleBroken: when nobody is asked, or one is asked twice.
    :raises Conflict: when one is asked already, or the document is with somebody else.
    """
    if uid:
        check(sheet, uid, "invite", by)
    elif any(step.route_step and step.awaits for step in sheet):
        raise Conflict(_("This document is submitted; who holds it now asks for opinions."))
    check_due(due, by.at)
    _check_invited(sheet, opinions, by)
    steps = tuple(
        Step(
            action=Action.OPINE,
            actor=one.actor,
            actor_title=one.actor_title,
            giver=by.user_id,
            giver_title=by.title,
            started_at=by.at,
            due=due,
            parent=uid,
            instruction=text.strip(),
        )
        for one in opinions
    )
    return (*sheet, *steps)


def _check_invited(sheet: Sheet, opinions: Sequence[Assignment], by: By) -> None:
    if not opinions:
        raise RuleBroken(_("Name the units or people whose opinion you ask."), field="opinions")
    asked = {step.actor for step in sheet if step.action is Action.OPINE and step.awaits}
    named: set[str] = set()
    for one in opinions:
        if one.action is not Action.OPINE:
            raise RuleBroken(_("Beside the route only opinions are asked for."), field="opinions")
        if one.actor in asked:
            raise Conflict(
                _("${name} has been asked already and has not answered yet."), name=one.actor_title
            )
        if one.actor in named or one.actor in by.tokens:
            raise RuleBroken(
                _("${name} is named twice, or is yourself. Ask each of the others once."),
                name=one.actor_title,
                field="opinions",
            )
        named.add(one.actor)
