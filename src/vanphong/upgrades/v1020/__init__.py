"""Route templates: their types, workflow and permissions, and those that an office begins with."""

from plone import api
from vanphong.setuphandlers import make_routes


PROFILE = "profile-vanphong:default"


def route_templates(tool):
    """Add what is new to the profile, and the folder with its templates.

    It may run again: templates that are there stay as they are. Documents on their way go on
    without a plan, as they began.
    """
    for step in ("typeinfo", "workflow", "rolemap"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    make_routes(api.portal.get())
