"""Trying a route out: which template, whose hands, until when. Writes nothing, sends nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from typing import Protocol
from vanphong.calendars import clock
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import add_working_hours
from vanphong.calendars.settings import work_calendar
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.organisation import authority
from vanphong.organisation.rules import unit_of
from vanphong.routing import templates
from vanphong.routing.holders import Holdings
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.rules.matching import Matched
from vanphong.routing.rules.matching import match
from vanphong.routing.rules.planning import plan
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import Route


class Template(Protocol):
    """What is asked of a template whose draft is tried."""

    draft: object
    order: int

    def UID(self) -> str:
        """UID."""


@dataclass(frozen=True)
class Tried:
    """One step as it would run. ``stand_in`` is who acts for an absent holder that day."""

    planned: Planned
    opens_at: datetime | None = None
    due_at: datetime | None = None
    stand_in: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Simulation:
    """What would happen to a document.

    ``matched`` says which template and why; ``refusal`` why it could not be submitted, whose
    ``field`` is the id of the step at fault. ``hours`` is the sum along the way.
    """

    matched: Matched
    steps: tuple[Tried, ...]
    hours: float
    refusal: OfficeError | None = None


def simulate(
    body,
    facts: Facts | None = None,
    *,
    document=None,
    drafter: str = "",
    drafter_title: str = "",
    at: datetime | None = None,
    draft: Template | None = None,
) -> Simulation:
    """Try a document out, a real one or one that is only described.

    :param facts: of the document; its own when left out.
    :param at: moment of submission, now when left out.
    :param draft: a template whose draft is tried instead of its version in force.
    """
    at = at or clock.now()
    if document is not None:
        told = IRouteFacts(document)
        facts = facts or told.facts()
        if not drafter:
            drafter, drafter_title = told.drafter()
    if facts is None:
        raise TypeError("facts or a document")
    day = at.date()
    found = match(_routes(body.UID(), day, draft), facts, day)
    if found.route is None:
        return Simulation(found, (), 0)
    holdings = Holdings(body, facts, day, drafter, drafter_title)
    try:
        planned = plan(found.route, facts, holdings)
    except RuleBroken as refusal:
        return Simulation(found, (), 0, refusal)
    steps = _timed(planned, at, work_calendar(), body.UID())
    return Simulation(found, tuple(steps), _hours(planned))


def _routes(body_uid: str, day: date, draft: Template | None) -> list[Route]:
    routes = templates.routes_for(body_uid, day)
    tried = getattr(draft, "draft", None)
    if draft is None or tried is None:
        return routes
    route = replace(tried.route, order=draft.order)
    return [*(one for one in routes if one.uid != draft.UID()), route]


def _timed(steps: Plan, at: datetime, calendar: WorkCalendar, body_uid: str) -> list[Tried]:
    """Every step with all of its hours used up; a group ends with its last one."""
    found = []
    now = at
    for group in _groups(steps):
        ends = [now]
        for one in group:
            if one.skipped:
                found.append(Tried(one))
                continue
            hours = one.step.hours
            due = None if hours is None else add_working_hours(calendar, now, hours)
            ends.append(due or now)
            stand_in, basis = _stand_in(one.actor, body_uid, now.date())
            found.append(Tried(one, now, due, stand_in, basis))
        now = max(ends)
    return found


def _groups(steps: Plan) -> list[list[Planned]]:
    groups: list[list[Planned]] = []
    for one in steps:
        if groups and one.step.group and groups[-1][0].step.group == one.step.group:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _hours(steps: Plan) -> float:
    return sum(
        max((one.step.hours or 0 for one in group if not one.skipped), default=0)
        for group in _groups(steps)
    )


def _stand_in(actor: str, body_uid: str, day: date) -> Sequence[str]:
    if not actor or unit_of(actor) is not None:
        return "", ""
    given = authority.stands_in(actor, body_uid, day)
    return ("", "") if given is None else (given.taker_title, given.basis)
