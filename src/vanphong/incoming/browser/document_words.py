"""Words for stages, steps and acts of a document, as its pages say them."""

from vanphong import _
from vanphong.incoming.stages import WORKFLOW
from vanphong.routing.browser.stage_words import StageWords
from vanphong.routing.rules import Action
from vanphong.routing.rules import State


#: Stage of the law -> (kind of badge, words).
STAGES = {
    "draft": ("plain", _("Draft")),
    "awaiting_reception": ("soon", _("Awaiting reception")),
    "returned": ("line", _("Returned to the sender")),
    "registered": ("line", _("Registered")),
    "presented": ("", _("Awaiting a directive")),
    "directed": ("", _("Directive given")),
    "in_process": ("", _("Being handled")),
    "finished": ("done", _("Handled")),
    "recalled": ("line", _("Recalled by the sender")),
    "cancelled": ("line", _("Registration cancelled")),
}

#: What a step's holder is in it, of a unit and of a person.
UNIT_PARTS = {
    Action.DIRECT: _("Your office passes it on"),
    Action.LEAD: _("Your unit leads"),
    Action.COORDINATE: _("Your unit coordinates"),
    Action.INFORM: _("Your unit is informed"),
}
MY_PARTS = {
    Action.DIRECT: _("It awaits your directive"),
    Action.LEAD: _("You lead"),
    Action.COORDINATE: _("You coordinate"),
    Action.INFORM: _("You are informed"),
    Action.EXTEND: _("It awaits your decision on an extension"),
}

#: How a step stands, for lists of many steps: (kind of badge, words).
STANDINGS = {
    State.RECEIVED: ("", _("being handled")),
    State.ASSIGNED: ("", _("assigned on")),
    State.DONE: ("done", _("finished")),
    State.RETURNED: ("soon", _("handed back")),
    State.CANCELLED: ("line", _("taken back")),
}

#: Acts as the trail names them, done or refused.
ACTS = {
    "arrive": _("Note the arrival"),
    "register": _("Register"),
    "return_to_sender": _("Return to the sender"),
    "cancel_registration": _("Cancel the registration"),
    "present": _("Present"),
    "correct": _("Correct"),
    "import_document": _("Import from an old register"),
    "direct": _("Direct"),
    "direct_on_behalf": _("Enter a directive on behalf"),
    "receive": _("Receive"),
    "assign": _("Assign"),
    "hand_back": _("Hand back"),
    "ask_extension": _("Ask for more time"),
    "decide_extension": _("Decide on the extension"),
    "report": _("Report"),
    "finish": _("Finish"),
    "take_back": _("Take back"),
    "urge": _("Remind"),
    "download": _("Download a file"),
    "read_head": _("Read the scan"),
    "hold_file": _("A file goes into quarantine"),
    "secret_found": _("A stamp of secrecy was read"),
    "view": _("Open the document"),
    "move": _("Move the stage"),
    "pass_stage": _("Pass on to the next stage"),
    "settle_stage": _("Put into the stage of its sheet"),
    "replace_holder": _("Give the step to somebody else"),
    "give_conclusions": _("Make tasks of lines"),
    "discuss": _("Comment"),
    "withdraw_comment": _("Withdraw a comment"),
}


_STAGES = StageWords("IncomingDocument", WORKFLOW, STAGES)

stage = _STAGES.stage


def stages() -> list[tuple[str, str]]:
    """All states that a list can be narrowed to; a draft is nobody's document yet."""
    return [(name, words) for name, words in _STAGES.stages() if name != "draft"]


def standing(step, opened_at, read: bool) -> tuple[str, str]:
    """Kind of badge and words for how a step stands.

    :param opened_at: when somebody whom it awaits looked at the document, or None.
    :param read: whether reading has ended the step, which the sheet does not know.
    """
    if read:
        return "done", _("read")
    if step.state is State.OPEN:
        return ("done", _("opened")) if opened_at else ("line", _("not opened"))
    if step.comment == "lead-finished":
        return "done", _("ended with the lead")
    return STANDINGS[step.state]
