"""The document's workflow follows its routing sheet."""

from contextlib import contextmanager
from plone import api
from typing import NoReturn
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.incoming.interfaces import IIncoming
from vanphong.ledger.acts import STAGES
from vanphong.ledger.acts import attempt
from vanphong.routing.interfaces import IStages
from zope.component import adapter
from zope.interface import implementer
import threading


WORKFLOW = "incoming_workflow"

#: Which transition leads from one stage to another.
TRANSITIONS = {
    ("draft", "awaiting_reception"): "arrive",
    ("draft", "registered"): "register",
    ("awaiting_reception", "registered"): "register",
    ("awaiting_reception", "returned"): "return_to_sender",
    ("registered", "presented"): "present",
    ("presented", "registered"): "take_back",
    ("presented", "directed"): "direct",
    ("presented", "finished"): "finish",
    ("directed", "in_process"): "start",
    ("directed", "presented"): "send_back",
    ("directed", "finished"): "finish",
    ("in_process", "directed"): "return_to_directed",
    ("in_process", "presented"): "send_back",
    ("in_process", "finished"): "finish",
}

_moving = threading.local()


@implementer(IStages)
@adapter(IIncoming)
class Stages:
    """Fires the transition to the stage that the sheet has reached."""

    def __init__(self, context):
        self.context = context

    def move_to(self, stage):
        """Fire the workflow transition to this stage, if it is not there yet."""
        now = api.content.get_state(self.context)
        if now == stage:
            return
        transition = TRANSITIONS.get((now, stage))
        if transition is None:
            raise Conflict(
                _("A document that is “${now}” cannot become “${then}”."), now=now, then=stage
            )
        workflow = api.portal.get_tool("portal_workflow")[WORKFLOW]
        with moving():
            workflow._changeStateOf(self.context, workflow.transitions[transition])


@contextmanager
def moving():
    """Let the workflow move while an act is doing so."""
    before = getattr(_moving, "on", False)
    _moving.on = True
    try:
        yield
    finally:
        _moving.on = before


def only_acts_move(document, event):
    """Refuse a transition that no act fires: it would leave number and sheet behind.

    :raises Conflict: for a transition from Plone's menu.
    """
    if event.transition is None or getattr(_moving, "on", False):
        return
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
