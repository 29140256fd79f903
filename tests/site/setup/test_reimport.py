"""Importing the profile again, as a repair does, changes nothing that is right."""

from plone import api
from plone.app.testing import applyProfile
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.ledger import rebuild
from vanphong.ledger.command import office_objects
import pytest


@pytest.fixture
def again(installed):
    def run():
        installed.portal_setup.runAllImportStepsFromProfile("profile-vanphong:default")

    return run


def test_no_setting_changes(installed, again, settings_of, differences):
    before = settings_of(installed)
    again()
    assert differences(before, settings_of(installed)) == []


@pytest.mark.parametrize(
    ("interface", "name", "value"),
    [
        (ICalendarSettings, "holidays", ["02/09 Quốc khánh", "2024-08-16 Ngày truyền thống"]),
        (ICalendarSettings, "makeup", ["2024-08-24"]),
        (ICalendarSettings, "seasons", ["01/01-31/12 07:30-11:30 13:00-16:30"]),
        (IDocumentSettings, "working_days_to_resolve", 12),
        (IDocumentSettings, "quick_phrases", ["Chuyển Phòng VH&TT."]),
    ],
)
def test_what_an_administrator_has_set_stays(installed, again, interface, name, value):
    api.portal.set_registry_record(name, value, interface=interface)
    again()
    assert api.portal.get_registry_record(name, interface=interface) == value


def test_a_type_of_document_that_was_added_stays(installed, again):
    name = "document_types"
    lines = api.portal.get_registry_record(name, interface=IDocumentSettings)
    mine = [*lines, lines[0].replace(lines[0].split("|")[0].strip(), "cua-rieng", 1)]
    api.portal.set_registry_record(name, mine, interface=IDocumentSettings)
    again()
    assert api.portal.get_registry_record(name, interface=IDocumentSettings) == mine


def test_records_and_units_stay(portal, office):
    before = [one.UID() for one in office.documents()]
    applyProfile(portal, "vanphong:default")
    assert [one.UID() for one in office.documents()] == before
    assert len(portal["to-chuc"].objectIds()) == 1
    assert rebuild.check(office_objects(portal)) == []
    assert office.register().arrival_number


def test_the_sample_is_not_made_twice(portal, office):
    before = len(office.documents())
    applyProfile(portal, "vanphong:sample")
    assert len(office.documents()) == before
