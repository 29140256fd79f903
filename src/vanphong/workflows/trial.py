"""A draft tried on a real document: what each person could do before and after it.

Nothing is written, and what the document is about is not told: an administrator of
workflows need not be one of its readers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from plone import api
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation.rules import unit_of
from vanphong.routing.interfaces import IStages
from vanphong.routing.naming import document_named
from vanphong.routing.rules.ways import way
from vanphong.routing.sheet import steps_of
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.standing import Standing


#: So many people are shown.
MOST = 25


@dataclass(frozen=True)
class Person:
    """What one person could do with the document: permissions before and after."""

    title: str
    roles: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Way:
    """Titles of the states on the way to the next stage, before and after."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """The result. ``moves_to`` is the stage that a document in a removed state goes to."""

    label: str
    path: str
    state: str
    people: tuple[Person, ...]
    ways: tuple[Way, ...]
    moves_to: str = ""


def run(standing: Standing, text: str, state: str = "") -> Trial:
    """Try the draft on a document, in its present state or as if it were in another.

    :param text: number, symbol, UID or path of the document.
    :raises InvalidInput: when there is no such document of this workflow.
    """
    document = find(standing, text)
    live, wanted, hard = standing.live, standing.wanted, standing.hard
    now = state or IStages(document).now
    if live.state(now) is None and wanted.state(now) is None:
        raise InvalidInput(_("There is no state “${name}” in this workflow."), name=now[:60])
    moves = ""
    if wanted.state(now) is None:
        moves = IStages(document).stage_of(steps_of(document))
    at = moves or now
    people = tuple(
        Person(title, roles, _may(live, now, roles), _may(wanted, at, roles))
        for title, roles in _concerned(document, hard)
    )
    return Trial(
        label=" · ".join(filter(None, (document.label, document.symbol))),
        path="/".join(document.getPhysicalPath()),
        state=now,
        people=people,
        ways=tuple(_ways(live, wanted, hard, now)),
        moves_to=_title(wanted, moves) if moves else "",
    )


def find(standing: Standing, text: str):
    """The document that a number, a symbol or an address means."""
    hard = standing.hard
    if not text.strip() or hard is None:
        raise InvalidInput(_("Give the number or the symbol of a document."), field="document")
    name = text.strip()[:80]
    found = document_named(hard.direction, text)
    if found is None:
        raise InvalidInput(_("There is no document “${name}” here."), name=name, field="document")
    if found.portal_type != hard.portal_type:
        raise InvalidInput(
            _("“${name}” goes through another workflow."), name=name, field="document"
        )
    return found


def _concerned(document, hard: HardRules) -> list[tuple[str, tuple[str, ...]]]:
    """Titles and functions of everybody whom the document has to do with."""
    found = []
    for person in _people(document):
        user = api.user.get(person.user_id)
        if user is None:
            continue
        roles = set(user.getRolesInContext(document)).intersection(hard.functions)
        if roles:
            title = ", ".join(dict.fromkeys((person.title, person.unit_title)))
            found.append((title, tuple(one for one in hard.functions if one in roles)))
    return found[:MOST]


def _people(document) -> Iterable[directory.Person]:
    """Holders first, then who gave work, then the Office and the clerks of the body."""
    body = directory.unit_object(document.body_uid)
    units, users = [], []
    for step in sorted(steps_of(document), key=lambda one: not one.awaits):
        uid = unit_of(step.actor)
        (units if uid else users).append(uid or step.actor)
        users.append(step.giver)
    seen = set()
    places = [directory.unit_object(uid) for uid in dict.fromkeys(units)]
    rosters = [directory.people(one) for one in places if one is not None]
    rosters.append([one for one in directory.staff(body) if one.user_id in users])
    rosters += [directory.people(one) for one in directory.offices(body)]
    rosters.append(directory.people(body))
    for roster in rosters:
        for person in roster:
            if person.user_id not in seen:
                seen.add(person.user_id)
                yield person


def _may(workflow: Workflow, name: str, roles: Iterable[str]) -> frozenset[str]:
    state = workflow.state(name)
    if state is None:
        return frozenset()
    held = set(roles)
    return frozenset(one for one in workflow.permissions if held & state.roles(one))


def _ways(live: Workflow, wanted: Workflow, hard: HardRules, now: str) -> Iterable[Way]:
    targets = [then for before, then in hard.ways if before == now]
    if now not in hard.stages:
        targets = [one.to for one in (*live.exits(now), *wanted.exits(now))]
    for then in dict.fromkeys(targets):
        yield Way(
            _titles(live, way(live.ways(), now, then, hard.stages)),
            _titles(wanted, way(wanted.ways(), now, then, hard.stages)),
        )


def _titles(workflow: Workflow, transitions: Iterable[str]) -> tuple[str, ...]:
    found = (workflow.transition(one) for one in transitions)
    return tuple(_title(workflow, one.to) for one in found if one is not None)


def _title(workflow: Workflow, name: str) -> str:
    state = workflow.state(name)
    return name if state is None else state.title
