"""An address at which there is nothing: our own page, the same for everybody who asks."""

from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
import pytest
import re
import transaction


HEADING = "Không có gì ở địa chỉ này"

#: Addresses that fail while they are looked up, and while a page is being made.
NOWHERE = ("khong-co", "@@khong-co", "@@routes-json?id=khong-co", "@@workflow?id=khong-co")


@pytest.fixture
def look(rest):
    """Get an address as a browser does."""

    def get(address, user="", **headers):
        client = rest(MANAGER, SECRET) if user == "admin" else rest(user)
        client.headers["Accept"] = "text/html"
        client.headers["Accept-Language"] = "vi"
        client.headers.update(headers)
        return client.get(address, allow_redirects=False)

    return get


@pytest.mark.parametrize("address", NOWHERE)
@pytest.mark.parametrize("user", ["", "admin"])
def test_there_is_a_page_in_our_own_look(look, address, user):
    answer = look(address, user)
    if answer.status_code == 302:  # who may not look at the page at all is asked to sign in
        assert (user, "login" in answer.headers["Location"]) == ("", True)
        return
    assert answer.status_code == 404
    assert HEADING in answer.text
    assert ("vp-rail" in answer.text) == bool(user)
    assert "khong-co" not in re.sub(r"<form.*?</form>", "", answer.text, flags=re.DOTALL)
    assert "Traceback" not in answer.text


def test_who_is_signed_in_keeps_the_frame_and_a_visitor_sees_none(look):
    staff = look("khong-co", "vanthu")
    assert staff.status_code == 404
    assert "vp-rail" in staff.text
    visitor = look("khong-co")
    assert visitor.status_code == 404
    assert "vp-rail" not in visitor.text
    assert "vp-search" not in visitor.text


def test_what_is_not_there_and_what_is_hidden_look_alike(look, office):
    letter = office.register()
    transaction.commit()
    there = "/".join(letter.getPhysicalPath()[2:])
    hidden, missing = look(there), look(there + "-x")
    assert hidden.status_code in (302, 404)
    if hidden.status_code == 404:
        assert hidden.text == missing.text
    assert letter.subject not in hidden.text + missing.text


def test_a_program_is_answered_as_before(rest):
    answer = rest("vanthu").get("khong-co")
    assert answer.status_code == 404
    assert answer.json()["type"] == "NotFound"


def test_a_script_is_not_sent_a_page(look):
    answer = look("khong-co", "vanthu", Accept="image/png")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("application/json")


def test_a_page_that_finds_nothing_says_so_in_the_frame(look):
    answer = look("van-ban/ubnd/den/2024/08/khong-co", "vanthu")
    assert answer.status_code == 404
    assert "vp-rail" in answer.text
