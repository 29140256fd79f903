"""Route templates written as JSON values; ``route_json`` reads them back."""

from collections.abc import Callable
from collections.abc import Iterable
from typing import Any
from vanphong.routing.rules.conditions import kinds_of
from vanphong.routing.rules.route_json import FORMAT
from vanphong.routing.rules.route_json import UnitRef
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant


#: Gives a unit with the names under which another site may know it.
Named = Callable[[str], UnitRef]


def written(templates: Iterable[tuple[str, Route]], named: Named) -> dict[str, Any]:
    """An export of templates, each under its name."""
    return {
        "format": FORMAT,
        "templates": [{"name": name, **write_route(route, named)} for name, route in templates],
    }


def write_route(route: Route, named: Named) -> dict[str, Any]:
    """One template, without what belongs to this site alone."""
    return {
        "title": route.title,
        "direction": route.direction,
        "body": _unit(route.body, named),
        "condition": _condition(route.condition, named),
        "steps": [_step(step, named) for step in route.steps],
    }


def _step(step: RouteStep, named: Named) -> dict[str, Any]:
    who: dict[str, Any] = {"relation": str(step.who.relation)}
    if step.who.unit:
        who["unit"] = _unit(step.who.unit, named)
    if step.who.position:
        who["position"] = step.who.position
    found: dict[str, Any] = {
        "id": step.id,
        "title": step.title,
        "action": str(step.action),
        "who": who,
        "hours": step.hours,
        "back_to": list(step.back_to),
        "vacant": str(step.vacant),
        "group": step.group,
        "condition": _condition(step.condition, named),
    }
    empty: dict[str, Any] = {
        "title": "",
        "hours": None,
        "back_to": [],
        "vacant": Vacant.STOP,
        "group": "",
    }
    return {
        name: value
        for name, value in found.items()
        if not (name in empty and value == empty[name]) and not (name == "condition" and not value)
    }


def _condition(condition: Condition, named: Named) -> dict[str, Any]:
    return {
        kind: [_unit(one, named) for one in sorted(values)] if kind == "units" else sorted(values)
        for kind, values in kinds_of(condition)
    }


def _unit(uid: str, named: Named) -> dict[str, str] | str:
    if not uid:
        return ""
    ref = named(uid)
    return {"uid": ref.uid, "short": ref.short, "symbol_code": ref.symbol_code}
