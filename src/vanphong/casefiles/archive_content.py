"""Content type ArchiveSubmission: files that a unit gives up to the archive at one time."""

from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.casefiles.rules import archive
from vanphong.documents.content import record
from zope import schema
from zope.interface import Interface
from zope.interface import implementer


class IArchiveSubmission(Interface):
    """Marks a submission (đợt nộp lưu)."""


class ISubmissionFields(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))
    directives.write_permission(title="vanphong.AddRecord")


@record
@implementer(IArchiveSubmission)
class ArchiveSubmission(Item):
    """A batch of files on their way to the archive; ``lines`` are frozen values."""

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    body_uid = ""
    number = 0
    lines = ()
    note = ""
    paper = ""
    submitted_at = None
    submitted_by = ""
    submitted_title = ""
    unit_uid = ""
    unit_title = ""
    decided_at = None
    decided_by = ""
    decided_title = ""

    @property
    def is_decided(self):
        """Whether the archive has looked at all files."""
        return archive.is_decided(self.lines)
