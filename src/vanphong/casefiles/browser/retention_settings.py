"""How long files are kept, kept by an administrator: ``@@vanphong-retention``."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import settings
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import retention_table as table
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

    @cached_property
    def replaced(self) -> int:
        """How many of them name a source that is no longer in force."""
        today = clock.today()
        return sum(table.replaced(one.law, today) is not None for one in self.rules)

    @cached_property
    def custom(self) -> int:
        """How many of them name no law."""
        return sum(table.is_custom(one.law) for one in self.rules)

    @property
    def rows(self) -> list[dict]:
        """Each line: its cells, and what is to be known of its source."""
        return [self._row(one) for one in self.rules]

    def _row(self, one) -> dict:
        source = table.replaced(one.law, clock.today())
        told = None
        if source is not None:
            named = {"law": source.replaced_by, "day": fmt.full_date(source.until)}
            told = _("in force until ${day}, replaced by ${law}", mapping=named)
        return {
            "cells": (one.code, one.group, one.title, retention.period_text(one.years)),
            "law": one.law or "–",
            "told": told,
            "since": fmt.full_date(one.valid_from) if one.valid_from else "–",
            "until": fmt.full_date(one.valid_to) if one.valid_to else "–",
        }
