"""The workflow of a week: collecting, compiled, approved, published, withdrawn."""

from plone import api
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.routing import stages
from vanphong.routing.stages import moving


WORKFLOW = "schedule_workflow"

COLLECTING = "collecting"
COMPILED = "compiled"
APPROVED = "approved"
PUBLISHED = "published"
UNPUBLISHED = "unpublished"

TITLES = {
    COLLECTING: _("Collecting proposals"),
    COMPILED: _("Compiled, waits for approval"),
    APPROVED: _("Approved"),
    PUBLISHED: _("Published"),
    UNPUBLISHED: _("Withdrawn from the portal"),
}


def state(week) -> str:
    """The present state of a week."""
    return api.content.get_state(week)


def is_public(week) -> bool:
    """Whether the newest edition is to be seen by everybody."""
    return bool(week.editions) and state(week) == PUBLISHED


def check(week, *states: str) -> None:
    """Refuse what does not belong to the present state.

    :raises Conflict: naming the state.
    """
    now = state(week)
    if now not in states:
        raise Conflict(_("This is not done while the week is “${state}”."), state=TITLES[now])


def move(week, transition: str) -> None:
    """Fire a transition that the present state has."""
    workflow = api.portal.get_tool("portal_workflow")[WORKFLOW]
    with moving():
        workflow._changeStateOf(week, workflow.transitions[transition])


def only_acts_move(week, event) -> None:
    """Refuse a transition that no act fires.

    :raises Conflict: for a transition from Plone's menu.
    """
    if event.transition is None or getattr(stages._moving, "on", False):
        return
    with attempt("move_week", week):
        raise Conflict(_("A week moves on by what is done with it, not by its state alone."))
