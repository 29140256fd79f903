"""The stage of an outgoing document follows from what was done with it, and from its sheet."""

from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing import stages
from vanphong.routing.interfaces import IStages
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from zope.component import adapter
from zope.interface import implementer


WORKFLOW = "outgoing_workflow"

#: What stage the running step of the route means (Decree 30/2020, Articles 10 to 18).
STAGE_OF = {
    Action.DRAFT: "draft",
    Action.OPINE: "consulting",
    Action.REVIEW: "unit_review",
    Action.APPRAISE: "appraisal",
    Action.APPROVE: "awaiting_signature",
    Action.SIGN: "awaiting_signature",
    Action.NUMBER: "signed",
}

#: Which transition leads from one stage to another.
TRANSITIONS = {
    ("draft", "consulting"): "consult",
    ("draft", "unit_review"): "submit",
    ("draft", "cancelled"): "cancel",
    ("consulting", "draft"): "return_to_draft",
    ("consulting", "unit_review"): "submit",
    ("consulting", "cancelled"): "cancel",
    ("unit_review", "draft"): "return_to_draft",
    ("unit_review", "consulting"): "consult",
    ("unit_review", "appraisal"): "appraise",
    ("unit_review", "awaiting_signature"): "present",
    ("unit_review", "cancelled"): "cancel",
    ("appraisal", "draft"): "return_to_draft",
    ("appraisal", "consulting"): "consult",
    ("appraisal", "unit_review"): "submit",
    ("appraisal", "awaiting_signature"): "present",
    ("appraisal", "cancelled"): "cancel",
    ("awaiting_signature", "draft"): "return_to_draft",
    ("awaiting_signature", "consulting"): "consult",
    ("awaiting_signature", "unit_review"): "submit",
    ("awaiting_signature", "appraisal"): "appraise",
    ("awaiting_signature", "signed"): "sign",
    ("awaiting_signature", "cancelled"): "cancel",
    ("signed", "draft"): "return_to_draft",
    ("signed", "unit_review"): "submit",
    ("signed", "appraisal"): "appraise",
    ("signed", "awaiting_signature"): "present",
    ("signed", "numbered"): "number",
    ("signed", "cancelled"): "cancel",
    ("numbered", "issued"): "issue",
    ("numbered", "cancelled"): "cancel",
    ("issued", "recalled"): "recall",
}

#: A draft on its way, or a document not issued yet: a second flow for the same is one too many.
OPEN = (
    "draft",
    "consulting",
    "unit_review",
    "appraisal",
    "awaiting_signature",
    "signed",
    "numbered",
)

#: In these stages it is still a draft; the records clerk sees none of them.
DRAFTS = OPEN[:5]

#: Nothing is done with it any more.
ENDED = ("recalled", "cancelled")


@implementer(IStages)
@adapter(IOutgoing)
class Stages(stages.Stages):
    """Moves an outgoing document."""

    portal_type = "OutgoingDocument"
    workflow_id = WORKFLOW
    known = frozenset({*OPEN, "issued", *ENDED})

    def stage_of(self, sheet) -> str:
        """What was done to the document as a whole counts more than any step."""
        document = self.context
        for moment, stage in (
            (document.cancelled_at, "cancelled"),
            (document.recalled_at, "recalled"),
            (document.issued_at, "issued"),
            (document.numbered_at, "numbered"),
        ):
            if moment is not None:
                return stage
        running = {step.action for step in sheet if step.awaits and step.action in STAGE_OF}
        ahead = running - {Action.OPINE, Action.DRAFT}
        if ahead:
            return STAGE_OF[max(ahead, key=list(STAGE_OF).index)]
        if Action.OPINE not in running:
            return "draft"
        # who is asked after the head of the unit has checked it, is asked by the Office
        return "appraisal" if _was_checked(sheet) else "consulting"


def _was_checked(sheet) -> bool:
    return any(
        step.action is Action.REVIEW and step.state is State.DONE and not step.lapsed
        for step in sheet
    )
