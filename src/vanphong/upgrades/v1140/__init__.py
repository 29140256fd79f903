"""The public portal: settings, the type of publications, its folder and its permissions."""

from plone import api
from vanphong.setuphandlers import make_publications
from vanphong.upgrades import bring


STEPS = ("rolemap", "plone.app.registry", "typeinfo", "controlpanel")

#: Workflow -> types that follow it.
WORKFLOWS = {"records_workflow": ("Publications", "Publication")}


def portal(tool):
    """Bring what the profile says of the portal, and make the folder.

    It may run again.
    """
    bring(tool, *STEPS, workflows=WORKFLOWS)
    make_publications(api.portal.get())
