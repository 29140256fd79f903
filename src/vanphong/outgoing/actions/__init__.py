"""What is done with an outgoing document, from the first draft to the last recipient."""

from vanphong.outgoing.actions.amending import correct_issued
from vanphong.outgoing.actions.amending import replace_issued
from vanphong.outgoing.actions.checking import appraise
from vanphong.outgoing.actions.checking import approve
from vanphong.outgoing.actions.checking import check_content
from vanphong.outgoing.actions.checking import send_back
from vanphong.outgoing.actions.copying import make_copy
from vanphong.outgoing.actions.drafts import add_version
from vanphong.outgoing.actions.drafts import comment
from vanphong.outgoing.actions.drafts import create_draft
from vanphong.outgoing.actions.drafts import edit_draft
from vanphong.outgoing.actions.ending import cancel
from vanphong.outgoing.actions.ending import recall
from vanphong.outgoing.actions.issuing import issue
from vanphong.outgoing.actions.issuing import note_delivery
from vanphong.outgoing.actions.many import IN_BULK
from vanphong.outgoing.actions.many import many
from vanphong.outgoing.actions.numbering import forecast
from vanphong.outgoing.actions.numbering import number
from vanphong.outgoing.actions.numbering import seal
from vanphong.outgoing.actions.opinions import ask_opinions
from vanphong.outgoing.actions.opinions import give_opinion
from vanphong.outgoing.actions.signing import print_for_signature
from vanphong.outgoing.actions.signing import record_signature
from vanphong.outgoing.actions.signing import sign
from vanphong.outgoing.actions.submitting import planned
from vanphong.outgoing.actions.submitting import submit
from vanphong.outgoing.actions.submitting import withdraw


__all__ = [
    "IN_BULK",
    "add_version",
    "appraise",
    "approve",
    "ask_opinions",
    "cancel",
    "check_content",
    "comment",
    "correct_issued",
    "create_draft",
    "edit_draft",
    "forecast",
    "give_opinion",
    "issue",
    "make_copy",
    "many",
    "note_delivery",
    "number",
    "planned",
    "print_for_signature",
    "recall",
    "record_signature",
    "replace_issued",
    "seal",
    "send_back",
    "sign",
    "submit",
    "withdraw",
]
