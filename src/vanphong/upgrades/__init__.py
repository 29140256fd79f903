"""Upgrade steps, one folder per profile version (``vNNNN``)."""

from collective.workspace.pas import add_group
from plone import api
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from Products.GenericSetup.interfaces import IBody
from vanphong.organisation.rules import token
from vanphong.setuphandlers import know_roles
from zope.component import getMultiAdapter


PROFILE = "profile-vanphong:default"

#: The functions that a team may have; administrators add their own.
GROUPS = "collective.workspace.available_groups"


def bring(tool, *steps, workflows=None):
    """Import some steps of the profile; it may run again.

    Importing the step ``workflow`` would write over what administrators have changed, so here
    a workflow is made only if it is not there yet, and given to its types. Functions that they
    have added to the teams stay.

    :param workflows: id of a workflow -> the types that follow it.
    """
    functions = dict(api.portal.get_registry_record(GROUPS))
    for step in steps:
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    if "rolemap" in steps:
        know_roles(api.portal.get())
    functions = {**api.portal.get_registry_record(GROUPS), **functions}
    api.portal.set_registry_record(GROUPS, functions)
    known = api.portal.get_tool("portal_workflow")
    profile = tool._getImportContext(PROFILE)
    for name, types in (workflows or {}).items():
        if name not in known.objectIds():
            known._setObject(name, DCWorkflowDefinition(name))
            body = getMultiAdapter((known[name], profile), IBody)
            body.body = profile.readDataFile(f"workflows/{name}/definition.xml")
        known.setChainForPortalTypes(types, (name,))


def add_function(name):
    """Give a new function to the teams, and its group to the units that exist."""
    functions = dict(api.portal.get_registry_record(GROUPS))
    if name not in functions:
        functions[name] = ("Reader", "TeamMember")
        api.portal.set_registry_record(GROUPS, functions)
    for brain in api.content.find(portal_type="Unit", unrestricted=True):
        unit = brain._unrestrictedGetObject()
        add_group(token(name, unit.UID()), f"{name}: {unit.Title()}")
