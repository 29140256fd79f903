"""The ledger row behind the number of a document, for rebuild and check."""

from vanphong.ledger.interfaces import IReadModel
from zope.interface import implementer


@implementer(IReadModel)
class EntryRows:
    """The entry of a numbered document; none while it has no number."""

    table = "register_entry"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        document = self.context
        if not document.register_uid or document.number is None:
            return []
        return [
            {
                "register_uid": document.register_uid,
                "period": document.period,
                "number": document.number,
                "suffix": document.suffix,
                "label": document.label,
                "document_uid": document.UID(),
                "taken_at": document.registered_at,
                "taken_by": document.registered_by,
                "subject": document.subject,
                "symbol": document.symbol,
                "origin": document.organ_name,
                "recipient": document.to_places,
                **(getattr(document, "number_void", None) or {}),
            }
        ]
