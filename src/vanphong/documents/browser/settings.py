"""The catalogues of the documents, kept by an administrator: ``@@vanphong-documents``."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents import rules
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.errors import OfficeError
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class CataloguesForm(SettingsForm):
    """Types, fields, quick phrases and the usual time limit."""

    schema = IDocumentSettings
    label = _("Document catalogues")
    description = _(
        "Entries are never deleted once used: give them a last day of validity instead."
    )
    parsers = {"document_types": rules.parse_document_types, "fields": rules.parse_fields}
    heights = {"document_types": 20, "fields": 14, "quick_phrases": 8}


class CataloguesPage(SettingsPage):
    """The form, and below it the entries in force today."""

    form = CataloguesForm
    preview = ViewPageTemplateFile("catalogues.pt")
    problem = ""

    @cached_property
    def today(self) -> str:
        """The day for which the tables hold."""
        return fmt.full_date(clock.today())

    @cached_property
    def tables(self) -> list[dict]:
        """Both catalogues; none when their lines can no longer be read."""
        try:
            types, fields = catalogues.document_types(), catalogues.fields()
        except OfficeError as error:
            self.problem = errors.message(error, self.request)
            return []
        return [
            {
                "title": _("Types of document in force today: ${n}", mapping={"n": len(types)}),
                "columns": (
                    _("Code"),
                    _("Name"),
                    _("Abbreviation"),
                    _("SIP code"),
                    _("edXML number"),
                    _("Valid until"),
                ),
                "rows": [
                    _row(one.code, one.name, one.abbreviation, one.sip_code, one.edxml_no, one)
                    for one in types.values()
                ],
            },
            {
                "title": _("Fields of work in force today: ${n}", mapping={"n": len(fields)}),
                "columns": (_("Code"), _("Name"), _("Valid until")),
                "rows": [_row(one.code, one.name, one) for one in fields.values()],
            },
        ]


def _row(*values) -> list[str]:
    """The cells of an entry, the last of which is its last day; a dash for nothing."""
    *cells, entry = values
    until = fmt.full_date(entry.valid_to) if entry.valid_to else None
    return ["–" if one in ("", None) else str(one) for one in (*cells, until)]
