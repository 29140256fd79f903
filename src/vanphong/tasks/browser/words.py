"""Words of stages and acts of tasks."""

from vanphong import _
from vanphong.incoming.browser import document_words
from vanphong.tasks import stages


STAGES = {
    stages.OPEN: ("", _("Being done")),
    stages.FINISHED: ("done", _("Finished")),
    stages.CANCELLED: ("line", _("Cancelled")),
}

ACTS = {
    **document_words.ACTS,
    "give_task": _("Give the task"),
    "give_task_anew": _("Give the task anew"),
    "give_conclusions": _("Make tasks of lines"),
    "note_progress": _("Note the progress"),
    "change_checklist": _("Change the checklist"),
    "tick_item": _("Tick an item"),
    "link_reply": _("Name the result document"),
    "cancel_task": _("Cancel the task"),
    "discuss": _("Comment"),
    "withdraw_comment": _("Withdraw a comment"),
}


def stage(state: str) -> tuple[str, str]:
    """Kind of badge and words."""
    return STAGES.get(state, ("soon", state))
