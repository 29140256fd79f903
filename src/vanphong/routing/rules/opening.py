"""Opening the steps of a plan: which is next, who holds it, until when."""

from datetime import datetime
from vanphong.calendars.rules import add_working_hours
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.routing.rules import hard
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step


def drafter_of(sheet: Sheet, plan: Plan, otherwise: str) -> str:
    """User id of who drafted the document: who holds the draft, else who submitted it."""
    for planned in plan:
        if planned.step.action is Action.DRAFT and planned.actor:
            return planned.actor
    return next((step.giver for step in sheet if step.route_step), otherwise)


def open_next(sheet: Sheet, plan: Plan, place: int, by: By, note: str, drafter: str) -> Sheet:
    """Open the first step of the plan at or behind a place that is not left out."""
    while place < len(plan):
        group = group_of(plan, place)
        members = [plan[number] for number in group if not plan[number].skipped]
        if members:
            _check_opening(sheet, plan, members, drafter)
            return (*sheet, *(opened_step(one, by, note) for one in members))
        place = group[-1] + 1
    return sheet


def _check_opening(sheet: Sheet, plan: Plan, members: list[Planned], drafter: str) -> None:
    """Ask the hard rules once more, of what is about to be opened."""
    done = {one.route_step for one in sheet if in_force(one)}
    earlier = [one.step for one in plan if one.step.id in done]
    steps = [one.step for one in members]
    hard.check_side_by_side(steps, name_of(steps[0]))
    for planned in members:
        hard.check_before(planned.step, earlier, name_of(planned.step))
        hard.check_actor(planned, drafter, name_of(planned.step))


def opened_step(planned: Planned, by: By, note: str) -> Step:
    """The step as it opens now, due after its hours by the calendar."""
    return Step(
        action=planned.step.action,
        actor=planned.actor,
        actor_title=planned.actor_title,
        giver=by.user_id,
        giver_title=by.title,
        started_at=by.at,
        due=due_of(planned, by),
        instruction=note,
        route_step=planned.step.id,
        stands_in_for=planned.stands_in_for,
    )


def due_of(planned: Planned, by: By) -> datetime | None:
    """Until when a step is due that opens now; None when it has no hours."""
    if planned.step.hours is None or by.calendar is None:
        return None
    return add_working_hours(by.calendar, by.at, planned.step.hours)


def in_force(step: Step) -> bool:
    """Whether the step of the route is done, and has not lapsed since."""
    return bool(step.route_step) and step.state is State.DONE and not step.lapsed


def group_of(plan: Plan, place: int) -> list[int]:
    """The places of the steps that run side by side with the one at this place."""
    group = plan[place].step.group
    if not group:
        return [place]
    first = last = place
    while first > 0 and plan[first - 1].step.group == group:
        first -= 1
    while last + 1 < len(plan) and plan[last + 1].step.group == group:
        last += 1
    return list(range(first, last + 1))


def place_of(plan: Plan, route_step: str) -> int:
    """Where a step stands in the plan.

    :raises Conflict: when the plan has no such step.
    """
    for number, planned in enumerate(plan):
        if planned.step.id == route_step:
            return number
    raise Conflict(_("The plan of this document has no step “${step}”."), step=route_step)
