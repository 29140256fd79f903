"""Files are scanned, read and drawn: settings, permissions, and the files that are there."""

from plone import api
from vanphong.attachments import rules
from vanphong.attachments.interfaces import IFileSettings
from vanphong.attachments.old_files import put


PROFILE = "profile-vanphong:default"


def files_are_read(tool):
    """Add what is new to the profile, and have the files that exist read in the background.

    It may run again: what an administrator has set stays.
    """
    for step in ("rolemap", "plone.app.registry", "controlpanel"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    if not api.portal.get_registry_record("kinds", interface=IFileSettings, default=None):
        kinds = list(rules.format_kinds(rules.KINDS))
        api.portal.set_registry_record("kinds", kinds, interface=IFileSettings)
    put()
