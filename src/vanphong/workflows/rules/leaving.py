"""States that are taken away while documents still stand in them.

Nothing leads into such a state any more, but it stays until a job has brought its last
document on, so that nobody ever meets a document in a state that does not exist.
"""

from collections.abc import Collection
from dataclasses import replace
from vanphong.workflows.rules.model import Workflow


def keep(new: Workflow, old: Workflow, leaving: Collection[str]) -> Workflow:
    """The new workflow with states of the old one that are being emptied."""
    states = tuple(one for one in old.states if one.id in leaving and new.state(one.id) is None)
    names = {name for one in states for name in one.exits}
    transitions = tuple(
        one for one in old.transitions if one.id in names and new.transition(one.id) is None
    )
    return replace(new, states=(*new.states, *states), transitions=(*new.transitions, *transitions))


def without(live: Workflow, current: Workflow, leaving: Collection[str]) -> Workflow:
    """The workflow without the states that are being emptied.

    :param current: the version in force, which says which transitions are its own.
    """
    names = {name for one in live.states if one.id in leaving for name in one.exits}
    states = tuple(one for one in live.states if one.id not in leaving)
    transitions = tuple(
        one
        for one in live.transitions
        if one.id not in names or current.transition(one.id) is not None
    )
    return replace(live, states=states, transitions=transitions)
