"""Route templates: their types, workflow and permissions, and those that an office begins with."""

from plone import api
from vanphong.setuphandlers import make_routes
from vanphong.upgrades import bring


#: Workflow -> types that follow it.
WORKFLOWS = {"routes_workflow": ("RouteTemplates", "RouteTemplate")}


def route_templates(tool):
    """Add what is new to the profile, and the folder with its templates.

    It may run again: templates that are there stay as they are. Documents on their way go on
    without a plan, as they began.
    """
    bring(tool, "typeinfo", "rolemap", workflows=WORKFLOWS)
    make_routes(api.portal.get())
