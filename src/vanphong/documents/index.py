"""The document's row in the ledger: what lists, duplicates and completion read."""

from plone import api
from vanphong.documents import rules
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger import documents
from vanphong.ledger.interfaces import IReadModel
from zope.component import adapter
from zope.component import subscribers
from zope.interface import Interface
from zope.interface import implementer


class IReaders(Interface):
    """Subscription adapter on a document: who besides the body's own clerks may read it."""

    def tokens():
        """Return an iterable of actor tokens."""


def index_document(document) -> None:
    """Write the row of a document, with its readers."""
    documents.put_document(row(document), readers(document))


def readers(document) -> tuple[str, ...]:
    """Actor tokens that may read the document."""
    found: set[str] = set()
    for adapter_ in subscribers((document,), IReaders):
        found.update(adapter_.tokens())
    return tuple(sorted(found))


def row(document) -> dict:
    """The ledger row that mirrors a document."""
    text = " ".join((document.label, document.symbol, document.subject, document.organ_name))
    return {
        "document_uid": document.UID(),
        "path": "/".join(document.getPhysicalPath()),
        "direction": document.direction,
        "body_uid": document.body_uid,
        "register_uid": document.register_uid,
        "period": document.period,
        "number": document.number,
        "suffix": document.suffix,
        "label": document.label,
        "arrived_at": document.arrived_at,
        "registered_at": document.registered_at or document.arrived_at,
        "document_type": document.document_type,
        "symbol": document.symbol,
        "symbol_key": rules.symbol_key(document.symbol),
        "organ_name": document.organ_name,
        "organ_key": rules.organ_key(document.organ_name),
        "document_identifier": document.document_identifier,
        "duplicate_key": document.duplicate_key,
        "issued_date": document.issued_date,
        "subject": document.subject,
        "folded": rules.fold(text),
        "urgency": rules.urgency_of(document.urgency).number,
        "secrecy": document.secrecy,
        "state": api.content.get_state(document),
        "due_at": document.due_at,
        "has_file": bool(document.attachments),
    }


@implementer(IReadModel)
@adapter(IOfficeDocument)
class DocumentRow:
    """The one row of a document, with its readers."""

    table = "document_index"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        return [{**row(self.context), "readers": readers(self.context)}]
