"""Public contract of the forms."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IConvertible(Interface):
    """Adapter of content: what a PDF is made of in the background, and where it goes.

    ``key`` names one of several files of the content; what it means is the content's affair.
    """

    def docx(key):
        """The DOCX, as bytes; None when it is not wanted any more."""

    def keep(key, pdf):
        """Take the PDF, as bytes. Called in the transaction of the job."""


class ILetterTemplates(Interface):
    """Marks the folder of the templates that a body has brought itself."""


class ILetterTemplate(Interface):
    """Marks a template that a body has brought itself."""

    attachments = Attribute("the DOCX, and what it looks like filled in with sample values")
    document_types = Attribute("codes of the types that it is offered for; () for all")
    body_uid = Attribute("UID of the body that it is offered in; '' for all")
    valid_from = Attribute("first day on which it is offered, or None")
    valid_to = Attribute("last day, or None")


class ITemplateEvent(IObjectEvent):
    """Something happened to a template. ``object`` is the template."""


@implementer(ITemplateEvent)
class TemplateEvent(ObjectEvent):
    """See ITemplateEvent."""


class TemplateAdded(TemplateEvent):
    """A template was uploaded."""


class TemplateReplaced(TemplateEvent):
    """The file of a template was replaced; letters already made from it stay as they are."""


class TemplateRetired(TemplateEvent):
    """A template is not offered any more."""
