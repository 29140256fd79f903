"""Whom a step of a template can be with: the choices of the form, and what was chosen."""

from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.routing.browser import shown
from vanphong.routing.browser.places import posts
from vanphong.routing.browser.places import units_of
from vanphong.routing.rules.routes import RELATION_TEXTS
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Who
from vanphong.routing.template_words import said


RELATIONS = {
    "out": (
        Relation.UNIT_HEAD,
        Relation.RELATED_UNITS,
        Relation.APPRAISER,
        Relation.OFFICE_HEAD,
        Relation.LEADER_IN_CHARGE,
        Relation.BODY_HEAD,
        Relation.CLERK,
    ),
    "in": (
        Relation.OFFICE_HEAD,
        Relation.LEADER_IN_CHARGE,
        Relation.BODY_HEAD,
        Relation.UNIT_DESK,
    ),
}

#: Between the parts of a value of the input "who": relation, unit, position.
BAR = "|"


def field(step: RouteStep | None, direction: str, body) -> dict:
    """For the macro ``pick``: by the document, a named position, a unit for opinions."""
    value = "" if step is None else written(step.who)
    groups = _groups(direction, body)
    offered = {one["value"] for group in groups for one in group["options"]}
    if step is not None and value not in offered:
        held = {"value": value, "title": shown.who(step)}
        groups.insert(0, {"id": "held", "title": _("As it is"), "options": [held]})
    return {
        "name": "who",
        "label": _("Who"),
        "groups": groups,
        "value": value,
        "required": True,
        "prompt": _("Choose a function or a position"),
    }


def _groups(direction: str, body) -> list[dict]:
    relations = [
        {"value": written(Who(one)), "title": shown.capital(said(RELATION_TEXTS[one]))}
        for one in RELATIONS[direction]
    ]
    groups = [{"id": "relation", "title": _("By the document"), "options": relations}]
    if body is None:
        return groups
    named = [
        {
            "value": written(Who(Relation.POSITION, one.unit_uid, one.position)),
            "title": one.position,
            "hint": one.unit_title,
        }
        for one in posts(body)
    ]
    groups.append({"id": "posts", "title": _("A named position"), "options": named})
    if direction == "out":
        desks = [
            {"value": written(Who(Relation.UNIT_DESK, one.uid)), "title": one.title}
            for one in units_of(body)
        ]
        groups.append({"id": "units", "title": _("A unit, for opinions"), "options": desks})
    return groups


def read(text: str) -> Who:
    """What was chosen.

    :raises InvalidInput: for nothing, or what is no choice.
    """
    relation, unit, position = (*text.split(BAR, 2), "", "")[:3]
    if relation not in set(Relation):
        raise InvalidInput(mark("Choose who acts on this step."), field="who")
    return Who(Relation(relation), unit, position)


def written(who: Who) -> str:
    """A value of the input "who"."""
    return BAR.join((str(who.relation), who.unit, who.position))
