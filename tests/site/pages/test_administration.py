"""Quản trị: every page on which the office is set up is one click away, for who may open it."""

from AccessControl import Unauthorized
from plone import api
from vanphong.desktop.browser.administration import PARTS
from vanphong.setuphandlers import ROLES
import pytest


def test_every_configlet_of_ours_has_its_place(portal):
    ours = [one for one in portal.portal_controlpanel.listActions() if one.appId == "vanphong"]
    places = {one.view: one.permission for part in PARTS for one in part.places}
    for one in ours:
        view = one.getActionExpression().rpartition("/")[2]
        assert (places[view],) == one.permissions, view


def test_an_administrator_finds_all_places(page, portal):
    answer = page(portal, "administration", "admin")
    url = portal.absolute_url()
    for part in PARTS:
        for place in part.places:
            assert f'href="{url}/{place.view}"' in answer.html
            assert portal.unrestrictedTraverse(place.view) is not None


def test_nobody_else_does(portal):
    with api.env.adopt_user("admin"):
        assert portal.restrictedTraverse("@@administration")
    for user in ("chanhvp", "vanthu"):
        with api.env.adopt_user(user), pytest.raises(Unauthorized):
            portal.restrictedTraverse("@@administration")


def test_a_settings_page_stands_in_the_frame_of_the_office(page, portal):
    answer = page(portal, "vanphong-calendar", "admin")
    assert 'class="vp-rail"' in answer.html
    assert f'href="{portal.absolute_url()}/@@administration"' in answer.html
    assert "Lịch đã lưu cho kết quả" in answer.text


def test_accounts_are_listed_without_a_question(portal):
    known = portal.acl_users.portal_role_manager.listRoleIds()
    # Plone would write those that are missing while the page is looked at
    assert {"Anonymous", "Authenticated", *known} >= set(portal.__ac_roles__)


def test_pages_of_plone_stand_in_the_colours_of_the_office(page, portal):
    answer = page(portal, "overview-controlpanel", "admin")
    assert "/++resource++vanphong/plone.css" in answer.html
    assert "UBND huyện Phú Khê" in answer.text


@pytest.mark.parametrize(
    ("name", "asked"), [("usergroup-userprefs", "vanthu"), ("usergroup-groupprefs", "Admin")]
)
def test_no_account_is_given_a_role_for_every_unit_at_once(page, portal, name, asked):
    answer = page(portal, name, "admin", searchstring=asked)
    for role in ROLES:
        assert f'value="{role}"' not in answer.html
    assert 'value="Site Administrator"' in answer.html
