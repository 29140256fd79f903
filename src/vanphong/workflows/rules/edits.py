"""Edits of a draft: each takes a workflow and gives the changed one."""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import replace
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.model import NOBODY
from vanphong.workflows.rules.model import Grant
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.rules.titles import name_of
from vanphong.workflows.rules.titles import tidy
from vanphong.workflows.rules.titles import title_problem


#: What reading takes: a state put in between grants these and nothing else.
READING = ("View", "Access contents information")


def rename(workflow: Workflow, title: str) -> Workflow:
    """Give the workflow another title."""
    return replace(workflow, title=_title(title, "title"))


def rename_state(workflow: Workflow, name: str, title: str) -> Workflow:
    """Give a state another title."""
    return workflow.with_state(replace(_state(workflow, name), title=_title(title, "title")))


def rename_transition(workflow: Workflow, name: str, title: str) -> Workflow:
    """Give a transition another title."""
    field = f"transition-{name}"
    return workflow.with_transition(
        replace(_transition(workflow, name), title=_title(title, field))
    )


def set_guard(workflow: Workflow, name: str, roles: Collection[str]) -> Workflow:
    """Say which functions may fire a transition; none named leaves it to the act."""
    return workflow.with_transition(replace(_transition(workflow, name), roles=frozenset(roles)))


def set_grid(workflow: Workflow, name: str, grid: Mapping[str, Collection[str]]) -> Workflow:
    """Say who has which permissions in a state; permissions left out stay as they are."""
    state = _state(workflow, name)
    for permission in grid:
        if permission not in workflow.permissions:
            raise InvalidInput(
                _("This workflow does not decide on “${name}”."), name=permission, field="grid"
            )
    granted = {name: Grant(frozenset(roles)) for name, roles in grid.items()}
    return workflow.with_state(replace(state, grid={**state.grid, **granted}))


def insert_state(
    workflow: Workflow,
    hard: HardRules,
    before: str,
    then: str,
    title: str,
    roles: Collection[str],
    action: str = "",
) -> Workflow:
    """Put a state between two that one transition joins.

    It may be read by those who read before and after it, and nothing may be done in it.

    :param roles: who passes documents on.
    :param action: title of the transition that does so.
    """
    title = _title(title, "title")
    if not roles:
        raise RuleBroken(
            _("Nobody may leave “${state}”: name who passes documents on."),
            state=title,
            field="roles",
        )
    old = next((one for one in workflow.exits(before) if one.to == then), None)
    if old is None:
        raise RuleBroken(
            _("No transition leads from “${state}” to “${then}”."),
            state=_state(workflow, before).title,
            then=_state(workflow, then).title,
            field="then",
        )
    ids = [one.id for one in workflow.states] + [one.id for one in workflow.transitions]
    name = name_of(title, set(ids))
    action = _title(action or old.title, "action")
    workflow = _turn(workflow, hard, before, old, name)
    passing = Transition(f"pass_{name}", action, then, frozenset(roles))
    state = State(name, title, (passing.id,), _reading(workflow, before, then, roles))
    return _after(workflow.with_transition(passing), before, state)


def remove_state(workflow: Workflow, hard: HardRules, name: str) -> Workflow:
    """Take away a state that was put in between; what led to it leads on again.

    :raises RuleBroken: for a stage of the law.
    """
    state = _state(workflow, name)
    if name in hard.stages:
        raise RuleBroken(
            _("The stage “${name}” is fixed by law and cannot be taken away."),
            name=state.title,
            field="state",
        )
    onward = next((one.to for one in workflow.exits(name)), "")
    for before, entry in workflow.entries(name):
        own = hard.ways.get((before.id, onward), "")
        if own and workflow.transition(own) is not None:
            now = _state(workflow, before.id)
            exits = tuple(own if one == entry.id else one for one in now.exits)
            workflow = workflow.with_state(replace(now, exits=exits))
        else:
            workflow = workflow.with_transition(replace(entry, to=onward))
    states = tuple(one for one in workflow.states if one.id != name)
    workflow = replace(workflow, states=states)
    used = {one for kept in workflow.states for one in kept.exits}
    gone = {one.id for one in workflow.transitions if one.to == name} | set(state.exits)
    kept = tuple(one for one in workflow.transitions if one.id in used or one.id not in gone)
    return replace(workflow, transitions=kept)


def _turn(workflow: Workflow, hard: HardRules, before: str, old: Transition, name: str) -> Workflow:
    """Let the way out of a state lead to the new one.

    A transition of our own serves several states and stays; one made here is turned.
    """
    if old.id not in set(hard.ways.values()) and len(_leaving(workflow, old.id)) == 1:
        return workflow.with_transition(replace(old, to=name))
    entering = replace(old, id=f"to_{name}", to=name)
    state = _state(workflow, before)
    exits = tuple(entering.id if one == old.id else one for one in state.exits)
    return workflow.with_transition(entering).with_state(replace(state, exits=exits))


def _leaving(workflow: Workflow, transition: str) -> list[State]:
    return [state for state in workflow.states if transition in state.exits]


def _reading(
    workflow: Workflow, before: str, then: str, roles: Collection[str]
) -> dict[str, Grant]:
    first, second = _state(workflow, before), _state(workflow, then)
    grid = {}
    for permission in workflow.permissions:
        readers = first.roles(permission) | second.roles(permission) | frozenset(roles)
        grid[permission] = Grant(readers) if permission in READING else NOBODY
    return grid


def _after(workflow: Workflow, before: str, state: State) -> Workflow:
    """The workflow with a new state behind another in the order of its states."""
    at = [one.id for one in workflow.states].index(before) + 1
    return replace(workflow, states=(*workflow.states[:at], state, *workflow.states[at:]))


def _state(workflow: Workflow, name: str) -> State:
    found = workflow.state(name)
    if found is None:
        raise Conflict(_("There is no state “${name}” in this workflow."), name=name)
    return found


def _transition(workflow: Workflow, name: str) -> Transition:
    found = workflow.transition(name)
    if found is None:
        raise Conflict(_("There is no transition “${name}” in this workflow."), name=name)
    return found


def _title(title: str, field: str) -> str:
    title = tidy(title)
    text, values = title_problem(title)
    if text:
        raise RuleBroken(text, field=field, **values)
    return title
