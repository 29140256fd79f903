"""One template of a body: its picture, what its form lacks, and what may be done with it."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import PACKAGE_NAME
from vanphong import _
from vanphong.attachments import previews
from vanphong.errors import OfficeError
from vanphong.outgoing.forms import library
from vanphong.outgoing.forms.accept import accept_template
from vanphong.outgoing.forms.browser.templates import MANAGE
from vanphong.outgoing.forms.browser.templates import body_said
from vanphong.outgoing.forms.browser.templates import types_said
from vanphong.outgoing.forms.browser.templates import validity
from vanphong.outgoing.forms.rules import Finding
from vanphong.ui import errors
from vanphong.ui import format as fmt
from zope.i18n import translate
from zope.i18nmessageid import Message


TINTS = {"error": "bad", "warning": "warn", "unread": "wait", "ok": "done"}


def said(finding: Finding, request) -> str:
    """A finding in the language of the request."""
    mapping = {
        name: translate(Message(value, PACKAGE_NAME), context=request)
        for name, value in finding.mapping.items()
    }
    return translate(Message(finding.text, PACKAGE_NAME, mapping=mapping), context=request)


class TemplateView(BrowserView):
    """``view`` of a template."""

    rail_id = "templates"
    problem = ""

    @property
    def title(self) -> str:
        """Its name."""
        return self.context.title

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        url = f"{api.portal.get().absolute_url()}/@@letter-templates"
        return [{"title": _("Letter templates"), "url": url}]

    @cached_property
    def state(self) -> tuple[str, str]:
        """Tint and words of whether it is offered."""
        return validity(self.context)

    @property
    def facts(self) -> list[dict]:
        """For the macro of that name."""
        template = self.context
        file = template.file
        day = template.valid_from
        facts = (
            (_("Types of document"), types_said(template.document_types) or _("all")),
            (_("Body"), body_said(template.body_uid) or _("all")),
            (_("Valid from"), fmt.full_date(day) if day else ""),
            (_("File"), f"{file.filename} · {fmt.size(file.size)}"),
            (_("Brought by"), file.added_by),
        )
        return [{"term": term, "value": value} for term, value in facts if value]

    @cached_property
    def findings(self) -> list[dict]:
        """What the check of the form finds in the example, beside what is in order."""
        try:
            letter = library.example_for(self.context.document_types)
            found = accept_template(self.context.data, letter).findings
        except OfficeError as error:
            self.problem = errors.message(error, self.request)
            return []
        return [
            {
                "tint": TINTS[one.severity],
                "text": said(one, self.request),
                "where": one.where,
                "article": one.article,
            }
            for one in found
            if one.severity != "ok"
        ]

    @property
    def viewer(self) -> dict:
        """The example, for the macro of that name; no pages without LibreOffice."""
        url, example = self.context.absolute_url(), self.context.attachments[1]
        pages = []
        if previews.is_drawable(example):
            pages = [{"url": f"{url}/@@page/{example.uid}/1", "width": 210, "height": 297}]
        return {
            "id": "example",
            "pages": pages,
            "title": _("Filled in with an example"),
            "download": f"{url}/@@file/{example.uid}",
        }

    @property
    def acts(self) -> list[dict]:
        """What this person may do."""
        url = self.context.absolute_url()
        acts = [
            {
                "title": _("Download the template"),
                "icon": "dl",
                "url": f"{url}/@@file/{self.context.file.uid}",
            }
        ]
        if api.user.has_permission(MANAGE, obj=self.context):
            acts += [
                {
                    "title": _("Replace the file"),
                    "icon": "upload",
                    "url": f"{url}/@@replace-letter-template",
                },
                {
                    "title": _("Take out of use"),
                    "icon": "x",
                    "url": f"{url}/@@retire-letter-template",
                },
            ]
        return acts
