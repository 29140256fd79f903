"""What may be attached and how it is checked, kept by an administrator: ``@@vanphong-files``."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.attachments import rules
from vanphong.attachments import scanner
from vanphong.attachments import settings
from vanphong.attachments.interfaces import IFileSettings
from vanphong.errors import OfficeError
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class FilesForm(SettingsForm):
    """Scanner, kinds and sizes."""

    schema = IFileSettings
    label = _("Files and virus scanner")
    description = _("The same holds for every way in: forms, REST, e-mail, exchange and import.")
    parsers = {"kinds": rules.parse_kinds}
    heights = {"kinds": 18}


class FilesPage(SettingsPage):
    """The form, and below it the kinds in force and what the scanner says."""

    form = FilesForm
    preview = ViewPageTemplateFile("settings.pt")
    problem = ""

    @cached_property
    def scanner(self) -> str:
        """What answers at the socket; "" for nobody."""
        return scanner.version()

    @property
    def address(self) -> str:
        """Where it is asked."""
        return scanner.address() or "–"

    @cached_property
    def kinds(self) -> list[dict]:
        """The kinds that are accepted; none when their lines can no longer be read."""
        try:
            found = settings.policy().kinds.values()
        except OfficeError as error:
            self.problem = errors.message(error, self.request)
            return []
        return [{"label": one.label, "extension": one.extension, "mime": one.mime} for one in found]

    @property
    def largest(self) -> str:
        """The largest file in words."""
        return fmt.size(settings.policy().max_size)
