"""Letter templates: their types, their workflow, the folder that they are kept in."""

from plone import api
from plone.dexterity.utils import createContent
from vanphong.outgoing.forms import library
from vanphong.upgrades import bring


#: Workflow -> types that follow it.
WORKFLOWS = {"letter_template_workflow": ("LetterTemplates", "LetterTemplate")}


def letter_templates(tool):
    """Add what is new to the profile, and the folder. It may run again: what is there stays."""
    bring(tool, "typeinfo", "controlpanel", workflows=WORKFLOWS)
    portal = api.portal.get()
    if library.PLACE not in portal:
        folder = createContent("LetterTemplates", title="Biểu mẫu")
        folder.id = library.PLACE
        portal._setObject(library.PLACE, folder)
