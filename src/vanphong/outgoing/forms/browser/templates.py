"""Biểu mẫu: the built-in forms and those that the body has brought: ``@@letter-templates``."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import PACKAGE_NAME
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.organisation import directory
from vanphong.outgoing.forms import library
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.rules import FORMS
from vanphong.outgoing.forms.rules import VARIABLES
from vanphong.ui import format as fmt
from zope.i18nmessageid import Message


MANAGE = "vanphong: Manage Office"


def types_said(codes) -> str:
    """Names of the types that a template is for, "" for all."""
    return ", ".join(catalogues.type_name(code) for code in codes)


def body_said(uid: str) -> str:
    """Name of the body that a template is for, "" for all."""
    body = directory.unit(uid)
    return "" if body is None else body.title


def validity(template) -> tuple[str, str]:
    """Tint and words of whether a template is offered today."""
    today = clock.today()
    if template.is_valid(today):
        return "done", _("In use")
    if template.valid_from and template.valid_from > today:
        day = fmt.full_date(template.valid_from)
        return "wait", _("In use from ${day}", mapping={"day": day})
    day = fmt.full_date(template.valid_to)
    return "quiet", _("Out of use since ${day}", mapping={"day": day})


class TemplatesView(BrowserView):
    """Everybody who drafts sees them; administrators bring and retire their own."""

    rail_id = "templates"
    title = _("Letter templates")

    @cached_property
    def folder(self):
        """The folder of the body's own templates."""
        return library.folder()

    @cached_property
    def may_manage(self) -> bool:
        """Whether the person may bring templates."""
        return self.folder is not None and api.user.has_permission(MANAGE, obj=self.folder)

    @property
    def add_url(self) -> str:
        """Where a template is brought."""
        return f"{self.folder.absolute_url()}/@@add-letter-template"

    @property
    def makes_pdf(self) -> bool:
        """Whether the server can make PDFs of letters."""
        return pdf_job.is_possible()

    @cached_property
    def forms(self) -> list[dict]:
        """The built-in forms with their pictures."""
        site = api.portal.get().absolute_url()
        return [
            {
                "title": Message(form.title, PACKAGE_NAME),
                "number": form.number,
                "types": types_said(form.types),
                "url": f"{site}/@@letter-form/{form.code}",
                "picture": f"{site}/@@letter-picture/{form.code}",
            }
            for form in FORMS
        ]

    @property
    def table(self) -> dict:
        """The body's own templates, for the macro ``list_table``."""
        return {
            "caption": _("Templates of your own"),
            "columns": [
                {"title": _("Template")},
                {"title": _("Types of document")},
                {"title": _("Body")},
                {"title": _("State")},
            ],
            "rows": [self._row(one) for one in library.own_templates()],
        }

    def _row(self, template) -> dict:
        tint, word = validity(template)
        return {
            "title": template.title,
            "url": template.absolute_url(),
            "file": template.file.filename,
            "types": types_said(template.document_types),
            "body": body_said(template.body_uid),
            "tint": tint,
            "state": word,
        }

    @property
    def variables(self) -> list[dict]:
        """What may be written into a template, and what it means."""
        return [
            {
                "name": name.removesuffix("[]"),
                "many": name.endswith("[]"),
                "meaning": Message(meaning, PACKAGE_NAME),
            }
            for name, meaning in VARIABLES.items()
        ]
