"""Installing by the add-ons control panel."""

from plone import api
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.calendars.settings import work_calendar
from vanphong.documents import catalogues
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.interfaces import IVanPhongLayer
from xml.etree import ElementTree
from zope.component import getMultiAdapter
from zope.component import getUtility


TYPES = {"Organisation", "Unit", "Register", "RecordsFolder", "IncomingDocument", "Directive"}
ROLES = {
    "Records Clerk",
    "Office Chief",
    "Unit Head",
    "Directing Leader",
    "Handler",
    "Document Reader",
    "TeamMember",
}


def test_the_control_panel_offers_it(installer):
    assert not installer.is_product_installed("vanphong")
    assert installer.is_product_installable("vanphong")
    assert installer.get_install_profiles("vanphong")[0] == "vanphong:default"
    assert installer.get_uninstall_profile("vanphong")["id"] == "vanphong:uninstall"


def test_the_control_panel_shows_one_entry_with_its_version(site, request_):
    view = getMultiAdapter((site, request_), name="prefs_install_products_form")
    (offered,) = [one for one in view.get_available() if one["id"] == "vanphong"]
    assert offered["version"] == "1.0.0"
    assert offered["title"] == "Văn phòng điện tử (vanphong)"


def test_the_version_of_the_profile_is_shown(installed, installer, root):
    tree = ElementTree.parse(root / "profiles/default/metadata.xml")  # noqa: S314
    version = tree.findtext("version")
    info = installer.upgrade_info("vanphong")
    assert (info["installedVersion"], info["newVersion"]) == (version, version)
    assert not info["available"]
    assert info["hasProfile"]


def test_neither_the_sample_nor_the_removal_is_offered_as_an_add_on(site, request_):
    view = getMultiAdapter((site, request_), name="prefs_install_products_form")
    hidden = {"vanphong:sample", "vanphong:uninstall"}
    for addon in view.marshall_addons().values():
        assert not hidden & {profile["id"] for profile in addon["other_profiles"]}


def test_what_it_needs_is_installed_with_it(installed, installer):
    assert installer.is_product_installed("vanphong")
    assert installer.is_product_installed("collective.workspace")
    assert installer.is_product_installed("plone.restapi")


def test_the_layer(installed):
    assert IVanPhongLayer in registered_layers()


def test_types_and_roles(installed):
    assert set(installed.portal_types.objectIds()) >= TYPES
    assert set(installed.valid_roles()) >= ROLES


def test_the_places_are_empty_and_of_their_kind(installed):
    assert installed["to-chuc"].portal_type == "Organisation"
    assert installed["van-ban"].portal_type == "RecordsFolder"
    assert [*installed["to-chuc"].objectIds(), *installed["van-ban"].objectIds()] == []
    assert api.content.get_state(installed["van-ban"]) == "kept"


def test_the_catalogues_are_filled(installed):
    assert len(catalogues.document_types()) >= 29
    assert catalogues.fields()
    assert catalogues.setting("working_days_to_resolve") == 7
    assert work_calendar().seasons
    assert work_calendar().holidays


def test_every_setting_has_a_record(installed):
    registry = getUtility(IRegistry)
    for interface in (ICalendarSettings, IDocumentSettings):
        registry.forInterface(interface, check=True)


def test_the_control_panels(installed):
    panels = {one.id: one for one in installed.portal_controlpanel.listActions()}
    for name in ("vanphong-calendar", "vanphong-documents"):
        assert panels[name].permissions == ("vanphong: Manage Office",)


def test_a_site_without_it_shows_nothing_of_it(site):
    assert IVanPhongLayer not in registered_layers()
    assert not TYPES & set(site.portal_types.objectIds())
    assert "to-chuc" not in site


def test_a_team_has_the_functions_of_a_unit(installed):
    groups = api.portal.get_registry_record("collective.workspace.available_groups")
    assert {name: set(roles) for name, roles in groups.items()} == {
        "Leaders": {"Unit Head", "Reader", "TeamMember"},
        "Clerks": {"Records Clerk", "Reader", "TeamMember"},
        "Appraisers": {"Reader", "TeamMember"},
        "Archivists": {"Reader", "TeamMember"},
        "Members": {"Reader", "TeamMember"},
    }
