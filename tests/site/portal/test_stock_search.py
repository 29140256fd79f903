"""Plone's own searches, asked by a visitor: what is published, and by the portal's engine."""

from plone import api
from tests.site.portal.test_public_pages import get
from urllib.parse import urlsplit
import json
import pytest


__all__ = ["get"]


@pytest.mark.parametrize("typed", ["sot xuat", "sốt xuất"])
def test_a_visitor_is_led_to_the_search_of_the_portal(get, portal, typed):
    _body, response = get(portal, "search", SearchableText=typed)
    where = response.getHeader("Location")
    assert "/@@public-search?q=s" in where


def test_typing_finds_what_is_published_and_nothing_else(get, portal, publish, out):
    publication = publish(out.issued(subject="V/v phòng bệnh sốt xuất huyết"))
    out.issued(subject="V/v sốt xuất huyết, văn bản nội bộ")
    body, _response = get(portal, "ajax-search", SearchableText="sot xuat huyet*")
    items = json.loads(body)["items"]
    found = [one["url"] for one in items if "sốt xuất" in one["title"]]
    assert [urlsplit(url).path for url in found] == ["/".join(publication.getPhysicalPath())]
    assert all(set(one) >= {"id", "title", "description", "url", "state"} for one in items)


@pytest.mark.parametrize("typed", ["", "*", "%", "x" * 9000])
def test_odd_questions_find_nothing(get, portal, typed):
    body, _response = get(portal, "ajax-search", SearchableText=typed)
    assert json.loads(body) == {"total": 0, "items": []}


def test_the_catalogue_tells_a_visitor_of_no_record(portal, office):
    office.register()
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(allowedRolesAndUsers=["Anonymous"])
    assert not {one.portal_type for one in found} & {"IncomingDocument", "OutgoingDocument"}


def test_staff_keep_plones_own(get, portal):
    body, _response = get(portal, "ajax-search", user="vanthu", SearchableText="x")
    assert "items" in json.loads(body)
