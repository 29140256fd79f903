"""Words and badges for stages, steps, deliveries and acts, as the pages say them."""

from vanphong import _
from vanphong.outgoing.rules import CHANNELS
from vanphong.outgoing.stages import WORKFLOW
from vanphong.routing.browser.stage_words import StageWords
from vanphong.routing.rules import Action


#: Stage of the law -> (kind of badge, words).
STAGES = {
    "draft": ("plain", _("Draft of a document")),
    "consulting": ("soon", _("Asking for opinions")),
    "unit_review": ("soon", _("Before the head of the unit")),
    "appraisal": ("soon", _("Before the Office")),
    "awaiting_signature": ("soon", _("Awaiting the signature")),
    "signed": ("", _("Signed, awaiting the number")),
    "numbered": ("", _("Numbered, awaiting issue")),
    "issued": ("done", _("Issued to the recipients")),
    "recalled": ("late", _("Recalled")),
    "cancelled": ("line", _("Cancelled")),
}

#: What a step of the way asks of its holder: in lists and on the desktop.
PARTS = {
    Action.DRAFT: _("You draft it"),
    Action.OPINE: _("It awaits your opinion"),
    Action.REVIEW: _("It awaits your check of the content"),
    Action.APPRAISE: _("It awaits your appraisal"),
    Action.APPROVE: _("It awaits your approval"),
    Action.SIGN: _("It awaits your signature"),
    Action.NUMBER: _("It awaits number and issue"),
}

#: The act that ends a step, by which the desktop links to ``@@act?do=…``.
ENDS = {
    Action.DRAFT: "submit",
    Action.OPINE: "give_opinion",
    Action.REVIEW: "check_content",
    Action.APPRAISE: "appraise",
    Action.APPROVE: "approve",
    Action.SIGN: "sign",
    Action.NUMBER: "number",
}

#: Where a delivery stands -> (kind of badge, words).
DELIVERIES = {
    "sent": ("line", _("sent")),
    "arrived": ("soon", _("arrived, not received yet")),
    "received": ("", _("received")),
    "refused": ("late", _("sent back by the recipient")),
    "processing": ("", _("being handled")),
    "done": ("done", _("finished")),
    "recalled": ("late", _("recalled")),
}

#: Ways of sending, shortly.
WAYS = dict(
    zip(
        CHANNELS,
        (_("In the system"), _("On paper, by post"), _("By hand"), _("By e-mail")),
        strict=True,
    )
)

#: Acts as the trail names them, done or refused.
ACTS = {
    "create_draft": _("Begin the draft"),
    "edit_draft": _("Change the draft"),
    "add_version": _("Add a version"),
    "comment": _("Remark"),
    "ask_opinions": _("Ask for opinions"),
    "give_opinion": _("Give the opinion"),
    "submit": _("Submit"),
    "withdraw": _("Take back"),
    "send_back": _("Send back"),
    "check_content": _("Vouch for the content"),
    "appraise": _("Vouch for the form"),
    "approve": _("Approve the draft"),
    "sign": _("Sign"),
    "record_signature": _("Record the signature on paper"),
    "print_for_signature": _("Print for signature"),
    "number": _("Give the number"),
    "import_document": _("Import from an old register"),
    "seal": _("Put on the seal"),
    "issue": _("Issue"),
    "note_delivery": _("Note a delivery"),
    "cancel": _("Give up"),
    "recall": _("Recall"),
    "correct_issued": _("Correct by letter"),
    "replace_issued": _("Replace"),
    "make_copy": _("Make a certified copy"),
    "download": _("Download a file"),
    "view": _("Open the document"),
    "move": _("Move the stage"),
    "pass_stage": _("Pass on to the next stage"),
    "replace_holder": _("Replace the holder"),
    "give_conclusions": _("Make tasks of lines"),
    "discuss": _("Comment"),
    "withdraw_comment": _("Withdraw a comment"),
    "urge": _("Remind"),
    "take_back": _("Take back"),
}


_STAGES = StageWords("OutgoingDocument", WORKFLOW, STAGES)

stage = _STAGES.stage

#: All states that a list can be narrowed to.
stages = _STAGES.stages
