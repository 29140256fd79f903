"""Until when units propose, kept by an administrator: ``@@vanphong-schedules``."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.schedules.interfaces import IScheduleSettings
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class SchedulesForm(SettingsForm):
    """The cut-off and the banner."""

    schema = IScheduleSettings
    label = _("Work schedules")
    description = _("Rooms and reception days are kept by the Office, in the schedule itself.")


class SchedulesPage(SettingsPage):
    """The form."""

    form = SchedulesForm
    preview = ViewPageTemplateFile("settings.pt")
