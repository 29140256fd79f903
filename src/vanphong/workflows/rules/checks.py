"""Whether a workflow can be applied: its problems, each in one sentence."""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from vanphong.errors import mark as _
from vanphong.routing.rules.ways import way
from vanphong.workflows.rules.hard import Before
from vanphong.workflows.rules.hard import Entered
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.hard import Needed
from vanphong.workflows.rules.hard import Only
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.rules.titles import name_problem
from vanphong.workflows.rules.titles import title_problem


#: What seeing a document takes.
VIEW = "View"


@dataclass(frozen=True)
class Problem:
    """Why a workflow cannot be applied.

    ``text`` is a msgid with places for ``values``; ``rule`` a citation or "".
    """

    text: str
    values: dict[str, str] = field(default_factory=dict)
    state: str = ""
    rule: str = ""


def problems(
    workflow: Workflow, hard: HardRules | None, roles: Collection[str] = ()
) -> list[Problem]:
    """All problems; the first is the one to tell when there is room for one only.

    :param roles: the roles that the site knows; not asked when empty.
    """
    found = [*_names(workflow), *_references(workflow), *_roles(workflow, roles)]
    if found:  # what follows walks along the transitions
        return found
    found = [*_unreachable(workflow), *_dead_ends(workflow, hard), *_extras(workflow)]
    if hard is not None:
        found += [*_stages(workflow, hard), *_inserted(workflow, hard), *_hard(workflow, hard)]
    return found


def reachable(workflow: Workflow, without: str = "") -> set[str]:
    """States that the first one leads to, by ways that do not touch ``without``."""
    seen: set[str] = set()
    edge = [workflow.initial]
    while edge:
        state = edge.pop()
        if state in seen or state == without:
            continue
        seen.add(state)
        edge.extend(one.to for one in workflow.exits(state))
    return seen


def _names(workflow: Workflow) -> Iterator[Problem]:
    titled = [("", workflow.title), *((one.id, one.title) for one in workflow.states)]
    titled += [(one.id, one.title) for one in workflow.transitions]
    for name, title in titled:
        text, values = title_problem(title)
        if text:
            yield Problem(text, values, name)
    states = [one.id for one in workflow.states]
    transitions = [one.id for one in workflow.transitions]
    for name in (*states, *transitions):
        if name_problem(name):
            yield Problem(_("“${name}” is no name of a state or a transition."), {"name": name})
    for ids in (states, transitions):
        for name in sorted({one for one in ids if ids.count(one) > 1}):
            yield Problem(_("There are two “${name}”."), {"name": name})


def _references(workflow: Workflow) -> Iterator[Problem]:
    if workflow.state(workflow.initial) is None:
        yield Problem(_("The first state, “${name}”, does not exist."), {"name": workflow.initial})
    for state in workflow.states:
        for name in state.exits:
            transition = workflow.transition(name)
            if transition is None or workflow.state(transition.to) is None:
                values = {"state": state.title, "name": name}
                yield Problem(_("“${name}” from “${state}” leads nowhere."), values, state.id)
        for permission in state.grid:
            if permission not in workflow.permissions:
                values = {"name": permission, "state": state.title}
                yield Problem(_("“${state}” decides on “${name}”, which is unknown."), values)


def _roles(workflow: Workflow, known: Collection[str]) -> Iterator[Problem]:
    if not known:
        return
    named: set[str] = set()
    for state in workflow.states:
        named.update(*(grant.roles for grant in state.grid.values()))
    for one in workflow.transitions:
        named.update(one.roles)
    for role in sorted(named.difference(known)):
        yield Problem(_("There is no function “${name}” here."), {"name": role})


def _unreachable(workflow: Workflow) -> Iterator[Problem]:
    seen = reachable(workflow)
    for state in workflow.states:
        if state.id not in seen:
            values = {"state": state.title}
            yield Problem(_("No way leads to “${state}”: it is unreachable."), values, state.id)


def _dead_ends(workflow: Workflow, hard: HardRules | None) -> Iterator[Problem]:
    if hard is None:
        return
    for state in workflow.states:
        if not workflow.exits(state.id) and state.id not in hard.ends:
            values = {"state": state.title}
            yield Problem(_("“${state}” is a dead end: nothing leads out of it."), values, state.id)


