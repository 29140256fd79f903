"""The document's row in the ledger: what lists, duplicates and completion read."""

from functools import partial
from plone import api
from vanphong.attachments import pipeline
from vanphong.attachments import readmodel as file_rows
from vanphong.documents import duplicates
from vanphong.documents import rules
from vanphong.documents import searched
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger import alike
from vanphong.ledger import documents
from vanphong.ledger import files
from vanphong.ledger import search_many
from vanphong.ledger import search_rows
from vanphong.ledger.interfaces import IReadModel
from vanphong.organisation.rules import principals_of
from zope.component import adapter
from zope.component import subscribers
from zope.interface import Interface
from zope.interface import implementer


class IReaders(Interface):
    """Subscription adapter on a document: who besides the body's own clerks may read it."""

    def tokens():
        """Return an iterable of actor tokens."""


class IColumns(Interface):
    """Subscription adapter on a document: columns of its row that a feature above fills."""

    def columns():
        """Return a mapping of names of columns to values."""


def index_document(document) -> None:
    """Write the rows of a document: for lists, with its readers, and for the search."""
    documents.put_document(row(document), readers(document))
    if search_rows.put_document(searched.row(document), partial(searched.texts, document)):
        duplicates.index(document)
    pipeline.start(document)


def index_alike(first, others) -> None:
    """Write the rows of new documents that say the same as one that is indexed already.

    They differ in UID, path and body; their files have been begun with.
    """
    same = row(first)
    documents.add_documents([{**same, **_own(one)} for one in others])
    text = {**searched.row(first), "body": searched.texts(first)}
    uids = [one.UID() for one in others]
    search_many.add_alike(text, uids)
    alike.add(duplicates.bands(first), uids)
    files.put([line for one in others for line in file_rows.rows(one)])


def _own(document) -> dict:
    """What a row says of one of several alike, with its readers."""
    return {
        "document_uid": document.UID(),
        "path": "/".join(document.getPhysicalPath()),
        "body_uid": document.body_uid,
        "readers": readers(document),
    }


def readers(document) -> tuple[str, ...]:
    """Actor tokens that may read the document at its present stage."""
    found: set[str] = set()
    for adapter_ in subscribers((document,), IReaders):
        found.update(adapter_.tokens())
    if not found:
        return ()
    allowed = searched.principals(document)
    return tuple(sorted(one for one in found if not allowed.isdisjoint(principals_of(one))))


def row(document) -> dict:
    """The ledger row that mirrors a document."""
    text = " ".join((document.label, document.symbol, document.subject, document.organ_name))
    values = {
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
    for adapter_ in subscribers((document,), IColumns):
        values.update(adapter_.columns())
    return values


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


@implementer(IReadModel)
@adapter(IOfficeDocument)
class TextRow:
    """What the search knows of a document."""

    table = "document_text"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        return [{**searched.row(self.context), "body": searched.texts(self.context)}]


@implementer(IReadModel)
@adapter(IOfficeDocument)
class BandRows:
    """The keys by which a document with a like text is found."""

    table = "text_band"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        uid = self.context.UID()
        return [{"band": band, "document_uid": uid} for band in duplicates.bands(self.context)]
