"""What the row of a task in the index of documents is not to be found by."""

from vanphong.documents.index import IColumns
from vanphong.tasks.interfaces import ITask
from zope.component import adapter
from zope.interface import implementer


@implementer(IColumns)
@adapter(ITask)
class TaskColumns:
    """A symbol names the document that the task is from, never the task."""

    def __init__(self, context):
        self.context = context

    def columns(self):
        """No symbol."""
        return {"symbol": "", "symbol_key": ""}
