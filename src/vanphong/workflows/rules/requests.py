"""An edit as a form or a program asks for it, by its name."""

from collections.abc import Callable
from collections.abc import Mapping
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.workflows.rules import edits
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.model import Workflow


Asked = Mapping[str, Any]

#: Edits of titles, which every workflow allows.
TITLES: dict[str, Callable[[Workflow, Asked], Workflow]] = {
    "rename": lambda workflow, asked: edits.rename(workflow, _text(asked, "title")),
    "rename_state": lambda workflow, asked: edits.rename_state(
        workflow, _text(asked, "state"), _text(asked, "title")
    ),
    "rename_transition": lambda workflow, asked: edits.rename_transition(
        workflow, _text(asked, "transition"), _text(asked, "title")
    ),
}

#: Edits of what may be done, for workflows whose feature names its hard rules.
RIGHTS: dict[str, Callable[[Workflow, HardRules, Asked], Workflow]] = {
    "set_guard": lambda workflow, hard, asked: edits.set_guard(
        workflow, _text(asked, "transition"), _texts(asked, "roles")
    ),
    "set_grid": lambda workflow, hard, asked: edits.set_grid(
        workflow, _text(asked, "state"), _grid(asked)
    ),
    "insert_state": lambda workflow, hard, asked: edits.insert_state(
        workflow,
        hard,
        _text(asked, "before"),
        _text(asked, "then"),
        _text(asked, "title"),
        _texts(asked, "roles"),
        _text(asked, "action"),
    ),
    "remove_state": lambda workflow, hard, asked: edits.remove_state(
        workflow, hard, _text(asked, "state")
    ),
}

NAMES = (*TITLES, *RIGHTS)


def change(workflow: Workflow, hard: HardRules | None, asked: object) -> Workflow:
    """The workflow after one edit, a mapping with ``edit`` and what that edit takes.

    :raises InvalidInput: for an edit that cannot be read.
    :raises RuleBroken: for one that this workflow does not allow.
    """
    if not isinstance(asked, Mapping):
        raise InvalidInput(_("An edit must be an object with the name “edit”."), field="edits")
    name = asked.get("edit")
    if name in TITLES:
        return TITLES[name](workflow, asked)
    if name not in RIGHTS:
        raise InvalidInput(
            _("There is no edit “${name}”; there are ${names}."),
            name=str(name)[:40],
            names=", ".join(NAMES),
            field="edits",
        )
    if hard is None:
        raise RuleBroken(
            _("The states and rights of “${name}” are fixed; only its titles can be changed."),
            name=workflow.title,
        )
    return RIGHTS[name](workflow, hard, asked)


def replaced(workflow: Workflow, found: Workflow, hard: HardRules | None) -> Workflow:
    """The workflow that a program or a file brings, in place of this one.

    :raises RuleBroken: when it changes more than titles of a workflow that is fixed.
    """
    if found.id != workflow.id:
        raise RuleBroken(
            _("That is workflow “${found}”, not “${name}”."),
            found=found.id[:60],
            name=workflow.id,
            field="workflow",
        )
    unknown = sorted(set(found.permissions) - set(workflow.permissions))
    if unknown:
        raise RuleBroken(
            _("This workflow does not decide on “${name}”."), name=unknown[0][:80], field="workflow"
        )
    if hard is None and _bare(found) != _bare(workflow):
        raise RuleBroken(
            _("The states and rights of “${name}” are fixed; only its titles can be changed."),
            name=workflow.title,
        )
    return found


def _bare(workflow: Workflow) -> tuple[object, ...]:
    """Everything but the titles, in an order of its own."""
    states = sorted(
        (one.id, one.exits, sorted(one.grid.items(), key=str)) for one in workflow.states
    )
    transitions = sorted(
        (one.id, one.to, sorted(one.roles), sorted(one.permissions)) for one in workflow.transitions
    )
    return (workflow.initial, str(states), str(transitions))


def _text(asked: Asked, name: str) -> str:
    found = asked.get(name, "")
    if not isinstance(found, str):
        raise InvalidInput(_("“${name}” must be a text."), name=name, field=name)
    return found


def _texts(asked: Asked, name: str) -> tuple[str, ...]:
    found = asked.get(name, ())
    if not isinstance(found, list | tuple) or not all(isinstance(one, str) for one in found):
        raise InvalidInput(_("“${name}” must be a list of texts."), name=name, field=name)
    return tuple(found)


def _grid(asked: Asked) -> dict[str, tuple[str, ...]]:
    found = asked.get("grid", {})
    if not isinstance(found, Mapping):
        raise InvalidInput(_("“${name}” must be an object."), name="grid", field="grid")
    return {str(name): _texts(found, name) for name in found}
