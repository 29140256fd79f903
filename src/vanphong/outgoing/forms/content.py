"""Content types LetterTemplate and LetterTemplates: the forms that bodies bring themselves."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.organisation.rules import valid_on
from vanphong.outgoing.forms.interfaces import ILetterTemplate
from vanphong.outgoing.forms.interfaces import ILetterTemplates
from zope import schema
from zope.interface import implementer


class ITitled(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))


@implementer(ILetterTemplates)
class LetterTemplates(Container):
    """The folder of the templates (biểu mẫu) of all bodies of a site."""

    def templates(self) -> list:
        """All templates by their names."""
        found = [one for one in self.objectValues() if ILetterTemplate.providedBy(one)]
        return sorted(found, key=lambda one: (one.title, one.getId()))


@implementer(ILetterTemplate)
class LetterTemplate(Item):
    """A template. ``attachments`` are its DOCX, and the same filled in with the example."""

    attachments = ()
    document_types = ()
    body_uid = ""
    valid_from = None
    valid_to = None

    @property
    def file(self):
        """The DOCX as it was uploaded."""
        return self.attachments[0]

    @property
    def data(self) -> bytes:
        """Its content."""
        return self.file.blob.data

    def is_valid(self, day) -> bool:
        """Whether it is offered on that day."""
        return valid_on(day, self.valid_from, self.valid_to)

    def suits(self, type_code: str, body_uid: str) -> bool:
        """Whether it is offered for this type in this body."""
        types = self.document_types
        return (not types or type_code in types) and self.body_uid in ("", body_uid)
