"""What is declared of permissions, roles and workflows, and what is bound to what."""

from importlib import import_module
from pkgutil import walk_packages
from plone import api
from vanphong.ledger.acts import ACTS
from xml.etree import ElementTree
from zope.component import getUtilitiesFor
from zope.security.interfaces import IPermission
import pytest
import vanphong


#: Permissions of Plone that acts of ours ask for. View is that of ``pass_stage``, which then
#: asks whether the transition names a function of the person.
OF_PLONE = {"Modify portal content", "View"}


@pytest.fixture(scope="module")
def profile(root):
    return root / "profiles" / "default"


def declared(root):
    """Titles in permissions.zcml."""
    tree = ElementTree.parse(root / "src/vanphong/permissions.zcml")  # noqa: S314
    return {one.get("title") for one in tree.iter("{http://namespaces.zope.org/zope}permission")}


def in_rolemap(profile):
    tree = ElementTree.parse(profile / "rolemap.xml")  # noqa: S314
    return {one.get("name") for one in tree.iter("permission")}


def test_every_permission_has_its_line_in_the_rolemap(root, profile):
    assert declared(root) == in_rolemap(profile)


def test_no_permission_is_declared_elsewhere(root, portal):
    found = {
        permission.title
        for name, permission in getUtilitiesFor(IPermission)
        if name.startswith("vanphong.")
    }
    assert found == declared(root)


def test_a_permission_of_ours_comes_from_no_role_that_acquires_it(profile, root):
    tree = ElementTree.parse(profile / "rolemap.xml")  # noqa: S314
    assert {one.get("acquire") for one in tree.iter("permission")} == {"False"}


def all_acts():
    """Every act, whatever feature it belongs to."""
    for module in walk_packages(vanphong.__path__, "vanphong."):
        if module.name.split(".")[-1] == "actions":
            import_module(module.name)
    return ACTS


def test_every_act_asks_for_a_permission_of_ours(root):
    acts = all_acts()
    assert len(acts) >= 18
    for name, act in acts.items():
        assert act.permission in declared(root) | OF_PLONE, name


def test_every_act_says_what_it_does(root):
    for name, act in all_acts().items():
        assert (act.__doc__ or "").strip(), name


def workflows(profile):
    return sorted(path.name for path in (profile / "workflows").iterdir())


def test_the_folder_of_a_workflow_is_named_for_it(profile):
    for name in workflows(profile):
        tree = ElementTree.parse(profile / "workflows" / name / "definition.xml")  # noqa: S314
        assert tree.getroot().get("workflow_id") == name


def test_every_workflow_is_installed_and_bound_to_a_type(profile, portal):
    tool = portal.portal_workflow
    chains = {fti.getId(): tool.getChainForPortalType(fti.getId()) for fti in types(portal)}
    for name in workflows(profile):
        assert name in tool.objectIds()
        assert any(chain == (name,) for chain in chains.values()), name


def types(portal):
    return [fti for fti in portal.portal_types.objectValues() if is_ours(fti)]


def is_ours(fti):
    return getattr(fti, "klass", "").startswith("vanphong.")


def test_every_type_of_ours_has_a_workflow_of_ours(profile, portal):
    for fti in types(portal):
        (name,) = portal.portal_workflow.getChainForPortalType(fti.getId())
        assert name in workflows(profile), fti.getId()


def test_every_workflow_says_who_may_look_and_who_may_edit(profile, portal):
    for name in workflows(profile):
        workflow = portal.portal_workflow[name]
        assert {"View", "Access contents information", "Modify portal content"} <= set(
            workflow.permissions
        )
        for state in workflow.states.objectValues():
            assert set(state.permission_roles) == set(workflow.permissions), state.getId()
            for permission, roles in state.permission_roles.items():
                # a list would acquire
                assert isinstance(roles, tuple), f"{name} {state.getId()} {permission}"
                assert "Anonymous" not in roles
                assert "Authenticated" not in roles


def test_no_state_can_be_left_that_has_no_name_in_vietnamese(profile, portal):
    for name in workflows(profile):
        workflow = portal.portal_workflow[name]
        for one in (*workflow.states.objectValues(), *workflow.transitions.objectValues()):
            assert one.title.strip(), one.getId()


def test_no_type_of_ours_can_be_added_by_a_form_everywhere(portal):
    for fti in types(portal):
        assert not fti.global_allow, fti.getId()


def test_nobody_holds_the_permission_to_add_a_record(portal):
    found = {
        one["name"] for one in portal.rolesOfPermission("vanphong: Add Record") if one["selected"]
    }
    assert found == set()


def test_a_manager_has_no_view_on_a_document(office):
    for document in office.documents():
        with api.env.adopt_user(username="admin"):
            assert not api.user.has_permission("View", obj=document), document.getId()
