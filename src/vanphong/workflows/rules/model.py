"""A workflow as a value: states, transitions, and who may do what in which state."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace


@dataclass(frozen=True)
class Grant:
    """Which roles have a permission in a state; ``acquired`` adds those of the place."""

    roles: frozenset[str] = frozenset()
    acquired: bool = False


#: What nobody has.
NOBODY = Grant()


@dataclass(frozen=True)
class State:
    """A state; ``exits`` are ids of transitions in the order in which they are offered."""

    id: str
    title: str
    exits: tuple[str, ...] = ()
    grid: Mapping[str, Grant] = field(default_factory=dict)

    def roles(self, permission: str) -> frozenset[str]:
        """Roles that a permission is granted to here."""
        return self.grid.get(permission, NOBODY).roles


@dataclass(frozen=True)
class Transition:
    """A transition to the state ``to``.

    ``roles`` and ``permissions`` are those of its guard, one of each kind is asked for when
    the kind is named. ``extras`` names what an administrator can only set in Zope's own
    pages (scripts, expressions, groups): the values here do not hold it.
    """

    id: str
    title: str
    to: str
    roles: frozenset[str] = frozenset()
    permissions: frozenset[str] = frozenset()
    extras: tuple[str, ...] = ()


@dataclass(frozen=True)
class Workflow:
    """A whole workflow. ``permissions`` are those that its states decide on.

    ``extras`` are like those of a transition, for the workflow as a whole.
    """

    id: str
    title: str
    initial: str
    permissions: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    transitions: tuple[Transition, ...] = ()
    extras: tuple[str, ...] = ()

    def state(self, name: str) -> State | None:
        """A state by its id."""
        return next((one for one in self.states if one.id == name), None)

    def transition(self, name: str) -> Transition | None:
        """A transition by its id."""
        return next((one for one in self.transitions if one.id == name), None)

    def exits(self, name: str) -> tuple[Transition, ...]:
        """The transitions out of a state."""
        state = self.state(name)
        found = [] if state is None else [self.transition(one) for one in state.exits]
        return tuple(one for one in found if one is not None)

    def entries(self, name: str) -> tuple[tuple[State, Transition], ...]:
        """The transitions into a state, each with the state that it leaves."""
        return tuple(
            (state, transition)
            for state in self.states
            for transition in self.exits(state.id)
            if transition.to == name
        )

    def ways(self) -> dict[str, list[tuple[str, str]]]:
        """The transitions as ``routing.rules.ways`` asks for them."""
        return {
            state.id: [(one.id, one.to) for one in self.exits(state.id) if one.to]
            for state in self.states
        }

    def with_state(self, state: State) -> "Workflow":
        """The workflow with a state replaced, or added behind the others."""
        if self.state(state.id) is None:
            return replace(self, states=(*self.states, state))
        states = tuple(state if one.id == state.id else one for one in self.states)
        return replace(self, states=states)

    def with_transition(self, transition: Transition) -> "Workflow":
        """The workflow with a transition replaced, or added behind the others."""
        if self.transition(transition.id) is None:
            return replace(self, transitions=(*self.transitions, transition))
        transitions = tuple(
            transition if one.id == transition.id else one for one in self.transitions
        )
        return replace(self, transitions=transitions)
