"""Content types CaseFile and FileList."""

from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.interfaces import IFileList
from vanphong.casefiles.rules import notation
from vanphong.casefiles.rules import retention
from vanphong.documents.content import record
from zope import schema
from zope.interface import implementer


class ICaseFileFields(model.Schema):
    """Fields of a file that are typed (Decree 30/2020, Annex VI Part II.III).

    Code, maker, dates of opening and closing, and totals are written by acts.
    """

    title = schema.TextLine(title=_("Title of the file"), max_length=500)
    retention = schema.TextLine(title=_("Retention period"), max_length=30)
    rights = schema.Choice(
        title=_("Terms of use"), vocabulary="vanphong.case_file_rights", default="conditional"
    )
    language = schema.TextLine(
        title=_("Language"), required=False, default="Tiếng Việt", max_length=50
    )
    started_on = schema.Date(title=_("Begun on"), required=False)
    ended_on = schema.Date(title=_("Ended on"), required=False)
    paper_location = schema.TextLine(
        title=_("Papers kept at"),
        description=_("Room, shelf and box of the papers; empty when there are none."),
        required=False,
        default="",
        max_length=200,
    )
    keywords = schema.TextLine(title=_("Keywords"), required=False, default="", max_length=200)
    note = schema.Text(title=_("Note"), required=False, default="", max_length=500)
    directives.write_permission(
        title="vanphong.AddRecord",
        retention="vanphong.AddRecord",
        rights="vanphong.AddRecord",
        language="vanphong.AddRecord",
        started_on="vanphong.AddRecord",
        ended_on="vanphong.AddRecord",
        paper_location="vanphong.AddRecord",
        keywords="vanphong.AddRecord",
        note="vanphong.AddRecord",
    )


@record
@implementer(ICaseFile)
class CaseFile(Container):
    """A file of work. Documents are not in it: it holds references to them (``entries``)."""

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    body_uid = ""
    unit_uid = ""
    organ_id = ""
    year = 0
    notation = ""
    #: Retention in years, 0 for permanent.
    years = 0
    rights = "conditional"
    language = "Tiếng Việt"
    maker = ""
    maker_title = ""
    started_on = None
    ended_on = None
    paper_location = ""
    keywords = ""
    note = ""
    list_uid = ""
    line_uid = ""
    heading = ""
    opened_at = None
    opened_by = ""
    #: What keeps it from every change; see the acts of freezing.
    frozen = None
    contents = None
    #: Closing and what follows: see ``closing``, ``archive`` and ``archive_import``.
    closed_at = None
    closed_by = ""
    inventory = None
    imported = None
    construction = False
    kept_back = None
    submission_uid = ""
    archived_at = None
    #: Whether somebody entitled has approved a retention below that of the rules.
    lower_approved = False

    @property
    def code(self):
        """Mã hồ sơ: code of the body, year, number and symbol."""
        return notation.file_code(self.organ_id, self.year, self.notation)

    @property
    def retention(self):
        """The period in words, as Annex VI keeps it (Maintenance)."""
        return retention.period_text(self.years)

    @retention.setter
    def retention(self, value):
        self.years = retention.parse_period(value)

    @property
    def due_year(self):
        """The last year in which it is kept; None for ever, or while it has no end."""
        if self.ended_on is None:
            return None
        return retention.due_year(self.ended_on.year, self.years)


class IFileListFields(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))
    directives.write_permission(title="vanphong.AddRecord")


@record
@implementer(IFileList)
class FileList(Item):
    """The files that a body plans for a year; ``lines`` are frozen values."""

    body_uid = ""
    year = 0
    numbering = "heading"
    lines = ()
    revision = 0
    changed_by = ""
    changed_at = None
    submitted_at = None
    submitted_by = ""
    approved_at = None
    approved_by = ""
    approved_title = ""
    remark = ""
