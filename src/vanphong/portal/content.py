"""Content types Publication and Publications.

A publication is thin: it names its document, and keeps what was decided about showing it and
the particulars that were public when it was published. The files stay the document's.
"""

from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import doors
from vanphong.documents.content import record
from vanphong.portal.interfaces import IPublicationMarker
from vanphong.portal.interfaces import IPublicationsFolder
from vanphong.portal.rules import State
from vanphong.portal.rules import is_public
from zExceptions import NotFound
from zope import schema
from zope.interface import implementer


class IPublication(model.Schema):
    """What is decided about showing a document; written by acts, never by Plone's form."""

    document_uid = schema.TextLine(title=_("Document (UID)"), readonly=True)
    category = schema.TextLine(title=_("Category"))
    summary = schema.Text(title=_("Summary"), required=False, default="", max_length=1000)
    published_on = schema.Date(title=_("Published on"))
    expires_on = schema.Date(title=_("Shown until"), required=False)
    directives.write_permission(
        document_uid="vanphong.AddRecord",
        category="vanphong.AddRecord",
        summary="vanphong.AddRecord",
        published_on="vanphong.AddRecord",
        expires_on="vanphong.AddRecord",
    )


@record
@implementer(IPublicationMarker)
class Publication(Item):
    """A document for everybody to see."""

    state = State.WITHDRAWN
    body_uid = ""
    unit_uid = ""
    unit_title = ""
    symbol = ""
    number = None
    subject = ""
    document_type = ""
    field = ""
    issued_date = None
    signer = ""
    urgency = 0
    #: UIDs of the files of the document that are shown, the main one first.
    file_uids = ()
    links = ()
    asked_on = None
    asked_by = ""
    asked_by_title = ""
    approved_by_title = ""
    changed_at = None
    withdrawn_on = None
    withdrawn_by_title = ""
    reason = ""

    def __before_publishing_traverse__(self, arg1, arg2=None):
        """For who is not signed in, what is not public is not there: by no name, page or REST.

        Views answer so by themselves; this holds for what Plone brings, which would ask for a
        name and so tell that there is something.
        """
        request = arg2 or arg1
        shown = is_public(self.state, self.published_on, self.expires_on, clock.today())
        if not shown and not doors.is_signed_in(self, request):
            raise NotFound(request.get("URL"))
        super().__before_publishing_traverse__(arg1, arg2)

    @property
    def title(self):
        """The subject of the document."""
        return self.subject

    @title.setter
    def title(self, value):
        """Plone sets a title when it makes the object; the subject is the one kept."""

    def Title(self):
        """Title as Plone asks for it."""
        return self.subject


class IPublications(model.Schema):
    """Fields of the folder of the publications."""

    title = schema.TextLine(title=_("Name"))


@record
@implementer(IPublicationsFolder)
class Publications(Container):
    """The folder of the publications; its address is part of theirs."""
