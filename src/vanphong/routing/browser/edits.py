"""Changes of a template, one at a time: each gives a new one and leaves the old as it is."""

from dataclasses import replace
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.routing.rules.checks import check_route
from vanphong.routing.rules.checks import findings
from vanphong.routing.rules.routes import DRAFT
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.sheet import Action


Steps = tuple[RouteStep, ...]

#: What a template cannot get by the form of a step, and so must not lose.
KEPT = frozenset({Action.DRAFT, Action.SIGN, Action.NUMBER, Action.LEAD})

GONE = _("This template has no such step any more. Load the page again.")


def step_of(route: Route, name: str) -> RouteStep:
    """The step of this id.

    :raises InvalidInput: when the template has none, or has it no more.
    """
    for step in route.steps:
        if step.id == name:
            return step
    raise InvalidInput(GONE)


def place_of(route: Route, name: str) -> int:
    """Where a step stands, from 0."""
    return route.steps.index(step_of(route, name))


def changed(route: Route, step: RouteStep) -> Route:
    """The template with this step in the place of its older self."""
    step_of(route, step.id)
    return _of(route, tuple(step if one.id == step.id else one for one in route.steps))


def added(route: Route, step: RouteStep, after: str) -> Route:
    """The template with a new step behind another."""
    place = place_of(route, after) + 1
    return _of(route, (*route.steps[:place], step, *route.steps[place:]))


def removed(route: Route, name: str) -> Route:
    """The template without a step."""
    step_of(route, name)
    return _of(route, tuple(one for one in route.steps if one.id != name))


def moved(route: Route, name: str, place: int) -> Route:
    """The template with a step at another place, from 0."""
    step = step_of(route, name)
    others = [one for one in route.steps if one.id != name]
    others.insert(max(0, min(place, len(others))), step)
    return _of(route, tuple(others))


def beside(route: Route, name: str, wanted: bool) -> Route:
    """The template with a step side by side with the one before it, or after it again."""
    place = place_of(route, name)
    step = route.steps[place]
    if not wanted:
        return changed(route, replace(step, group="")) if _joined(route, place) else route
    if place == 0:
        return route
    before = route.steps[place - 1]
    group = before.group or before.id
    both = {before.id, name}
    return _of(
        route,
        tuple(replace(one, group=group) if one.id in both else one for one in route.steps),
    )


def is_beside(route: Route, name: str) -> bool:
    """Whether a step runs side by side with the one before it."""
    return _joined(route, place_of(route, name))


def new_id(route: Route, wanted: str) -> str:
    """An id for a new step: the wanted one, or that with a number."""
    taken = {step.id for step in route.steps}
    wanted = wanted[:32].strip("-") or "step"
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def is_kept(step: RouteStep) -> bool:
    """Whether every template has this step, once and at its place."""
    return step.action in KEPT


def lock_of(route: Route, name: str) -> OfficeError | None:
    """Which rule keeps a step in the template, None when it may be taken out of the draft."""
    return _refusal(removed(route, name)) if is_kept(step_of(route, name)) else None


def warnings(route: Route) -> dict[str, OfficeError]:
    """Which rule the draft would break without each step; none when it breaks one already."""
    if findings(route):
        return {}
    found = {step.id: _refusal(removed(route, step.id)) for step in route.steps}
    return {name: error for name, error in found.items() if error is not None}


def move_refused(route: Route, name: str, place: int) -> OfficeError | None:
    """Which rule keeps a step from a place, None when it may go there in the draft."""
    after = moved(route, name, place)
    return None if _ends(route) == _ends(after) else _refusal(after)


def keep_ends(before: Route, after: Route) -> None:
    """Refuse a change that takes what every template has, once, from its place.

    :raises RuleBroken: naming the rule.
    """
    if _ends(before) != _ends(after):
        check_route(after)


def _ends(route: Route) -> list[tuple[str, int]]:
    """The kept steps, each with its distance from the end; drafting stands first."""
    count = len(route.steps)
    return [
        (step.id, place and count - place)
        for place, step in enumerate(route.steps)
        if is_kept(step)
    ]


def _refusal(route: Route) -> OfficeError | None:
    try:
        check_route(route)
    except OfficeError as error:
        return error
    return None


def _joined(route: Route, place: int) -> bool:
    if place == 0:
        return False
    step, before = route.steps[place], route.steps[place - 1]
    return bool(step.group) and step.group == before.group


def _of(route: Route, steps: Steps) -> Route:
    return replace(route, steps=_grouped(_forward(steps)))


def _forward(steps: Steps) -> Steps:
    """A step goes back to those only that stand before it."""
    found = []
    earlier = {DRAFT}
    for step in steps:
        back = tuple(one for one in step.back_to if one in earlier)
        found.append(step if back == step.back_to else replace(step, back_to=back))
        earlier.add(step.id)
    return tuple(found)


def _grouped(steps: Steps) -> Steps:
    """A step is in a group only beside another one of it."""
    found = []
    for place, step in enumerate(steps):
        near = {one.group for one in (*steps[max(0, place - 1) : place], *steps[place + 1 :][:1])}
        found.append(replace(step, group="") if step.group and step.group not in near else step)
    return tuple(found)
