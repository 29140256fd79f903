"""When files are given up to the archive, kept by an administrator: ``@@vanphong-archive``."""

from vanphong import _
from vanphong.casefiles.archive_settings import IArchiveSettings
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


class ArchiveForm(SettingsForm):
    """The terms."""

    schema = IArchiveSettings
    label = _("Submission to the archive")
    description = _("Decree 30/2020, Article 30; change them when the law changes.")


class ArchiveSettingsPage(SettingsPage):
    """The form alone."""

    form = ArchiveForm
    preview = ""
