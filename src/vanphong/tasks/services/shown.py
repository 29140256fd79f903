"""Tasks and lines as JSON."""

from vanphong.tasks import readmodel
from vanphong.tasks.rules.conclusions import Proposal
from vanphong.tasks.rules.lines import words_of
from vanphong.ui.services import address
from vanphong.ui.services import iso


PLAIN = (
    "subject",
    "progress",
    "giver",
    "giver_title",
    "entered_by",
    "lead",
    "lead_title",
    "holder",
    "holder_title",
    "unit_uid",
    "body_uid",
    "source_uid",
    "source_symbol",
    "line",
    "case_file_uid",
    "parent_uid",
    "state",
)


def shown_row(row: dict, request) -> dict:
    """A row of a list of tasks."""
    moments = ("created_at", "due_at", "finished_at")
    return {
        "@id": address(row["path"], request),
        "@type": "Task",
        "UID": row["document_uid"],
        **{name: row[name] for name in PLAIN},
        **{name: iso(row[name]) for name in moments},
    }


def shown(task, request) -> dict:
    """A task with its checklist and progress; ``@routing`` has its steps."""
    return {
        **shown_row(readmodel.row(task), request),
        "title": task.title,
        "page": task.page,
        "quote": task.quote,
        "reply_uid": task.reply_uid,
        "reply_symbol": task.reply_symbol,
        "cancel_reason": task.cancel_reason,
        "checklist": [
            {
                "uid": one.uid,
                "text": one.text,
                "done_at": iso(one.done_at),
                "done_by": one.done_by,
            }
            for one in task.checklist
        ],
        "progress_notes": [
            {"percent": one.percent, "note": one.note, "at": one.at.isoformat(), "by": one.by}
            for one in task.progress_notes
        ],
    }


def shown_line(one: Proposal, given: list[dict]) -> dict:
    """A line with what is proposed for it, and the tasks made of it."""
    return {
        "line": one.line.number,
        "page": one.line.page,
        "text": one.line.text,
        "task": words_of(one.line.text),
        "asks": one.asks,
        "leads": list(one.leads),
        "coordinators": list(one.coordinators),
        "due": iso(one.due),
        "tasks": given,
    }
