"""Words of the archive on pages: findings, verdicts, states of exports."""

from vanphong import _
from vanphong.casefiles.browser.words import message
from vanphong.casefiles.rules import archive
from vanphong.casefiles.rules.closing import Finding
from vanphong.casefiles.rules.closing import Mend
from vanphong.ledger import rules as job_rules
from zope.i18nmessageid import Message


#: What a button or a link says that mends a finding.
MENDS = {
    Mend.FILE: _("Change particulars"),
    Mend.RETENTION: _("Change particulars"),
    Mend.TASK: _("Open the task"),
    Mend.DOCUMENT: _("Open the document"),
    Mend.TAKE_OUT: _("Take out of the file"),
    Mend.PAGES: _("Save pages"),
}

VERDICTS = {
    "": ("plain", _("Not looked at yet")),
    archive.TAKEN: ("done", _("Taken over")),
    archive.RETURNED: ("soon", _("Sent back for completion")),
}

TINTS = {
    job_rules.WAITING: "plain",
    job_rules.RUNNING: "soon",
    job_rules.DONE: "done",
    job_rules.FAILED: "late",
    job_rules.STOPPED: "line",
}


def finding(one: Finding) -> Message:
    """What was found, as a message."""
    mapping = {name: str(value) for name, value in one.mapping.items()}
    return Message(one.text, "vanphong", mapping=mapping)


def job_state(state: str) -> tuple[str, Message]:
    """Tint and words of the state of a job."""
    return TINTS[state], message(job_rules.STATE_TEXTS[state])
