"""A workflow as JSON values, to be kept in a draft, a version, or sent by a program."""

from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.workflows.rules.model import Grant
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow


#: No workflow of an office comes near; more is refused.
MOST = 200


def dump(workflow: Workflow) -> dict[str, Any]:
    """The workflow as plain lists, dicts and texts."""
    return {
        "id": workflow.id,
        "title": workflow.title,
        "initial": workflow.initial,
        "permissions": list(workflow.permissions),
        "states": [
            {
                "id": state.id,
                "title": state.title,
                "exits": list(state.exits),
                "grid": {
                    name: {"roles": sorted(grant.roles), "acquired": grant.acquired}
                    for name, grant in state.grid.items()
                },
            }
            for state in workflow.states
        ],
        "transitions": [
            {
                "id": one.id,
                "title": one.title,
                "to": one.to,
                "roles": sorted(one.roles),
                "permissions": sorted(one.permissions),
                "extras": list(one.extras),
            }
            for one in workflow.transitions
        ],
        "extras": list(workflow.extras),
    }


def load(values: object) -> Workflow:
    """The workflow that values stand for.

    :raises InvalidInput: naming what cannot be read.
    """
    found = _mapping(values, "workflow")
    return Workflow(
        id=_text(found, "id"),
        title=_text(found, "title"),
        initial=_text(found, "initial"),
        permissions=_texts(found, "permissions"),
        states=tuple(_state(one) for one in _list(found, "states")),
        transitions=tuple(_transition(one) for one in _list(found, "transitions")),
        extras=_texts(found, "extras"),
    )


def _state(values: object) -> State:
    found = _mapping(values, "states")
    grid = _mapping(found.get("grid", {}), "grid")
    if len(grid) > MOST:
        raise _unreadable("grid")
    return State(
        id=_text(found, "id"),
        title=_text(found, "title"),
        exits=_texts(found, "exits"),
        grid={name: _grant(one) for name, one in grid.items()},
    )


def _grant(values: object) -> Grant:
    found = _mapping(values, "grid")
    acquired = found.get("acquired", False)
    if not isinstance(acquired, bool):
        raise _unreadable("acquired")
    return Grant(frozenset(_texts(found, "roles")), acquired)


def _transition(values: object) -> Transition:
    found = _mapping(values, "transitions")
    return Transition(
        id=_text(found, "id"),
        title=_text(found, "title"),
        to=_text(found, "to"),
        roles=frozenset(_texts(found, "roles")),
        permissions=frozenset(_texts(found, "permissions")),
        extras=_texts(found, "extras"),
    )


def _mapping(values: object, name: str) -> Mapping[str, Any]:
    if not isinstance(values, Mapping) or not all(isinstance(key, str) for key in values):
        raise _unreadable(name)
    return values


def _list(values: Mapping[str, Any], name: str) -> Sequence[Any]:
    found = values.get(name, [])
    if not isinstance(found, list) or len(found) > MOST:
        raise _unreadable(name)
    return found


def _text(values: Mapping[str, Any], name: str) -> str:
    found = values.get(name, "")
    if not isinstance(found, str):
        raise _unreadable(name)
    return found


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = _list(values, name)
    if not all(isinstance(one, str) for one in found):
        raise _unreadable(name)
    return tuple(found)


def _unreadable(name: str) -> InvalidInput:
    return InvalidInput(_("“${name}” of the workflow cannot be read."), name=name, field="workflow")
