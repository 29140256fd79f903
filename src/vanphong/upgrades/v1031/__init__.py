"""Letter templates: their types, their workflow, the folder that they are kept in."""

from plone import api
from plone.dexterity.utils import createContent
from vanphong.outgoing.forms import library


PROFILE = "profile-vanphong:default"


def letter_templates(tool):
    """Add what is new to the profile, and the folder. It may run again: what is there stays."""
    for step in ("typeinfo", "workflow", "controlpanel"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    portal = api.portal.get()
    if library.PLACE not in portal:
        folder = createContent("LetterTemplates", title="Biểu mẫu")
        folder.id = library.PLACE
        portal._setObject(library.PLACE, folder)
