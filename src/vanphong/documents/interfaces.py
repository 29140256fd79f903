"""Public contract of the documents."""

from vanphong import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface


class IRecord(Interface):
    """Marks what Plone's catalogue knows by UID, path and type only."""


class IRecordsFolder(Interface):
    """Marks a folder in which records are kept, and the folder of a body among them."""

    body_uid = Attribute("UID of the body whose records these are; only on its own folder")


class IOfficeDocument(Interface):
    """Marks an incoming, outgoing or internal document."""

    body_uid = Attribute("UID of the body that received or issued the document")
    attachments = Attribute("tuple of vanphong.attachments.content.Attachment, the main one first")


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
