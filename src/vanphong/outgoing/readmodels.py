"""The ledger rows that an outgoing document stands for, for rebuild and check."""

from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger.interfaces import IReadModel
from vanphong.outgoing import copies
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing.interfaces import IOutgoing
from zope.component import adapter
from zope.interface import implementer


@implementer(IReadModel)
@adapter(IOutgoing)
class DeliveryRows:
    """One row per recipient, once it is issued."""

    table = "delivery"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        return [deliveries.row(self.context, one) for one in deliveries.of(self.context)]


@implementer(IReadModel)
@adapter(IOutgoing)
class LinkRows:
    """One row per document that this one names."""

    table = "document_link"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        return links.rows(self.context)


@implementer(IReadModel)
@adapter(IOfficeDocument)
class CopyRows:
    """The numbers of the certified copies that were made of a document."""

    table = "register_entry"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        return [copies.row(self.context, one) for one in copies.of(self.context)]
