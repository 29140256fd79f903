"""Two bodies in one site: each has its own names, colours, documents and weeks."""

from plone import api
from plone.registry.interfaces import IRegistry
from tests.office import as_user
from tests.site.portal.test_public_pages import get
from vanphong.ledger import publications as ledger
from vanphong.portal import settings
from vanphong.portal.interfaces import IBodySettings
from zope.component import getUtility
import pytest


__all__ = ["get"]

KEPT = {"telephone": "0239 1234 567", "address": "Số 2 phố Huyện"}


@pytest.fixture
def other(portal):
    """A second body beside the first."""
    first = portal["to-chuc"]["ubnd"]
    with as_user("admin"):
        return api.content.create(
            portal["to-chuc"],
            "Unit",
            id="hdnd",
            title="Hội đồng nhân dân huyện Phú Khê",
            short_name="HĐND huyện",
            kind=first.kind,
        )


@pytest.fixture
def named(other):
    """With settings of its own."""
    prefix = settings.prefix(other.UID())
    registry = getUtility(IRegistry)
    registry.registerInterface(IBodySettings, prefix=prefix)
    values = {"address": "Số 2 phố Huyện", "official_colour": "#004d40", "responsible": "Ông B"}
    for name, value in values.items():
        registry[f"{prefix}.{name}"] = value
    return other


def test_the_first_body_stays_the_front_page(get, portal, named):
    body, _response = get(portal, "portal")
    assert "Ủy ban nhân dân huyện Phú Khê" in body
    assert "Số 2 phố Huyện" not in body


def test_another_body_has_its_own_names_and_addresses(get, portal, named):
    body, response = get(portal, "portal", body="hdnd")
    assert "Hội đồng nhân dân huyện Phú Khê" in body
    assert "Số 2 phố Huyện" in body
    assert "Ông B" in body
    assert "@@published?body=hdnd" in body
    assert 'name="body"' in body
    assert "s-maxage" in response.getHeader("Cache-Control")


def test_colours_are_its_own(get, portal, named):
    body, _response = get(portal, "portal-colours.css", body="hdnd")
    assert "#004d40" in body
    first, _response = get(portal, "portal-colours.css")
    assert "#004d40" not in first


def test_documents_are_those_of_the_body(get, portal, publish, named):
    publication = publish()
    assert publication.symbol in get(portal, "published")[0]
    assert publication.symbol not in get(portal, "published", body="hdnd")[0]
    assert ledger.find(ledger.Wanted(), publication.published_on).total


@pytest.mark.parametrize("asked", ["khong-co", "", ["a", "b"], "<script>"])
def test_what_names_no_body_gets_the_first(get, portal, named, asked):
    body, _response = get(portal, "portal", body=asked)
    assert "Số 2 phố Huyện" not in body
    assert "<script" not in body


def test_the_panel_saves_the_settings_of_each_body_apart(page, portal, named):
    form = {
        f"form.widgets.{name}": str(settings.of_body(name, named.UID()) or "")
        for name in IBodySettings.names()
        if name != "emblem"
    }
    form |= {"form.widgets.telephone": "0239 1234 567", "form.buttons.save": "1", "body": "hdnd"}
    page(portal, "vanphong-portal", "admin", post=True, **form)
    # the registry remembers for the length of a request what was asked for before
    records = getUtility(IRegistry).records
    kept = {name: records[f"{settings.prefix(named.UID())}.{name}"].value for name in KEPT}
    assert kept == KEPT
    assert settings.setting("telephone") != "0239 1234 567"


def test_the_panel_refuses_what_cannot_be_read(page, portal, other):
    form = {
        f"form.widgets.{name}": str(IBodySettings[name].default or "")
        for name in IBodySettings.names()
        if name != "emblem"
    }
    form |= {"form.widgets.link_colour": "#ffd84a", "form.buttons.save": "1", "body": "hdnd"}
    answer = page(portal, "vanphong-portal", "admin", post=True, **form)
    assert "quá nhạt" in answer.html
    assert settings.of_body("link_colour", other.UID()) == IBodySettings["link_colour"].default
