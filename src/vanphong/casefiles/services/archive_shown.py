"""Files, documents and submissions as acts of the archive answer them."""

from typing import Any
from vanphong.casefiles import freeze
from vanphong.casefiles import stages
from vanphong.casefiles.interfaces import ICaseFile


def shown(context) -> dict[str, Any]:
    """What an act of the archive has made of a file or a document."""
    held = freeze.own(context)
    found: dict[str, Any] = {
        "@id": context.absolute_url(),
        "UID": context.UID(),
        "title": context.title,
        "frozen": None
        if held is None
        else {"reason": held.reason, "order": held.order, "by": held.by, "at": held.at.isoformat()},
    }
    if ICaseFile.providedBy(context):
        found |= {
            "code": context.code,
            "state": str(stages.state_of(context)),
            "ended_on": context.ended_on.isoformat() if context.ended_on else None,
            "retention": context.retention,
            "submission": context.submission_uid or None,
        }
    return found


def submission_shown(submission) -> dict[str, Any]:
    """A submission with what was decided."""
    return {
        "@id": submission.absolute_url(),
        "UID": submission.UID(),
        "title": submission.title,
        "decided": submission.is_decided,
        "files": [
            {"UID": line.uid, "verdict": line.verdict or None, "reason": line.reason or None}
            for line in submission.lines
        ],
    }
