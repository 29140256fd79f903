"""The stage of a task: open, finished or cancelled, as its sheet says."""

from plone import api
from vanphong.ledger import tasks
from vanphong.routing import rules
from vanphong.routing import stages
from vanphong.routing.interfaces import IStages
from vanphong.tasks.interfaces import ITask
from vanphong.tasks.rules.tasks import check_end
from zope.component import adapter
from zope.interface import implementer


WORKFLOW = "task_workflow"

OPEN = "open"
FINISHED = "finished"
CANCELLED = "cancelled"


@implementer(IStages)
@adapter(ITask)
class Stages(stages.Stages):
    """Moves a task, whichever act has ended its lead."""

    portal_type = "Task"
    workflow_id = WORKFLOW
    known = frozenset({OPEN, FINISHED, CANCELLED})

    def stage_of(self, sheet) -> str:
        """Cancelled as a whole, finished with its lead, open before."""
        if self.context.cancelled_at is not None:
            return CANCELLED
        return FINISHED if rules.stage(sheet) == "finished" else OPEN

    def check(self, stage: str):
        """Refuse the end of a task of which something is left to do."""
        if stage == FINISHED and self.now == OPEN:
            check_end(running_below(self.context), unticked(self.context))
        return super().check(stage)


def state_of(task) -> str:
    """The stage of a task."""
    return api.content.get_state(task)


def running_below(task) -> int:
    """How many parts of a task are open."""
    return sum(row["state"] == OPEN for row in tasks.below(task.UID()))


def unticked(task) -> int:
    """How many items of its checklist are open."""
    return sum(one.done_at is None for one in task.checklist)
