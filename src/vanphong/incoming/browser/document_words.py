"""Words for stages, steps and acts of a document, as its pages say them."""

from vanphong import _
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

#: Acts as the trail tells them.
ACTS = {
    "arrive": _("Arrived"),
    "register": _("Registered"),
    "return_to_sender": _("Returned to the sender"),
    "present": _("Presented"),
    "correct": _("Corrected the particulars"),
    "direct": _("Gave a directive"),
    "direct_on_behalf": _("Entered a directive on behalf"),
    "receive": _("Received"),
    "assign": _("Assigned"),
    "hand_back": _("Handed back"),
    "ask_extension": _("Asked for more time"),
    "decide_extension": _("Decided on the extension"),
    "report": _("Reported"),
    "finish": _("Finished"),
    "take_back": _("Took back"),
    "urge": _("Reminded"),
    "download": _("Downloaded a file"),
    "view": _("Opened the document"),
    "move": _("Moved the stage"),
}


def stage(document_state: str) -> tuple[str, str]:
    """Kind of badge and words for a stage."""
    return STAGES.get(document_state, ("plain", document_state))


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
