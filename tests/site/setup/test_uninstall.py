"""Uninstalling takes away what installing brought, and no record."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.browserlayer.utils import registered_layers
from plone.testing import zope
from Products.CMFPlone.utils import get_installer
from vanphong.interfaces import IVanPhongLayer
import pytest


#: What vanphong needs stays, for others may need it too.
NEEDS = ("plone.restapi", "collective.workspace")


@pytest.fixture
def before(site, installer, settings_of):
    """The settings of the site with what vanphong needs, but without vanphong."""
    for product in NEEDS:
        installer.install_product(product, allow_hidden=True)
    return settings_of(site)


def test_nothing_is_left_in_the_settings(before, site, installer, settings_of, differences):
    installer.install_product("vanphong")
    installer.uninstall_product("vanphong")
    assert differences(before, settings_of(site)) == []


@pytest.fixture
def removed(site, installer):
    installer.install_product("vanphong")
    installer.uninstall_product("vanphong")
    return site


def test_it_can_be_installed_again(removed, installer):
    assert installer.install_product("vanphong")
    assert installer.is_product_installed("vanphong")
    assert "Records Clerk" in removed.valid_roles()
    assert "to-chuc" in removed


def test_it_counts_as_not_installed(removed, installer):
    assert not installer.is_product_installed("vanphong")
    assert installer.is_product_installable("vanphong")
    assert IVanPhongLayer not in registered_layers()


def test_the_empty_places_are_gone(removed):
    assert "to-chuc" not in removed
    assert "van-ban" not in removed


def test_types_workflows_and_their_bindings_are_gone(removed):
    for tool in (removed.portal_types, removed.portal_workflow):
        ours = ("Organisation", "Unit", "Register", "Records", "Incoming", "Directive")
        found = [name for name in tool.objectIds() if name.startswith(ours)]
        assert found == []
    workflows = removed.portal_workflow
    assert not [name for name in workflows._chains_by_type if "Directive" in name]
    assert not [name for name in workflows.objectIds() if name.startswith("incoming_")]


def test_roles_and_permissions_are_as_they_were(removed):
    assert "Records Clerk" not in removed.valid_roles()
    assert "Document Reader" not in removed.valid_roles()
    assert "Records Clerk" not in removed.acl_users.portal_role_manager.listRoleIds()
    assert not [name for name in vars(removed) if name.startswith("_vanphong")]


def test_a_team_has_the_functions_that_collective_workspace_gives_it(removed):
    groups = api.portal.get_registry_record("collective.workspace.available_groups")
    assert set(groups) == {"Members", "Guests", "Admins"}


def test_no_setting_of_ours_is_left(removed):
    assert not [name for name in removed.portal_registry.records if name.startswith("vanphong")]


def test_what_holds_records_stays_for_its_owner(portal, running, office):
    path = "/".join(office.document("1210/UBND-VX").getPhysicalPath())
    zope.login(running["app"]["acl_users"], SITE_OWNER_NAME)
    get_installer(portal, portal.REQUEST).uninstall_product("vanphong")
    assert portal.unrestrictedTraverse(path).subject
    assert len(portal["to-chuc"].objectIds()) == 1
    assert "Records Clerk" not in portal.valid_roles()
