"""Public contract of the tasks: marker and events."""

from vanphong.routing.interfaces import IRouted
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class ITask(IRouted):
    """Marks a task: what its lead and coordinators do stands on its own routing sheet."""

    source_uid = Attribute("UID of the document whose line it is from, or empty")
    parent_uid = Attribute("UID of the task it is a part of, or empty")
    case_file_uid = Attribute("UID of the case file it belongs to, or empty")


class ITaskEvent(IObjectEvent):
    """Something was done with a task."""


@implementer(ITaskEvent)
class TaskEvent(ObjectEvent):
    """See ITaskEvent."""


class TaskGiven(TaskEvent):
    """A task was given; ``object`` is the task."""


class ConclusionsGiven(TaskEvent):
    """Lines of a document were made tasks; ``object`` is the document."""

    def __init__(self, document, tasks):
        super().__init__(document)
        self.tasks = tasks


class TaskGivenAnew(TaskEvent):
    """A task that came back was given to somebody else."""


class ProgressNoted(TaskEvent):
    """How far the work is was written down."""


class ChecklistChanged(TaskEvent):
    """The checklist has other items, or another one is ticked."""


class ReplyLinked(TaskEvent):
    """A document was named as the result of a task."""


class TaskCancelled(TaskEvent):
    """A task was cancelled."""
