"""Content type Directive."""

from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.directives.interfaces import IDirectiveMarker
from vanphong.documents.content import record
from zope import schema
from zope.interface import implementer


class IDirective(model.Schema):
    """What a leader directed on a document; never changed once issued."""

    text = schema.Text(title=_("Directive"))
    author = schema.TextLine(title=_("Leader (user id)"))
    author_title = schema.TextLine(title=_("Leader"))
    entered_by = schema.TextLine(
        title=_("Entered on behalf by (user id)"), required=False, default=""
    )
    entered_by_title = schema.TextLine(title=_("Entered on behalf by"), required=False, default="")
    issued_at = schema.Datetime(title=_("Issued"))
    due = schema.Datetime(title=_("Due"), required=False)
    lead = schema.TextLine(title=_("Lead"))
    lead_title = schema.TextLine(title=_("Lead"))
    coordinators = schema.List(
        title=_("Coordinators"), value_type=schema.TextLine(), required=False, default=[]
    )
    coordinator_titles = schema.List(
        title=_("Coordinators"), value_type=schema.TextLine(), required=False, default=[]
    )
    inform = schema.List(
        title=_("For information"), value_type=schema.TextLine(), required=False, default=[]
    )
    inform_titles = schema.List(
        title=_("For information"), value_type=schema.TextLine(), required=False, default=[]
    )
    supersedes = schema.TextLine(title=_("Replaces"), required=False, default="")
    superseded_by = schema.TextLine(title=_("Replaced by"), required=False, default="")
    directives.write_permission(superseded_by="vanphong.AddRecord")


@record
@implementer(IDirectiveMarker)
class Directive(Item):
    """A directive; it lives inside its document."""

    @property
    def title(self):
        """The first words of the directive."""
        words = (self.text or "").split()
        return " ".join(words[:12])

    @title.setter
    def title(self, value):
        """Plone sets a title when it makes the object; the text is the one kept."""
