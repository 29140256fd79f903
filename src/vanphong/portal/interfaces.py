"""Public contract of the portal: markers, settings and events."""

from vanphong import _
from vanphong.portal import rules
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


OFFICIAL = "#b3191f"
STRUCTURE = "#20384f"
LINK = "#1b5687"


class IPublicationMarker(Interface):
    """Marks a publication: what everybody may know of one issued document."""

    document_uid = Attribute("UID of the document; its files are served, never copied")


class IPublicationsFolder(Interface):
    """Marks the folder of the publications."""


class IBodySettings(Interface):
    """What a body says of itself on its public pages."""

    body_name = schema.TextLine(
        title=_("Name of the body"),
        description=_("In the head of every public page. Empty: as the organisation has it."),
        required=False,
        default="",
        max_length=120,
    )
    above = schema.TextLine(
        title=_("Line above the name"),
        description=_("For example “Trang thông tin điện tử · tỉnh An Bình”."),
        required=False,
        default="",
        max_length=120,
    )
    address = schema.TextLine(title=_("Address"), required=False, default="", max_length=200)
    telephone = schema.TextLine(title=_("Telephone"), required=False, default="", max_length=60)
    email = schema.TextLine(title=_("E-mail"), required=False, default="", max_length=120)
    responsible = schema.TextLine(
        title=_("Answers for the content"),
        description=_("A position, for example “Chánh Văn phòng HĐND và UBND huyện”."),
        required=False,
        default="",
        max_length=160,
    )
    emblem = schema.Bytes(
        title=_("Emblem"),
        description=_("A PNG of at most 60 KB, 64 to 512 pixels wide and high. None: a star."),
        required=False,
    )
    official_colour = schema.TextLine(
        title=_("Colour of the name"),
        description=_("Written as #b3191f; it must be dark enough to be read."),
        default=OFFICIAL,
        max_length=7,
    )
    structure_colour = schema.TextLine(
        title=_("Colour of the menu and of buttons"), default=STRUCTURE, max_length=7
    )
    link_colour = schema.TextLine(title=_("Colour of links"), default=LINK, max_length=7)


class IPortalSettings(IBodySettings):
    """Those of the body that keeps the site, and what holds for all bodies."""

    needs_review = schema.Bool(
        title=_("What a unit publishes is reviewed by the Office first"),
        default=False,
        required=False,
    )
    categories = schema.List(
        title=_("Categories of published documents"),
        description=_(
            "One per line: code | title. The first is proposed. Never delete a code in use."
        ),
        value_type=schema.TextLine(),
        default=list(rules.category_lines()),
    )


class IPublicationEvent(IObjectEvent):
    """Something happened to a publication."""


@implementer(IPublicationEvent)
class PublicationEvent(ObjectEvent):
    """See IPublicationEvent."""


class DocumentPublished(PublicationEvent):
    """A document was published, or waits for review."""


class PublicationReviewed(PublicationEvent):
    """The Office has let it through or sent it back."""


class PublicationChanged(PublicationEvent):
    """What is shown beside the document was changed."""


class PublicationWithdrawn(PublicationEvent):
    """It is no longer shown; its record stays."""
