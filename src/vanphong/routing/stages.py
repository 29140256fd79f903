"""The document's workflow follows its routing sheet, through states put in between, too.

A document type gives a subclass of :class:`Stages` with its workflow and its stages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from plone import api
from typing import NoReturn
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger.acts import STAGES
from vanphong.ledger.acts import attempt
from vanphong.routing.functions import functions_said
from vanphong.routing.functions import nobody_said
from vanphong.routing.rules.ways import Ways
from vanphong.routing.rules.ways import way
from vanphong.routing.sheet import steps_of
import threading


_moving = threading.local()


def ways_of(workflow) -> Ways:
    """The transitions of a DCWorkflow as values."""
    found = {}
    for state_id, state in workflow.states.items():
        defined = ((name, workflow.transitions.get(name)) for name in state.transitions)
        found[state_id] = [
            (name, transition.new_state_id)
            for name, transition in defined
            if transition is not None and transition.new_state_id
        ]
    return found


class Stages:
    """Base of the IStages adapters: finds the way in the workflow as it is now.

    ``known`` are the stages that the acts of the type lead to; every other state was put in
    between by an administrator, and a document waits there. ``workflow_id`` is the workflow
    of the profile; an administrator may have bound the type to another one.
    """

    portal_type = ""
    workflow_id = ""
    known: frozenset[str] = frozenset()

    def __init__(self, context):
        self.context = context

    def stage_of(self, sheet) -> str:
        """What stage a sheet means for this document."""
        raise NotImplementedError

    @cached_property
    def workflow(self):
        """The workflow that the type is bound to."""
        return bound_workflow(self.portal_type, self.workflow_id)

    @property
    def now(self) -> str:
        """The present state."""
        return api.content.get_state(self.context)

    @property
    def waits(self) -> bool:
        """Whether the document stands in a state put between two stages."""
        return self.now not in self.known

    def way_to(self, stage: str) -> tuple[str, ...]:
        """Ids of the transitions from here to a stage; () when no way leads there."""
        return way(ways_of(self.workflow), self.now, stage, self.known)

    def check(self, stage: str):
        """The transition that moves the document towards a stage; None when it stays.

        :raises Conflict: when no way leads there.
        :raises NotAllowed: when the transition is kept for other functions.
        """
        now = self.now
        if now == stage:
            return None
        found = self.way_to(stage)
        if not found:
            raise Conflict(
                _("A document that is “${now}” cannot become “${then}”."),
                now=self._title(now),
                then=self._title(stage),
            )
        if self.waits:
            return None
        transition = self.workflow.transitions[found[0]]
        check_functions(transition, self.context)
        return transition

    def check_new(self, stage: str) -> tuple[str, ...]:
        """The same for a document not made yet; the context is the place it belongs to.

        :returns: the whole way, of more than one transition when it will have to wait.
        """
        found = way(ways_of(self.workflow), self.workflow.initial_state, stage, self.known)
        if not found:
            raise Conflict(_("No new document can become “${then}”."), then=self._title(stage))
        check_functions(self.workflow.transitions[found[0]], self.context)
        return found

    def move_to(self, stage: str) -> None:
        """Fire the transition towards this stage, if the document is not there yet.

        With states in between it goes to the first of them, and waits there until
        ``pass_stage`` moves it on.
        """
        transition = self.check(stage)
        if transition is not None:
            self._fire(transition)

    def next(self):
        """The transition that passes a waiting document on.

        :raises Conflict: when it does not wait, or its way does not lead to the stage that
            its sheet means.
        """
        now, stage = self.now, self.stage_of(steps_of(self.context))
        if not self.waits:
            raise Conflict(
                _("The document is “${now}”; it does not wait between two stages."),
                now=self._title(now),
                rule=STAGES,
            )
        found = self.way_to(stage)
        if not found:
            raise Conflict(
                _("No way leads from “${now}” to “${then}”. Tell the administrator."),
                now=self._title(now),
                then=self._title(stage),
            )
        return self.workflow.transitions[found[0]]

    def pass_on(self):
        """Move a waiting document on; the transition that was fired."""
        transition = self.next()
        self._fire(transition)
        return transition

    def settle(self) -> str:
        """Put the document into the stage that its sheet means, without any transition.

        For a state that is taken out of the workflow. Gives the stage.
        """
        tool = api.portal.get_tool("portal_workflow")
        stage = self.stage_of(steps_of(self.context))
        status = dict(tool.getStatusOf(self.workflow.getId(), self.context) or {})
        status.update({self.workflow.state_var: stage, "action": "", "comments": ""})
        tool.setStatusOf(self.workflow.getId(), self.context, status)
        self.workflow.updateRoleMappingsFor(self.context)
        return stage

    def _fire(self, transition) -> None:
        with moving():
            self.workflow._changeStateOf(self.context, transition)

    def _title(self, state: str) -> str:
        return state_title(self.workflow, state)


def bound_workflow(portal_type: str, usual: str):
    """The workflow that a type is bound to, the usual one when it is bound to none."""
    tool = api.portal.get_tool("portal_workflow")
    chain = tool.getChainFor(portal_type)
    return tool[chain[0] if chain else usual]


def state_title(workflow, state: str) -> str:
    """Title of a state as the administrator has it; its id when there is none."""
    found = workflow.states.get(state)
    return found.title if found is not None and found.title else state


def may_pass(transition, context) -> bool:
    """Whether the guard of a transition out of an inserted state lets the person through.

    A guard that names nobody lets nobody through: else every reader could move documents.
    """
    guard = transition.guard
    if guard is None or not (guard.roles or guard.permissions or guard.groups):
        return False
    workflow = transition.aq_parent.aq_parent
    return bool(workflow._checkTransitionGuard(transition, context))


def who_passes(transition) -> str:
    """The functions that a transition out of an inserted state is kept for, in words."""
    guard = transition.guard
    if guard is None or not guard.roles:
        return nobody_said()
    return functions_said(guard.roles)


def check_functions(transition, context) -> None:
    """Refuse a transition that an administrator keeps for functions the person has not.

    Permissions of the guard are the act's own affair, which has asked for its permission.
    """
    guard = transition.guard
    roles = set() if guard is None else set(guard.roles)
    if roles and roles.isdisjoint(api.user.get_roles(obj=context)):
        raise NotAllowed(_("Only ${who} may do this here."), who=functions_said(roles))


@contextmanager
def moving() -> Iterator[None]:
    """Let the workflow move while an act is doing so."""
    before = getattr(_moving, "on", False)
    _moving.on = True
    try:
        yield
    finally:
        _moving.on = before


def is_by_hand(event) -> bool:
    """Whether a transition is fired by no act."""
    return event.transition is not None and not getattr(_moving, "on", False)


def only_acts_move(document, event):
    """Refuse a transition that no act fires: it would leave number and sheet behind.

    :raises Conflict: for a transition from Plone's menu.
    """
    if is_by_hand(event):
        refuse_move(document)


def refuse_move(document) -> NoReturn:
    """Refuse a transition asked for by itself, in order or not, and leave a line of it."""
    with attempt("move", document):
        raise Conflict(
            _(
                "A document moves to the next stage by what is done with it (register, present, "
                "direct, finish), not by its state alone."
            ),
            rule=STAGES,
        )
