"""What a template as JSON means in this office: its units, types, fields; and the way back."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from plone import api
from typing import Any
from vanphong.documents import catalogues
from vanphong.documents import rules as document_rules
from vanphong.errors import Conflict
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation.interfaces import IOrganisation
from vanphong.routing.rules import route_json
from vanphong.routing.rules import route_text
from vanphong.routing.rules import route_written
from vanphong.routing.rules.checks import check_route
from vanphong.routing.rules.checks import findings as find_broken
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.matching import undecided
from vanphong.routing.rules.route_json import UnitRef
from vanphong.routing.rules.route_values import check_values
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Route


def read(raw: Any) -> Route:
    """A template as it was sent, checked by every rule that concerns it alone.

    :param raw: JSON, as text or already read.
    """
    value = route_text.parse(raw) if isinstance(raw, str | bytes) else raw
    return checked(route_json.read_route(value, unit_of))


def read_unfinished(raw: Any) -> Route:
    """A template as it was sent, that need not keep the rules before it is put into force."""
    value = route_text.parse(raw) if isinstance(raw, str | bytes) else raw
    route = route_json.read_route(value, unit_of)
    check_values(route)
    _refuse_unknown_names(route)
    return route


def findings(folder, template, route: Route, today: date) -> list[OfficeError]:
    """What keeps a draft from being put into force."""
    found: list[OfficeError] = list(find_broken(route))
    try:
        refuse_ambiguous(folder, template, route, today)
    except OfficeError as refusal:
        found.append(refusal)
    return found


def read_export(raw: Any) -> list[tuple[str, Route]]:
    """All templates of an export, with the names that they had there."""
    value = route_text.parse(raw) if isinstance(raw, str | bytes) else raw
    found = route_json.read_routes(value, unit_of)
    return [(name, checked(route)) for name, route in found]


def checked(route: Route) -> Route:
    """The template, when no rule is against it.

    :raises RuleBroken: naming rule and step, or what the catalogues do not know.
    """
    check_route(route)
    _refuse_unknown_names(route)
    return route


def written(route: Route) -> dict[str, Any]:
    """A template as JSON values."""
    return route_written.write_route(route, ref_of)


def export(folder) -> dict[str, Any]:
    """All templates in force or drafted, as another site can import them."""
    found = []
    for template in folder.templates():
        routes = template.routes()
        route = routes[-1] if routes else template.draft.route
        found.append((template.getId(), route))
    return route_written.written(found, ref_of)


def refuse_ambiguous(folder, template, route: Route, today: date) -> None:
    """Refuse a template between which and another nothing decides.

    :param template: the one that is changed, None for a new one.
    :raises Conflict: naming the other one.
    """
    uid = "" if template is None else template.UID()
    for other in _coming(folder, uid, today):
        if not undecided(route, other):
            continue
        raise Conflict(
            _(
                "“${one}” and “${other}” match the same documents, and nothing decides between "
                "them. Change the condition of one, or its place in the order."
            ),
            one=route.title,
            other=other.title,
            field="condition",
        )


def unit_of(ref: UnitRef) -> str:
    """UID of the unit that is meant, "" when this office has none."""
    if ref.uid and directory.unit(ref.uid) is not None:
        return ref.uid
    if not (ref.short and ref.symbol_code):
        return ""
    found = [
        unit.uid
        for unit in _all_units()
        if (unit.short, unit.symbol_code) == (ref.short, ref.symbol_code)
    ]
    return found[0] if len(found) == 1 else ""


def ref_of(uid: str) -> UnitRef:
    """A unit with the names under which another site may know it."""
    unit = directory.unit(uid)
    return UnitRef(uid) if unit is None else UnitRef(uid, unit.short, unit.symbol_code)


def _all_units() -> Iterator[directory.UnitInfo]:
    for place in api.portal.get().objectValues():
        if IOrganisation.providedBy(place):
            yield from directory.subunits(place)


def _coming(folder, uid: str, today: date) -> Iterable[Route]:
    """The versions of all other templates that hold today or will."""
    for versions in folder.versions_by_template():
        if versions[0].uid == uid:
            continue
        now = in_force(versions, today)
        if now is not None:
            yield now
        for one in versions:
            if one is not now and one.valid_from is not None and one.valid_from > today:
                yield one


def _refuse_unknown_names(route: Route) -> None:
    conditions = [route.condition, *(step.condition for step in route.steps)]
    known = {
        "document_types": set(catalogues.document_types()),
        "fields": set(catalogues.fields()),
        "urgencies": {one.code for one in document_rules.URGENCY},
    }
    for condition in conditions:
        _refuse_unknown(condition, known)


def _refuse_unknown(condition: Condition, known: dict[str, set[str]]) -> None:
    for kind, codes in known.items():
        unknown = sorted(getattr(condition, kind) - codes)
        if unknown:
            raise RuleBroken(
                _("The catalogues of this office do not know: ${names}."),
                names=", ".join(unknown[:20]),
                field=kind,
            )
