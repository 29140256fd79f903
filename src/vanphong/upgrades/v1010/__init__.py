"""Delegations, and appraisers in the Office: their type, their workflow, their groups."""

from collective.workspace.pas import add_group
from plone import api
from vanphong.organisation.rules import APPRAISERS
from vanphong.organisation.rules import token


PROFILE = "profile-vanphong:default"

GROUPS = "collective.workspace.available_groups"


def organisation_with_authority(tool):
    """Add what is new to the profile, and the new group to the units that exist.

    It may run again: what is there stays. Functions that an administrator has added to the
    teams are kept, too.
    """
    for step in ("typeinfo", "workflow"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    groups = dict(api.portal.get_registry_record(GROUPS))
    if APPRAISERS not in groups:
        groups[APPRAISERS] = ("Reader", "TeamMember")
        api.portal.set_registry_record(GROUPS, groups)
    for brain in api.content.find(portal_type="Unit", unrestricted=True):
        unit = brain._unrestrictedGetObject()
        add_group(token(APPRAISERS, unit.UID()), f"{APPRAISERS}: {unit.Title()}")
