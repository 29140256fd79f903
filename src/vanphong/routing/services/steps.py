"""A step as JSON: what the sheet says, what reading did to it, what the person may do."""

from AccessControl import getSecurityManager
from collections.abc import Callable
from datetime import datetime
from plone import api
from vanphong.calendars import clock
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.errors import OfficeError
from vanphong.ledger import work
from vanphong.routing import actions
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.services.routes.shown import planned
from vanphong.ui.services import titled


#: What a client can do with a step, by the last part of the address.
MOVES: dict[str, Callable] = {
    "receive": actions.receive,
    "assign": actions.assign,
    "hand-back": actions.hand_back,
    "extension": actions.ask_extension,
    "extension-decision": actions.decide_extension,
    "report": actions.report,
    "finish": actions.finish,
    "take-back": actions.take_back,
    "urge": actions.urge,
    "replace-holder": actions.replace_holder,
}

#: The same in the words of the sheet.
ON_THE_SHEET = {
    "hand-back": "hand_back",
    "extension": "ask_extension",
    "extension-decision": "decide_extension",
    "take-back": "take_back",
    "replace-holder": "replace_holder",
}

#: A step for information that its holder has opened is done, whatever the sheet says.
SEEN = ("opened_at", "opened_by", "state", "is_open", "finished_at", "finished_by")


def shown_sheet(document, request) -> dict:
    """Stage, holders and all steps of a document, the oldest first."""
    sheet = sheets.steps_of(document)
    facts = {row["step_uid"]: row for row in work.timeline(document.UID())}
    steps = [shown(document, sheet, step, facts.get(step.uid, {}), request) for step in sheet]
    return {
        "stage": rules.stage(sheet),
        "holders": [_brief(step) for step in steps if step["awaits"]],
        "steps": steps,
        "route": _route(document),
        "plan": [planned(one, request) for one in sheets.plan_of(document)],
    }


def shown(document, sheet, step: rules.Step, facts: dict, request) -> dict:
    """One step as JSON; ``facts`` is its row in the ledger."""
    seen = {name: facts.get(name) for name in SEEN if name in facts}
    state = seen.get("state", str(step.state))
    finished = seen.get("finished_at", step.finished_at)
    return {
        "uid": step.uid,
        "action": titled(step.action, rules.ACTION_TEXTS[step.action], request),
        "state": titled(state, rules.STATE_TEXTS[rules.State(state)], request),
        "awaits": bool(seen.get("is_open", step.awaits)),
        "actor": step.actor,
        "actor_title": step.actor_title,
        "giver": step.giver,
        "giver_title": step.giver_title,
        "entered_by": step.entered_by,
        "parent": step.parent,
        "directive": step.directive,
        "instruction": step.instruction,
        "started_at": _moment(step.started_at),
        "received_at": _moment(step.received_at),
        "opened_at": _moment(seen.get("opened_at")),
        "opened_by": seen.get("opened_by") or "",
        "due": _moment(step.due),
        "lateness": shown_lateness(step.due, finished),
        "finished_at": _moment(finished),
        "finished_by": seen.get("finished_by", step.finished_by),
        "result": step.result,
        "comment": step.comment,
        "case_file": step.case_file,
        "confirm": step.confirm,
        "route_step": step.route_step,
        "stands_in_for": step.stands_in_for,
        "on_behalf_of": step.on_behalf_of,
        "lapsed": step.lapsed,
        "urges": [{"at": _moment(one.at), "by": one.by, "text": one.text} for one in step.urges],
        "extension": _extension(step.extension),
        "moves": _open_moves(document, sheet, step, opened=bool(seen.get("opened_at"))),
    }


def shown_lateness(due: datetime | None, finished: datetime | None = None) -> dict:
    """How a deadline stands now, in working time."""
    found = lateness(work_calendar(), due, clock.now(), finished)
    return {"kind": found.kind, "amount": found.amount, "unit": found.unit}


def _route(document) -> dict | None:
    route = sheets.route_of(document)
    if route is None:
        return None
    return {"template": route.uid, "version": route.version, "title": route.title}


def _brief(step: dict) -> dict:
    names = ("uid", "action", "state", "actor", "actor_title", "started_at", "due", "lateness")
    return {name: step[name] for name in names}


def _extension(extension: rules.Extension | None) -> dict | None:
    if extension is None:
        return None
    return {
        "state": extension.state,
        "due": _moment(extension.due),
        "reason": extension.reason,
        "asked_at": _moment(extension.asked_at),
        "asked_by": extension.asked_by,
        "decided_by": extension.decided_by,
    }


def _open_moves(document, sheet, step: rules.Step, opened: bool) -> list[str]:
    """What the person could do with the step now, as far as sheet and rights tell."""
    return [name for name in MOVES if _is_open(document, sheet, step, name, opened)]


def _is_open(document, sheet, step: rules.Step, name: str, opened: bool) -> bool:
    if not getSecurityManager().checkPermission(MOVES[name].permission, document):
        return False
    by = sheets.by(step)
    if name == "urge" and not _may_urge(document, sheet, step, by):
        return False
    try:
        if name == "take-back":
            rules.take_back(sheet, step.uid, by, opened=opened)
        elif name == "urge":
            rules.urge(sheet, step.uid, by)
        else:
            rules.check(sheet, step.uid, ON_THE_SHEET.get(name, name), by)
    except OfficeError:
        return False
    return True


def _may_urge(document, sheet, step: rules.Step, by: rules.By) -> bool:
    keeps_watch = actions.OFFICE.intersection(api.user.get_roles(obj=document))
    return bool(keeps_watch) or rules.gave(sheet, step, by.user_id)


def _moment(value: datetime | None) -> str | None:
    return None if value is None else value.isoformat()
