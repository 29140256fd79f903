"""Route templates, plans and simulations as JSON."""

from datetime import date
from datetime import datetime
from typing import Any
from vanphong.ledger import documents
from vanphong.ledger.paging import CAP
from vanphong.routing import template_values as values
from vanphong.routing import template_words as words
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import Version
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.simulate import Simulation
from vanphong.ui import errors
from vanphong.ui.services import titled


def brief(template, today: date) -> dict[str, Any]:
    """A template in the list."""
    version = in_force(template.routes(), today)
    return {
        "@id": template.absolute_url(),
        "name": template.getId(),
        "title": template.title,
        "direction": template.direction,
        "body": template.body,
        "order": template.order,
        "revision": template.revision,
        "changed_by": template.changed_by,
        "changed_at": _moment(template.changed_at),
        "version": None if version is None else version.version,
        "steps": 0 if version is None else len(version.steps),
        "has_draft": template.draft is not None,
        "running": running(template.UID()),
    }


def full(template, today: date) -> dict[str, Any]:
    """A template with its versions, the newest first, and its draft."""
    draft = template.draft
    return {
        **brief(template, today),
        "draft": None
        if draft is None
        else {
            "route": values.written(draft.route),
            "by": draft.by_title,
            "at": _moment(draft.at),
        },
        "versions": [_version(one) for one in reversed(template.versions)],
    }


def running(route_uid: str, version: int | None = None) -> dict[str, Any]:
    """How many documents run on a template; not counted beyond a limit."""
    found = documents.count_on_route(route_uid, version)
    return {"count": min(found, CAP), "more": found > CAP}


def planned(one: Planned, request) -> dict[str, Any]:
    """A step of a plan."""
    step = one.step
    return {
        "step": step.id,
        "title": step.title,
        "action": titled(step.action, ACTION_TEXTS[step.action], request),
        "who": words.who_said(step.who),
        "actor": one.actor,
        "actor_title": one.actor_title,
        "stands_in_for": words.said(one.stands_in_for) if one.stands_in_for else "",
        "stand_in": one.stand_in,
        "basis": one.basis,
        "skipped": words.said(one.skipped) if one.skipped else "",
        "hours": step.hours,
        "back_to": list(step.back_to),
        "group": step.group,
    }


def simulated(found: Simulation, request) -> dict[str, Any]:
    """What would happen to a document."""
    route = found.matched.route
    return {
        "matched": None
        if route is None
        else {"template": route.uid, "version": route.version, "title": route.title},
        "why": [
            {
                "template": one.route.uid,
                "title": one.route.title,
                "taken": one.taken,
                "reason": words.reason_said(one.why),
            }
            for one in found.matched.why
        ],
        "steps": [
            {
                **planned(one.planned, request),
                "opens_at": _moment(one.opens_at),
                "due": _moment(one.due_at),
                "stand_in": one.stand_in,
                "basis": one.basis or one.planned.basis,
            }
            for one in found.steps
        ],
        "hours": found.hours,
        "refusal": None if found.refusal is None else errors.as_json(found.refusal, request),
    }


def _version(one: Version) -> dict[str, Any]:
    route = one.route
    return {
        "version": route.version,
        "valid_from": None if route.valid_from is None else route.valid_from.isoformat(),
        "valid_to": None if route.valid_to is None else route.valid_to.isoformat(),
        "by": one.by_title,
        "at": _moment(one.at),
        "reason": one.reason,
        "running": running(route.uid, route.version),
        "route": values.written(route),
    }


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()
