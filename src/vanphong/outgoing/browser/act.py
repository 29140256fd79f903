"""``@@act?do=…``: the page of an outgoing document with the form of one act beside the text."""

from vanphong.outgoing.browser import act_after
from vanphong.outgoing.browser import act_check
from vanphong.outgoing.browser import act_clerk
from vanphong.outgoing.browser import act_draft
from vanphong.outgoing.browser.document import DocumentPage
from vanphong.routing.browser.page import ActPage


ACTS = {
    "submit": act_draft.Submit,
    "withdraw": act_draft.Withdraw,
    "add_version": act_draft.AddVersion,
    "comment": act_draft.Comment,
    "ask_opinions": act_draft.AskOpinions,
    "give_opinion": act_draft.GiveOpinion,
    "check_content": act_check.CheckContent,
    "appraise": act_check.Appraise,
    "approve": act_check.Approve,
    "sign": act_check.Sign,
    "send_back": act_check.SendBack,
    "print_for_signature": act_clerk.PrintForSignature,
    "record_signature": act_clerk.RecordSignature,
    "number": act_clerk.Number,
    "seal": act_clerk.Seal,
    "issue": act_clerk.Issue,
    "note_delivery": act_clerk.NoteDelivery,
    "cancel": act_after.Cancel,
    "recall": act_after.Recall,
    "correct_issued": act_after.Correct,
    "replace_issued": act_after.Replace,
    "make_copy": act_after.MakeCopy,
}


class ActView(ActPage, DocumentPage):
    """Show the form of an act, or do it."""

    acts = ACTS
