"""Upgrade steps, one folder per profile version (``vNNNN``)."""

from plone import api
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from Products.GenericSetup.interfaces import IBody
from zope.component import getMultiAdapter


PROFILE = "profile-vanphong:default"


def bring(tool, *steps, workflows=None):
    """Import some steps of the profile; it may run again.

    Importing the step ``workflow`` would write over what administrators have changed, so here
    a workflow is made only if it is not there yet, and given to its types.

    :param workflows: id of a workflow -> the types that follow it.
    """
    for step in steps:
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    known = api.portal.get_tool("portal_workflow")
    profile = tool._getImportContext(PROFILE)
    for name, types in (workflows or {}).items():
        if name not in known.objectIds():
            known._setObject(name, DCWorkflowDefinition(name))
            body = getMultiAdapter((known[name], profile), IBody)
            body.body = profile.readDataFile(f"workflows/{name}/definition.xml")
        known.setChainForPortalTypes(types, (name,))
