"""Records are in Plone's catalogue to be found by UID and path, and by nobody's search."""

from plone import api
from Products.CMFCore.indexing import processQueue
from tests.office import as_user
from vanphong.documents.content import INDEXES
import pytest


RECORDS = ("IncomingDocument", "Directive", "RecordsFolder")


@pytest.fixture
def catalog(portal):
    return portal.portal_catalog


@pytest.fixture
def letter(office):
    found = office.assigned()
    processQueue()
    return found


def brains(catalog, **query):
    return catalog.unrestrictedSearchResults(**query)


def check_indexes(catalog):
    for portal_type in RECORDS:
        found = brains(catalog, portal_type=portal_type)
        assert found
        for brain in found:
            data = catalog.getIndexDataForRID(brain.getRID())
            filled = {name for name, value in data.items() if value not in (None, "", [], ())}
            # what has no dates is always in its range
            assert filled <= {*INDEXES, "effectiveRange"}, brain.getPath()
            assert not data.get("allowedRolesAndUsers")


def test_a_record_is_in_no_index_but_those_that_it_needs(catalog, letter):
    check_indexes(catalog)


@pytest.mark.parametrize("user", ["admin", "vanthu", "chutich", "cv1-vhtt", "chanhvp", ""])
def test_no_search_of_plone_finds_a_record(catalog, letter, user):
    with as_user(user):
        for portal_type in RECORDS:
            assert not catalog.searchResults(portal_type=portal_type)
            assert not api.content.find(portal_type=portal_type)
        assert not catalog.searchResults(UID=letter.UID())
        assert not catalog.searchResults(path="/".join(letter.getPhysicalPath()))
        assert not catalog.searchResults(SearchableText=letter.subject)


def test_by_its_uid_a_record_is_found(catalog, letter):
    (brain,) = brains(catalog, UID=letter.UID())
    assert brain.getPath() == "/".join(letter.getPhysicalPath())


def test_acts_leave_no_more_of_a_record_in_the_catalogue(catalog, office, letter):
    (brain,) = brains(catalog, UID=letter.UID())
    before = catalog.getIndexDataForRID(brain.getRID())
    office.do("finish", letter, office.step(letter, "lead"), "cv1-vhtt", result="Xong.")
    processQueue()
    letter.reindexObject()
    letter.reindexObjectSecurity()
    processQueue()
    assert catalog.getIndexDataForRID(brain.getRID()) == before


def test_rebuilding_the_catalogue_shows_no_record(catalog, letter):
    catalog.manage_catalogReindex(catalog.REQUEST, catalog.REQUEST.response, "/")
    check_indexes(catalog)
    with as_user("admin"):
        for portal_type in RECORDS:
            assert not catalog.searchResults(portal_type=portal_type)


def test_units_and_registers_are_found_by_those_who_may_see_them(catalog, office):
    with as_user("vanthu"):
        assert catalog.searchResults(portal_type="Unit")
        assert catalog.searchResults(UID=office.register_in.UID())
    with as_user(""):
        assert not catalog.searchResults(portal_type=("Unit", "Register"))
