"""The ledger row that a task stands for."""

from vanphong.documents.rules import fold
from vanphong.ledger import mirrors
from vanphong.ledger.interfaces import IReadModel
from vanphong.routing.sheet import steps_of
from vanphong.routing.sheet import unit_uid
from vanphong.tasks import stages
from vanphong.tasks.interfaces import ITask
from zope.component import adapter
from zope.interface import implementer


def write(task) -> None:
    """Write all rows of a task anew."""
    mirrors.write(task)


def row(task) -> dict:
    """The row that mirrors a task."""
    lead, holder, state = task.lead, task.holder, stages.state_of(task)
    return {
        "document_uid": task.UID(),
        "path": "/".join(task.getPhysicalPath()),
        "body_uid": task.body_uid,
        "source_uid": task.source_uid,
        "source_symbol": task.source_symbol,
        "line": task.line,
        "case_file_uid": task.case_file_uid,
        "parent_uid": task.parent_uid,
        "giver": task.giver,
        "giver_title": task.giver_title,
        "entered_by": task.entered_by,
        "lead": "" if lead is None else lead.actor,
        "lead_title": "" if lead is None else lead.actor_title,
        "unit_uid": "" if lead is None else unit_uid(steps_of(task), lead),
        "holder": "" if holder is None else holder.actor,
        "holder_title": "" if holder is None else holder.actor_title,
        "subject": task.subject,
        "folded": fold(f"{task.subject} {task.source_symbol}"),
        "state": state,
        "progress": 100 if state == stages.FINISHED else task.progress,
        "created_at": task.created_at,
        "due_at": task.due_at,
        "finished_at": task.cancelled_at or (None if lead is None else lead.finished_at),
    }


@implementer(IReadModel)
@adapter(ITask)
class TaskRow:
    """The one row of a task."""

    table = "task"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        return [row(self.context)]


def step_moved(task, _event) -> None:
    """Write the rows when something has happened on its sheet."""
    write(task)
