"""The stages of an incoming document, for its workflow (Decree 30/2020, Articles 20 to 24)."""

from plone import api
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.incoming.interfaces import IIncoming
from vanphong.ledger.acts import STAGES
from vanphong.routing import rules
from vanphong.routing import stages as stages_of
from vanphong.routing.interfaces import IStages
from vanphong.routing.rules import ways
from zope.component import adapter
from zope.interface import implementer


WORKFLOW = "incoming_workflow"

#: Which transition leads from one stage to another.
TRANSITIONS = {
    ("draft", "awaiting_reception"): "arrive",
    ("draft", "registered"): "register",
    ("awaiting_reception", "registered"): "register",
    ("awaiting_reception", "returned"): "return_to_sender",
    ("registered", "presented"): "present",
    ("registered", "cancelled"): "cancel_registration",
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

#: Stages after which no deadline runs any more.
ENDED = ("finished", "returned", "recalled", "cancelled")


@implementer(IStages)
@adapter(IIncoming)
class Stages(stages_of.Stages):
    """Fires the transition to the stage that the sheet has reached."""

    portal_type = "IncomingDocument"
    workflow_id = WORKFLOW
    known = frozenset({stage for way in TRANSITIONS for stage in way} | {"recalled"})

    def stage_of(self, sheet) -> str:
        """Before registration the sheet is empty and says nothing yet."""
        if self.context.recalled_at is not None:
            return "recalled"
        if self.context.imported is not None:
            return "finished"
        if self.context.cancelled_at is not None:
            return "cancelled"
        if self.context.arrival_number is not None:
            return rules.stage(sheet)
        return "returned" if self.context.return_reason else "awaiting_reception"


def check_registration(target, *, present: bool) -> None:
    """Ask before a number is taken whether the workflow lets a document be registered.

    :param target: the document that waits for it, or the body that receives a new one.
    :param present: whether it is to be presented in one go.
    :raises Conflict: when it would have to wait before or after its registration.
    """
    stages = Stages(target)
    if IIncoming.providedBy(target):
        stages.check("registered")
        way = stages.way_to("registered")
    else:
        way = stages.check_new("registered")
    if not present:
        return
    state = stages.workflow.states["registered"]
    allowed = state.getPermissionInfo("vanphong: Present Document")["roles"]
    if len(way) > 1 or set(allowed).isdisjoint(api.user.get_roles(obj=target)):
        raise Conflict(
            _("Here a document is registered first and presented later. Register it alone."),
            field="present_to",
            rule=STAGES,
        )
    onward = ways.way(stages_of.ways_of(stages.workflow), "registered", "presented", stages.known)
    if onward:
        stages_of.check_functions(stages.workflow.transitions[onward[0]], target)
