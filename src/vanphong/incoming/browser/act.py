"""``@@act?do=…&step=…``: the page of a document with the form of one act beside the scan."""

from vanphong.incoming.browser import act_others
from vanphong.incoming.browser import act_step
from vanphong.incoming.browser.document import DocumentPage
from vanphong.routing.browser.page import ActPage


ACTS = {
    "receive": act_step.Receive,
    "assign": act_step.Assign,
    "report": act_step.Report,
    "finish": act_step.Finish,
    "hand_back": act_step.HandBack,
    "ask_extension": act_step.AskExtension,
    "present": act_others.Present,
    "return_to_sender": act_others.ReturnToSender,
    "cancel_registration": act_others.CancelRegistration,
    "take_back": act_others.TakeBack,
    "urge": act_others.Urge,
    "decide_extension": act_others.DecideExtension,
}


class ActView(ActPage, DocumentPage):
    """Show the form of an act, or do it."""

    acts = ACTS
