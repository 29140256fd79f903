"""What differs between two workflows, change by change, and which documents it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from vanphong.errors import mark as _
from vanphong.workflows.rules.model import NOBODY
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow


@dataclass(frozen=True)
class Change:
    """One change. ``text`` is a msgid; of ``values``, ``more`` and ``less`` are roles.

    ``permission`` is the one that the change is about, or "".
    """

    text: str
    values: dict[str, str] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    permission: str = ""
    state: str = ""


def changes(old: Workflow, new: Workflow) -> list[Change]:
    """What an edit has changed; empty when both say the same."""
    found: list[Change] = []
    if old.title != new.title:
        found.append(_renamed(_("The workflow is called “${new}”, not “${old}”."), old, new))
    if old.initial != new.initial:
        values = {"old": old.initial, "new": new.initial}
        found.append(Change(_("It begins with “${new}”, not “${old}”."), values))
    if set(old.permissions) != set(new.permissions):
        found.append(Change(_("It decides on other permissions.")))
    if old.extras != new.extras:
        values = {"extra": ", ".join(new.extras or old.extras)}
        found.append(Change(_("It runs other things: ${extra}."), values))
    found.extend(_states(old, new))
    found.extend(_transitions(old, new))
    return found


def touched(old: Workflow, new: Workflow) -> tuple[str, ...]:
    """States whose documents get other rights: those with another grid."""
    return tuple(
        state.id
        for state in new.states
        if (before := old.state(state.id)) is not None and _grid(before, new) != _grid(state, new)
    )


def removed(old: Workflow, new: Workflow) -> tuple[str, ...]:
    """States that are gone."""
    return tuple(state.id for state in old.states if new.state(state.id) is None)


def _grid(state: State, workflow: Workflow) -> dict[str, tuple[frozenset[str], bool]]:
    grants = ((name, state.grid.get(name, NOBODY)) for name in workflow.permissions)
    return {name: (grant.roles, grant.acquired) for name, grant in grants}


def _states(old: Workflow, new: Workflow) -> Iterator[Change]:
    for state in new.states:
        before = old.state(state.id)
        if before is None:
            yield Change(_("New state “${state}”."), {"state": state.title}, state=state.id)
            continue
        if before.title != state.title:
            text = _("State “${old}” is called “${new}”.")
            yield _renamed(text, before, state, state.id)
        if before.exits != state.exits:
            yield from _exits(old, new, before, state)
        yield from _grants(before, state, new)
    for state in old.states:
        if new.state(state.id) is None:
            text = _("State “${state}” is taken away.")
            yield Change(text, {"state": state.title}, state=state.id)


def _exits(old: Workflow, new: Workflow, before: State, state: State) -> Iterator[Change]:
    was, now = _targets(old, before), _targets(new, state)
    values = {"state": state.title, "old": was, "new": now}
    if was != now:
        text = _("From “${state}” it goes to ${new}; before: ${old}.")
        yield Change(text, values, state=state.id)
    else:
        text = _("From “${state}” other transitions lead on.")
        yield Change(text, values, state=state.id)


def _targets(workflow: Workflow, state: State) -> str:
    titles = []
    for one in workflow.exits(state.id):
        target = workflow.state(one.to)
        titles.append(f"“{one.to if target is None else target.title}”")
    return ", ".join(dict.fromkeys(titles)) or "–"


def _grants(before: State, state: State, workflow: Workflow) -> Iterator[Change]:
    for permission in workflow.permissions:
        was, now = before.grid.get(permission, NOBODY), state.grid.get(permission, NOBODY)
        if was != now:
            yield Change(
                _("“${state}”, who may ${what}:"),
                {"state": state.title},
                tuple(sorted(now.roles - was.roles)),
                tuple(sorted(was.roles - now.roles)),
                permission,
                state.id,
            )


def _transitions(old: Workflow, new: Workflow) -> Iterator[Change]:
    for one in new.transitions:
        before = old.transition(one.id)
        if before is None:
            yield Change(_("New transition “${name}”."), {"name": one.title})
            continue
        if before.title != one.title:
            yield _renamed(_("Transition “${old}” is called “${new}”."), before, one)
        if before.roles != one.roles:
            more, less = one.roles - before.roles, before.roles - one.roles
            text = _("Transition “${name}”, who may fire it:")
            yield Change(text, {"name": one.title}, tuple(sorted(more)), tuple(sorted(less)))
        if (before.to, before.permissions, before.extras) != (one.to, one.permissions, one.extras):
            values = {"name": one.title, "to": one.to, "extra": ", ".join(one.extras)}
            yield Change(_("Transition “${name}” works in another way."), values)
    for one in old.transitions:
        if new.transition(one.id) is None:
            yield Change(_("Transition “${name}” is taken away."), {"name": one.title})


def _renamed(
    text: str,
    old: Workflow | State | Transition,
    new: Workflow | State | Transition,
    state: str = "",
) -> Change:
    return Change(text, {"old": old.title, "new": new.title}, state=state)
