"""The steps of a template as the rows of its table."""

from vanphong import _
from vanphong.errors import OfficeError
from vanphong.routing.browser import edits
from vanphong.routing.browser import shown
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import Action
from vanphong.ui import errors
from zope.globalrequest import getRequest


def rows(route: Route, body) -> list[dict]:
    """The steps in their order, each with what a rule keeps from being done with it."""
    numbers = {step.id: number for number, step in enumerate(route.steps, 1)}
    warnings = edits.warnings(route)
    return [_row(route, step, numbers, body, warnings) for step in route.steps]


def _row(
    route: Route, step: RouteStep, numbers: dict[str, int], body, warnings: dict[str, OfficeError]
) -> dict:
    place = numbers[step.id] - 1
    drafting = step.action is Action.DRAFT
    lock = edits.lock_of(route, step.id)
    warning = None if lock else warnings.get(step.id)
    return {
        "id": step.id,
        "number": place + 1,
        "place": place,
        "who": shown.who(step),
        "hint": _("exactly one person") if step.action is Action.SIGN else "",
        "does": shown.does(step),
        "hours": shown.hours(step),
        "back": _back(step, numbers),
        "vacant": shown.vacant(step),
        "when": _when(step, route, body),
        "beside": edits.is_beside(route, step.id),
        "lock": "" if lock is None else _reason(lock),
        "warning": "" if warning is None else _reason(warning),
        "fixed": drafting,
        "up": None if drafting else _refused(route, step.id, place - 1),
        "down": None if drafting else _refused(route, step.id, place + 1),
        "last": step.action in (Action.NUMBER, Action.SIGN, Action.LEAD),
    }


def _back(step: RouteStep, numbers: dict[str, int]) -> str:
    if not step.back_to and step.action in SUBMISSIONS:
        return shown.text(_("Step ${numbers}", mapping={"numbers": 1}))
    return shown.back(step, numbers)


def _when(step: RouteStep, route: Route, body) -> str:
    if step.condition == Condition():
        return ""
    told = shown.condition(step.condition, route.direction, body)
    return shown.text(_("only for: ${condition}", mapping={"condition": told}))


def _refused(route: Route, name: str, place: int) -> str:
    """Why a step cannot go to a place; "" when it can, a dash at the ends."""
    first = 1 if route.steps[0].action is Action.DRAFT else 0
    if not first <= place < len(route.steps):
        return "–"
    error = edits.move_refused(route, name, place)
    return "" if error is None else _reason(error)


def _reason(error: OfficeError) -> str:
    """A rule in one sentence, with where it stands."""
    row = errors.as_row(error, getRequest())
    return " ".join(filter(None, (row["text"], row["grounds"])))
