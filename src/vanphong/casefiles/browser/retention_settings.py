"""How long files are kept, kept by an administrator: ``@@vanphong-retention``."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import settings
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention
from vanphong.documents.rules.catalogue import valid_on
from vanphong.errors import OfficeError
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class RetentionForm(SettingsForm):
    """The table of periods, line by line."""

    schema = ICaseFileSettings
    label = _("Retention periods")
    description = _(
        "A file is proposed the period of the line whose words its title has. Lines are never "
        "deleted once used: give them a last day of validity instead."
    )
    parsers = {"retention_rules": retention.parse_rules}
    heights = {"retention_rules": 24}


class RetentionPage(SettingsPage):
    """The form, and below it the periods in force today."""

    form = RetentionForm
    preview = ViewPageTemplateFile("retention_settings.pt")
    problem = ""

    @cached_property
    def rules(self) -> tuple:
        """Lines in force today; none when they can no longer be read."""
        try:
            return tuple(valid_on(settings.retention_rules(), clock.today()))
        except OfficeError as error:
            self.problem = errors.message(error, self.request)
            return ()

    @property
    def title(self):
        """How many there are."""
        return _("Retention periods in force today: ${n}", mapping={"n": len(self.rules)})

    @property
    def rows(self) -> list[tuple]:
        """The cells of each line; a dash for nothing."""
        return [
            (
                one.code,
                one.group,
                one.title,
                retention.period_text(one.years),
                one.law or "–",
                fmt.full_date(one.valid_to) if one.valid_to else "–",
            )
            for one in self.rules
        ]
