"""The stages of files and lists: their workflows, which acts alone move."""

from plone import api
from vanphong.casefiles.rules import states
from vanphong.casefiles.rules.states import State
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.routing.stages import is_by_hand
from vanphong.routing.stages import moving


def state_of(case_file) -> State:
    """The stage of a file."""
    return State(api.content.get_state(case_file))


def is_frozen(case_file) -> bool:
    """Whether nothing in a file may be changed."""
    return bool(case_file.frozen)


def check_writable(case_file, *, leaving: bool = False) -> None:
    """Refuse to put a document into a file, or to take one out, at its present stage.

    :raises Conflict: for a file that is closed, in the archive, or frozen.
    """
    states.check_writable(state_of(case_file), frozen=is_frozen(case_file), leaving=leaving)


def check_open(case_file) -> None:
    """Refuse to change a file that is closed or frozen.

    :raises Conflict: naming the stage.
    """
    states.check_writable(state_of(case_file), frozen=is_frozen(case_file))


def move(context, state: str) -> None:
    """Fire the transition of the workflow that leads to a state.

    Who may, and whether the stage follows, the act has asked before.

    :raises Conflict: when no transition leads there.
    """
    (workflow,) = api.portal.get_tool("portal_workflow").getWorkflowsFor(context)
    now = workflow.states[api.content.get_state(context)]
    for name in now.transitions:
        transition = workflow.transitions.get(name)
        if transition is not None and transition.new_state_id == state:
            with moving():
                workflow._changeStateOf(context, transition)
            return
    then = workflow.states.get(state)
    raise Conflict(
        _("A file that is “${now}” cannot become “${then}”."),
        now=now.title,
        then=state if then is None else then.title,
        rule=states.ARTICLE,
    )


def only_acts_move(context, event):
    """Refuse a transition that no act fires: it would leave no inventory and no record.

    :raises Conflict: for a transition from Plone's menu.
    """
    if not is_by_hand(event):
        return
    with attempt("move", context):
        raise Conflict(
            _("A file goes on by what is done with it (close, submit, take over), not by itself."),
            rule=states.ARTICLE,
        )


def check_not_frozen(case_file) -> None:
    """Refuse to change anything of a frozen file, at whatever stage.

    :raises Conflict: when it is frozen.
    """
    states.check_writable(State.OPEN, frozen=is_frozen(case_file))
