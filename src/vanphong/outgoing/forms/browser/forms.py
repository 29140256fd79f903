"""Bringing a template, replacing its file, taking it out of use."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.organisation.interfaces import IOrganisation
from vanphong.organisation.rules import BODIES
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms.docx import TEMPLATE
from vanphong.ui.browser.form import OfficeForm


class TemplateForm(OfficeForm):
    """What the forms have in common."""

    rail_id = "templates"
    page_class = "vp-narrow"
    takes_file = True
    notice = ""

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        url = f"{api.portal.get().absolute_url()}/@@letter-templates"
        return [{"title": _("Letter templates"), "url": url}]

    @property
    def send_bar(self) -> dict:
        """The act, and the way back."""
        back = {"url": self.next_url(), "title": _("Back"), "kind": "text"}
        return {"acts": [{"kind": "work", "primary": True, **self.button}, back]}

    @property
    def file_drop(self) -> dict:
        """For the macro of that name."""
        return {
            "name": "file",
            "accept": ".docx",
            "max_bytes": TEMPLATE.size,
            "required": True,
            "help": _("A Word document (DOCX) with placeholders such as {{ subject }}."),
        }

    def sent(self):
        """The file that was sent.

        :raises InvalidInput: when there is none.
        """
        file = self.upload("file")
        if file is None:
            raise InvalidInput(mark("Choose the file of the template."), field="file")
        return file.filename, file


class AddForm(TemplateForm):
    """Bring a template."""

    title = _("Bring a template")
    subtitle = ""
    notice = _(
        "The template is tried with an invented letter before it is kept. What is more than "
        "placeholders, conditions and lists is refused, as are macros and links to elsewhere."
    )
    button = {"value": "add", "title": _("Keep the template"), "icon": "check"}
    made = None

    @cached_property
    def fields(self) -> list[dict]:
        """Name, types, body, dates."""
        types = [(code, one.name) for code, one in catalogues.document_types().items()]
        return [
            {"name": "title", "label": _("Name"), "width": 12, "required": True, "maxlength": 120},
            {
                "name": "document_types",
                "label": _("Types of document"),
                "kind": "checks",
                "width": 12,
                "options": types,
                "value": (),
                "help": _("None for all types."),
            },
            {
                "name": "body_uid",
                "label": _("Body"),
                "kind": "select",
                "width": 6,
                "options": [("", self._said(_("all"))), *self._bodies()],
            },
            {"name": "valid_from", "label": _("Valid from"), "kind": "date", "width": 3},
            {"name": "valid_to", "label": _("Valid until"), "kind": "date", "width": 3},
        ]

    def _said(self, message) -> str:
        return api.portal.translate(message)

    def _bodies(self) -> list[tuple[str, str]]:
        site = api.portal.get()
        found = []
        for place in site.objectValues():
            if IOrganisation.providedBy(place):
                tops = [directory.info(unit) for unit in place.objectValues()]
                inner = [one for unit in place.objectValues() for one in directory.subunits(unit)]
                found += [one for one in (*tops, *inner) if one.kind in BODIES]
        return [(one.uid, one.title) for one in found if one.exists_on(clock.today())]

    def _day(self, name: str):
        return read_date(self.text(name), name) if self.text(name) else None

    def act(self):
        """Keep it."""
        name, file = self.sent()
        self.made = actions.add_template(
            self.context,
            self.text("title"),
            name,
            file,
            document_types=tuple(self.texts("document_types")),
            body_uid=self.text("body_uid"),
            valid_from=self._day("valid_from"),
            valid_to=self._day("valid_to"),
        )
        return _("The template “${title}” is in use.", mapping={"title": self.made.title})

    def next_url(self) -> str:
        """The new template, before that the list."""
        return self.crumbs[0]["url"] if self.made is None else self.made.absolute_url()


class ReplaceForm(TemplateForm):
    """Replace the file of a template."""

    title = _("Replace the file")
    notice = _("Drafts that were made from the old file stay as they are.")
    button = {"value": "replace", "title": _("Replace the file"), "icon": "check"}
    fields = ()

    @property
    def subtitle(self) -> str:
        """Name of the template."""
        return self.context.title

    def act(self):
        """Replace it."""
        actions.replace_template(self.context, *self.sent())
        return _("The file was replaced.")


class RetireForm(TemplateForm):
    """Take a template out of use."""

    title = _("Take out of use")
    notice = _("It is kept, and offered to nobody after its last day.")
    button = {"value": "retire", "title": _("Take out of use"), "icon": "x"}
    takes_file = False

    @property
    def subtitle(self) -> str:
        """Name of the template."""
        return self.context.title

    @property
    def fields(self) -> list[dict]:
        """The last day."""
        label = _("Last day")
        value = f"{clock.today():%d/%m/%Y}"
        return [{"name": "valid_to", "label": label, "kind": "date", "width": 4, "value": value}]

    def act(self):
        """Retire it."""
        day = read_date(self.text("valid_to"), "valid_to") if self.text("valid_to") else None
        actions.retire_template(self.context, day)
        return _("The template is out of use after its last day.")
