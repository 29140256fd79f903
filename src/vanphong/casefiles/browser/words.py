"""How stages, kinds and periods of files are said."""

from vanphong import _
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.entries import KINDS
from vanphong.casefiles.rules.file_list import Status
from vanphong.casefiles.rules.states import WORDS
from vanphong.casefiles.rules.states import State
from zope.i18nmessageid import Message


TINTS = {
    State.PLANNED: "plain",
    State.OPEN: "",
    State.CLOSED: "done",
    State.TO_SUBMIT: "calm",
    State.RETURNED: "soon",
    State.ARCHIVED: "done",
    State.REVIEW_DUE: "soon",
    State.TRANSFERRED: "done",
    State.DESTROYED_PROPOSED: "late",
}

STATUS = {
    Status.DRAFT: ("plain", _("Being written")),
    Status.SUBMITTED: ("soon", _("Awaits approval")),
    Status.APPROVED: ("done", _("Approved")),
}

PARTS = {
    "maker": _("Makes the file"),
    "contributor": _("Puts documents in"),
    "reader": _("Reads"),
}

#: Acts as the history of a file names them.
ACTS = {
    "open_case_file": _("Opened the file"),
    "open_planned_files": _("Opened the file from the list"),
    "edit_case_file": _("Changed particulars"),
    "lower_retention": _("Approved a shorter retention"),
    "file_document": _("Put a document in"),
    "take_out_document": _("Took a document out"),
    "discuss": _("Comment"),
    "withdraw_comment": _("Withdraw a comment"),
    "change_entry": _("Changed an entry"),
    "move_entry": _("Moved an entry"),
    "set_case_member": _("Changed the roster"),
    "remove_case_member": _("Took somebody off the roster"),
    "close_file": _("Closed the file"),
    "reopen_file": _("Opened the file again"),
    "submit_files": _("Submitted the file to the archive"),
    "return_file": _("The archive sent the file back"),
    "take_over_file": _("The archive took the file over"),
    "keep_back_file": _("Consented to keep the file longer"),
    "value_file": _("Decided on the file after its retention"),
    "export_file": _("Exported the file"),
    "import_package": _("Imported the file from a package"),
    "freeze": _("Froze"),
    "lift_freeze": _("Lifted the freeze"),
    "hand_over_file": _("Handed the file over"),
}


def message(text: str) -> Message:
    """A marked text as a message."""
    return Message(text, "vanphong")


def state(name: str) -> tuple[str, Message]:
    """Tint and words of a stage."""
    found = State(name)
    return TINTS[found], message(WORDS[found])


def kind(name: str) -> Message:
    """What a document is to the file."""
    return message(KINDS.get(name, name))


def period(years: int) -> str:
    """Retention in words of the law."""
    return retention.period_text(years)


def periods() -> list[tuple[str, str]]:
    """Choices of retention."""
    return [(retention.period_text(one), retention.period_text(one)) for one in retention.OFFERED]
