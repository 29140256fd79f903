"""The ledger rows that a routing sheet stands for, for rebuild and check."""

from vanphong.ledger.interfaces import IReadModel
from vanphong.routing.interfaces import IRouted
from vanphong.routing.sheet import row
from vanphong.routing.sheet import steps_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IReadModel)
@adapter(IRouted)
class WorkRows:
    """One row per step."""

    table = "work"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        sheet = steps_of(self.context)
        return [row(self.context, sheet, step) for step in sheet]
