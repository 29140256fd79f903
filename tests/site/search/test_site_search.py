"""Plone's own search: words that begin with Ạ … Ỹ, and the way of the office's people."""

from plone import api
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from vanphong.documents import lexicon
from vanphong.interfaces import IVanPhongLayer
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import pytest


TITLE = "Ủy ban nhân dân ban hành Quyết định về đường bộ"


def found(site, text):
    return [brain.Title for brain in site.portal_catalog(SearchableText=text)]


@pytest.fixture
def page_of_site(portal):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(portal, "Document", id="trang", title=TITLE)


@pytest.mark.parametrize(
    "typed", ["uy ban", "Uỷ ban", "Ủy ban", "UY BAN", "quyet dinh", "duong bo", "đường bộ", "uy*"]
)
def test_plone_finds_every_word_in_every_spelling(portal, page_of_site, typed):
    with api.env.adopt_roles(["Manager"]):
        assert TITLE in found(portal, typed)


def test_the_element_goes_with_the_product_and_comes_back(portal, page_of_site):
    with api.env.adopt_roles(["Manager"]):
        assert not lexicon.bind(portal)
        assert lexicon.unbind(portal)
        assert found(portal, "uy ban") == []
        assert TITLE in found(portal, "Ủy ban")
        assert lexicon.bind(portal)
        assert TITLE in found(portal, "uy ban")


def ask(portal, user, **form):
    with as_user(user):
        request = makeTestRequest(environ={"REQUEST_METHOD": "GET"})
        alsoProvides(request, IVanPhongLayer)
        request.form.update(form)
        view = getMultiAdapter((portal, request), name="search")
        shown = view()
        return request.response.getHeader("Location") or "", shown


def test_people_of_the_office_are_led_to_its_search(portal):
    location, _shown = ask(portal, "vanthu", SearchableText="bão lũ")
    assert location.endswith("/@@search-documents?q=b%C3%A3o+l%C5%A9")
    assert ask(portal, "vanthu")[0].endswith("/@@search-documents")
