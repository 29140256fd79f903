"""Public contract of the documents."""

from vanphong import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IRecord(Interface):
    """Marks what Plone's catalogue knows by UID, path and type only."""


class IRecordsFolder(Interface):
    """Marks a folder in which records are kept, and the folder of a body among them."""

    body_uid = Attribute("UID of the body whose records these are; only on its own folder")


class IOfficeDocument(Interface):
    """Marks an incoming, outgoing or internal document."""

    body_uid = Attribute("UID of the body that received or issued the document")
    attachments = Attribute("tuple of vanphong.attachments.content.Attachment, the main one first")


class IDelivery(Interface):
    """Utility: brings what one unit issues into the incoming documents of another.

    Whoever calls it has asked for the permission to issue or recall; it asks for none.
    """

    def deliver(letter, recipients):
        """Put a letter before the clerks of some units; nothing is copied but its values.

        ``letter`` is a vanphong.documents.letters.Letter, ``recipients`` a mapping of UIDs of
        units to what they get it for. Returns the UIDs of the new documents by unit.
        """

    def withdraw(uids, reason):
        """Cancel documents that their sender recalls; their particulars stay."""

    def tell(uids, text):
        """Leave a notice of the sender on documents."""


class IAnswerable(Interface):
    """Adapter on a document that can be answered by another."""

    def letter():
        """Values that a reply begins with: recipient, subject, basis, due date."""

    def answered(symbol, uid):
        """Note on the document that it was answered."""


class IDeliveryMoved(Interface):
    """A document that another unit of the office sent stands elsewhere."""

    origin = Attribute("UID of the document as its sender has it")
    incoming = Attribute("UID of the document as the recipient has it")
    state = Attribute("arrived, received, refused, processing, done or recalled")
    note = Attribute("reason of a refusal, or the number it got")


@implementer(IDeliveryMoved)
class DeliveryMoved:
    """See IDeliveryMoved."""

    def __init__(self, origin, incoming, state, note=""):
        self.origin = origin
        self.incoming = incoming
        self.state = state
        self.note = note


class IDocumentSettings(Interface):
    """Catalogues that an administrator keeps; every entry has dates of validity."""

    document_types = schema.List(
        title=_("Types of document"),
        description=_(
            "One per line: code | name | abbreviation | SIP code | edXML number | valid from |"
            " valid to. Dates as 2020-03-05."
        ),
        value_type=schema.TextLine(),
    )
    fields = schema.List(
        title=_("Fields of work"),
        description=_("One per line: code | name | valid from | valid to."),
        value_type=schema.TextLine(),
    )
    working_days_to_resolve = schema.Int(
        title=_("Usual working days for handling a document"),
        description=_("Proposed as the due date of a directive; the leader may set another."),
        default=7,
        min=1,
        max=90,
    )
    quick_phrases = schema.List(
        title=_("Quick phrases for directives"),
        description=_("One phrase per line; leaders pick them while typing."),
        value_type=schema.TextLine(),
        required=False,
    )


class ISearchEvent(IObjectEvent):
    """Somebody has done something with the search. ``object`` is the site."""

    subject = Attribute("UID of the saved search or of the job, or id of the person")


@implementer(ISearchEvent)
class SearchEvent(ObjectEvent):
    """See ISearchEvent."""

    def __init__(self, site, subject):
        super().__init__(site)
        self.subject = subject


class SearchSaved(SearchEvent):
    """A search was given a name."""


class SearchDeleted(SearchEvent):
    """A saved search was deleted."""


class ColumnsChosen(SearchEvent):
    """A person has chosen the columns of the results."""


class ExportRequested(SearchEvent):
    """The results of a search are to be made into a file."""
