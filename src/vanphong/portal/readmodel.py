"""The ledger row that a publication stands for."""

from vanphong.ledger.interfaces import IReadModel
from vanphong.portal import publications
from vanphong.portal.interfaces import IPublicationMarker
from zope.component import adapter
from zope.interface import implementer


@implementer(IReadModel)
@adapter(IPublicationMarker)
class PublicationRow:
    """One row a publication, whatever its state."""

    table = "publication"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        return [publications.row(self.context)]