def _extras(workflow: Workflow) -> Iterator[Problem]:
    for extra in workflow.extras:
        values = {"name": workflow.title, "extra": extra}
        yield Problem(_("“${name}” runs “${extra}”, which is not allowed here."), values)
    for one in workflow.transitions:
        for extra in one.extras:
            values = {"name": one.title or one.id, "extra": extra}
            yield Problem(_("“${name}” runs “${extra}”, which is not allowed here."), values)


def _stages(workflow: Workflow, hard: HardRules) -> Iterator[Problem]:
    missing = [name for name in sorted(hard.stages) if workflow.state(name) is None]
    for name in missing:
        text = _("The stage “${name}” is fixed by law and cannot be taken away.")
        yield Problem(text, {"name": name})
    ways = workflow.ways()
    for before, then in hard.ways:
        if before in missing or then in missing or way(ways, before, then, hard.stages):
            continue
        text = _("The way from “${state}” to “${then}” is missing.")
        yield Problem(text, {"state": _title(workflow, before), "then": _title(workflow, then)})


def _inserted(workflow: Workflow, hard: HardRules) -> Iterator[Problem]:
    for state in workflow.states:
        if state.id in hard.stages:
            continue
        values = {"state": state.title}
        exits = workflow.exits(state.id)
        if exits and not _leads_on(workflow, state, hard):
            text = _("From “${state}” no way leads back to a stage of the law.")
            yield Problem(text, values, state.id)
        passers = _passers(workflow, state)
        if exits and not passers:
            text = _("Nobody may leave “${state}”: name who passes documents on.")
            yield Problem(text, values, state.id)
        elif not passers <= state.roles(VIEW):
            text = _("Whoever passes documents on from “${state}” must be able to see them.")
            yield Problem(text, values, state.id)


def _leads_on(workflow: Workflow, state: State, hard: HardRules) -> bool:
    ways = workflow.ways()
    return any(way(ways, state.id, stage, hard.stages) for stage in hard.stages)


def _passers(workflow: Workflow, state: State) -> frozenset[str]:
    return frozenset().union(*(one.roles for one in workflow.exits(state.id)))


def _hard(workflow: Workflow, hard: HardRules) -> Iterator[Problem]:
    for rule in hard.rules:
        if isinstance(rule, Only):
            yield from _only(workflow, rule)
        elif isinstance(rule, Needed):
            yield from _needed(workflow, rule)
        elif isinstance(rule, Before):
            if rule.state in reachable(workflow, rule.must):
                yield Problem(rule.why, {}, rule.state, rule.rule)
        else:
            yield from _entered(workflow, hard, rule)


def _only(workflow: Workflow, rule: Only) -> Iterator[Problem]:
    for state in workflow.states:
        if rule.states and state.id not in rule.states:
            continue
        grant = state.grid.get(rule.permission)
        if rule.permission in workflow.permissions and (
            grant is None or grant.acquired or not grant.roles <= rule.roles
        ):
            yield Problem(rule.why, {"state": state.title}, state.id, rule.rule)


def _needed(workflow: Workflow, rule: Needed) -> Iterator[Problem]:
    for name in sorted(rule.states):
        state = workflow.state(name)
        if state is not None and state.roles(rule.permission).isdisjoint(rule.roles):
            yield Problem(rule.why, {"state": state.title}, name, rule.rule)


def _entered(workflow: Workflow, hard: HardRules, rule: Entered) -> Iterator[Problem]:
    edge, seen = [rule.state], set()
    while edge:
        for state, transition in workflow.entries(edge.pop()):
            roles = transition.roles
            if rule.roles and roles and not roles <= rule.roles:
                yield Problem(rule.why, {"state": state.title}, rule.state, rule.rule)
            if state.id in hard.stages:
                if rule.states and state.id not in rule.states:
                    yield Problem(rule.why, {"state": state.title}, rule.state, rule.rule)
            elif state.id not in seen:
                seen.add(state.id)
                edge.append(state.id)


def _title(workflow: Workflow, name: str) -> str:
    state = workflow.state(name)
    return name if state is None else state.title
