"""Delegations, and appraisers in the Office: their type, their workflow, their groups."""

from vanphong.organisation.rules import APPRAISERS
from vanphong.upgrades import add_function
from vanphong.upgrades import bring


def organisation_with_authority(tool):
    """Add what is new to the profile, and the new group to the units that exist.

    It may run again: what is there stays.
    """
    bring(tool, "typeinfo", workflows={"delegation_workflow": ("Delegation",)})
    add_function(APPRAISERS)
