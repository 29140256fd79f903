"""Route templates as JSON: read strictly, written so that another site can read it.

A unit is written with its UID, short name and code in symbols; it is found again by its UID,
or else by short name and code together.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from typing import TypeVar
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.routes import DRAFT
from vanphong.routing.rules.routes import EVERY
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import Who
from vanphong.routing.rules.sheet import Action
import unicodedata


#: No set of templates comes near.
MOST_TEMPLATES = 500

FORMAT = "vanphong-routes"

ROUTE_KEYS = frozenset({"title", "direction", "body", "condition", "steps", "name"})
STEP_KEYS = frozenset(
    {"id", "action", "who", "hours", "back_to", "vacant", "group", "condition", "title"}
)
WHO_KEYS = frozenset({"relation", "unit", "position"})
CONDITION_KEYS = frozenset(
    {"document_types", "registers", "urgencies", "fields", "units", "senders", "signed_by"}
)

EnumT = TypeVar("EnumT", bound=StrEnum)


@dataclass(frozen=True)
class UnitRef:
    """A unit as another site wrote it down."""

    uid: str
    short: str = ""
    symbol_code: str = ""

    @property
    def called(self) -> str:
        """How it is named in a message."""
        return self.short or self.symbol_code or self.uid


#: Gives the UID of a unit that is known here, or "".
Units = Callable[[UnitRef], str]


def read_routes(value: Any, units: Units) -> list[tuple[str, Route]]:
    """The templates of an export, each with the name that it had there.

    :raises InvalidInput: for what is no export; :raises RuleBroken: for unknown units.
    """
    given = _object(value, "templates", frozenset({"format", "templates"}))
    if given.get("format") != FORMAT:
        raise InvalidInput(_("This is no export of route templates."), field="format")
    listed = _list(given.get("templates"), "templates", MOST_TEMPLATES)
    unknown = _unknown_units(listed, units)
    if unknown:
        raise _unknown(unknown)
    names = [str(_object(one, "templates", ROUTE_KEYS).get("name") or "") for one in listed]
    return [(name, read_route(one, units)) for name, one in zip(names, listed, strict=True)]


def read_route(value: Any, units: Units) -> Route:
    """One template, without UID and version. What it means is checked by ``check_route``.

    :raises InvalidInput: naming the value that cannot be read.
    :raises RuleBroken: naming all units that are not known.
    """
    unknown = _unknown_units([value], units)
    if unknown:
        raise _unknown(unknown)
    given = _object(value, "template", ROUTE_KEYS)
    direction = _text(given, "direction")
    if direction not in ("in", "out"):
        raise InvalidInput(_("“direction” is “in” or “out”."), field="direction")
    steps = _list(given.get("steps"), "steps", 1000)
    return Route(
        uid="",
        version=0,
        title=_text(given, "title"),
        direction=direction,
        condition=_condition(given.get("condition"), "condition", units),
        steps=tuple(_step(one, number, units) for number, one in enumerate(steps, start=1)),
        body=_unit(given.get("body"), "body", units),
    )


def _step(value: Any, number: int, units: Units) -> RouteStep:
    field = f"steps.{number}"
    given = _object(value, field, STEP_KEYS)
    action = _choice(Action, given, "action", field)
    name = DRAFT if action is Action.DRAFT else _text(given, "id") or f"step-{number}"
    who = _object(given.get("who"), f"{field}.who", WHO_KEYS)
    return RouteStep(
        id=name,
        action=action,
        who=Who(
            _choice(Relation, who, "relation", field),
            unit=_unit(who.get("unit"), f"{field}.who.unit", units),
            position=_text(who, "position"),
        ),
        hours=_hours(given, field),
        back_to=tuple(_texts(given.get("back_to"), f"{field}.back_to")),
        vacant=_choice(Vacant, given, "vacant", field, Vacant.STOP),
        group=_text(given, "group"),
        condition=_condition(given.get("condition"), field, units),
        title=_text(given, "title"),
    )


def _condition(value: Any, field: str, units: Units) -> Condition:
    if value is None or value == {}:
        return EVERY
    given = _object(value, field, CONDITION_KEYS)

    def values(name: str) -> frozenset[str]:
        return frozenset(_texts(given.get(name), f"{field}.{name}"))

    found = [
        _unit(one, f"{field}.units", units)
        for one in _list(given.get("units") or [], f"{field}.units", 1000)
    ]
    return Condition(
        document_types=values("document_types"),
        registers=values("registers"),
        urgencies=values("urgencies"),
        fields=values("fields"),
        units=frozenset(found),
        senders=tuple(_texts(given.get("senders"), f"{field}.senders")),
        signed_by=values("signed_by"),
    )


def _hours(given: Mapping[str, Any], field: str) -> float | None:
    value = given.get("hours")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidInput(_("“${name}” must be a number of hours."), name="hours", field=field)
    try:
        return float(value)
    except OverflowError:
        raise InvalidInput(
            _("“${name}” must be a number of hours."), name="hours", field=field
        ) from None


def _choice(
    kind: type[EnumT],
    given: Mapping[str, Any],
    name: str,
    field: str,
    default: EnumT | None = None,
) -> EnumT:
    value = _text(given, name)
    if not value and default is not None:
        return default
    try:
        return kind(value)
    except ValueError:
        raise InvalidInput(
            _("“${value}” is no value of “${name}”; there are ${choices}."),
            value=value[:50],
            name=name,
            choices=", ".join(kind),
            field=field,
        ) from None


def _object(value: Any, field: str, keys: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidInput(_("“${name}” must be an object."), name=field, field=field)
    unknown = sorted(set(value) - set(keys))
    if unknown:
        raise InvalidInput(_("“${name}” is not known here."), name=unknown[0][:50], field=field)
    return value


def _list(value: Any, field: str, most: int) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidInput(_("“${name}” must be a list."), name=field, field=field)
    if len(value) > most:
        raise InvalidInput(
            _("“${name}” has more than ${most} entries."), name=field, most=most, field=field
        )
    return value


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(_("“${name}” must be a text."), name=name, field=name)
    return unicodedata.normalize("NFC", value).strip()


def _texts(value: Any, field: str) -> list[str]:
    if value is None:
        return []
    found = _list(value, field, 1000)
    if not all(isinstance(one, str) and one.strip() for one in found):
        raise InvalidInput(_("“${name}” must be a list of texts."), name=field, field=field)
    return [unicodedata.normalize("NFC", one).strip() for one in found]


def _unit(value: Any, field: str, units: Units) -> str:
    ref = _ref(value, field)
    return "" if ref is None else units(ref)


def _ref(value: Any, field: str) -> UnitRef | None:
    """The unit that is meant, None for none."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return UnitRef(value)
    given = _object(value, field, ("uid", "short", "symbol_code"))
    return UnitRef(_text(given, "uid"), _text(given, "short"), _text(given, "symbol_code"))


def _unknown_units(templates: Iterable[Any], units: Units) -> list[str]:
    """Units that are not known here, all of them, so that they can be named at once."""
    refs = {ref for template in templates for ref in _refs(template)}
    return sorted({ref.called for ref in refs if not units(ref)})


def _refs(template: Any) -> Iterable[UnitRef]:
    if not isinstance(template, dict):
        return
    conditions = [template.get("condition")]
    values = [template.get("body")]
    for step in template.get("steps") or ():
        if isinstance(step, dict):
            conditions.append(step.get("condition"))
            who = step.get("who")
            values.append(who.get("unit") if isinstance(who, dict) else None)
    for condition in conditions:
        if isinstance(condition, dict) and isinstance(condition.get("units"), list):
            values.extend(condition["units"])
    for value in values:
        ref = _ref(value, "unit")
        if ref is not None:
            yield ref


def _unknown(names: list[str]) -> RuleBroken:
    return RuleBroken(
        _("These units are not known here: ${names}. Choose units of this office instead."),
        names=", ".join(names[:20]),
        field="unit",
    )
