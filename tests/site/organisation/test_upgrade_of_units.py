"""Units of an older version get what ranks, appraisers and delegations need."""

from plone import api
from vanphong.organisation import directory
from vanphong.organisation.rules import token
from vanphong.upgrades import GROUPS
from vanphong.upgrades.v1010 import organisation_with_authority


def test_units_and_the_profile_of_an_older_version(office, portal):
    groups = dict(api.portal.get_registry_record(GROUPS))
    del groups["Appraisers"]
    api.portal.set_registry_record(GROUPS, {**groups, "Guests": ("Reader",)})
    appraisers = token("Appraisers", office.uid("vp"))
    portal.acl_users.workspace_groups.removeGroup(appraisers)
    before = [one.rank for one in directory.people(office.body)]
    portal.portal_types._delObject("Delegation")

    for _twice in range(2):
        organisation_with_authority(portal.portal_setup)

    found = api.portal.get_registry_record(GROUPS)
    assert set(found) == {"Leaders", "Clerks", "Members", "Guests", "Appraisers", "Archivists"}
    assert api.group.get(appraisers) is not None
    assert "Delegation" in portal.portal_types
    assert portal.portal_workflow.getChainForPortalType("Delegation") == ("delegation_workflow",)
    assert [one.rank for one in directory.people(office.body)] == before
