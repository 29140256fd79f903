"""Until when units propose and when is reminded of meetings: ``@@vanphong-schedules``."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.schedules import rules
from vanphong.schedules.interfaces import IScheduleSettings
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class SchedulesForm(SettingsForm):
    """The cut-off, the banner, and reminders of meetings."""

    schema = IScheduleSettings
    parsers = {"remind_before": lambda value: rules.read_hours(value or "")}
    label = _("Work schedules")
    description = _("Rooms and reception days are kept by the Office, in the schedule itself.")


class SchedulesPage(SettingsPage):
    """The form."""

    form = SchedulesForm
    preview = ViewPageTemplateFile("settings.pt")
