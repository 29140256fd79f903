"""Visitors cannot tell what is there from what is not; staff come to the page by the login."""

from tests.outgoing_office import Outgoing
from tests.schedule_office import Planner
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import pytest
import requests
import transaction


#: How browsers and programs ask.
ASKED = ({"Accept": "text/html"}, {"Accept": "application/json"})

#: What is asked for of a record, or of one that is not there.
PATHS = ("", "/view", "/edit", "/@@history", "/@history", "/khong-co", "/@@download/x")


def get(url, **headers):
    return requests.get(url, headers=headers, allow_redirects=False, timeout=60)


def told(answer, url):
    """What a visitor gets, without the address that was typed."""
    where = answer.headers.get("Location", "")
    named = parse_qs(urlsplit(where).query).get("came_from", [""])[0]
    body = answer.text.replace(url, "URL") if answer.status_code != 302 else ""
    return answer.status_code, where.partition("?")[0], named in ("", url), body


@pytest.fixture
def places(office):
    """Records of each kind, and addresses beside them at which there is nothing."""
    document = Outgoing(office).issued()
    letter = office.register()
    week = Planner(office).compiled()
    transaction.commit()
    return [document.absolute_url(), letter.absolute_url(), week.absolute_url()]


@pytest.mark.parametrize("headers", ASKED)
def test_what_is_there_is_not_told_from_what_is_not(places, headers):
    for there in places:
        for path in PATHS:
            answers = []
            for one in (there, there + "-khong-co", there.rpartition("/")[0] + "/a/b/c"):
                url = one + path
                answers.append(told(get(url, **headers), url))
            assert answers[0] == answers[1] == answers[2], (there, path)
            assert answers[0][0] in (302, 401), answers[0]


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PROPFIND", "POST", "DELETE"])
def test_by_no_method_either(places, method):
    for there in places:
        found = [
            requests.request(method, one, allow_redirects=False, timeout=60).status_code
            for one in (there, there + "-khong-co")
        ]
        assert found[0] == found[1], (there, method)


def test_a_member_of_staff_comes_to_the_page_by_the_login(places):
    session = requests.Session()
    asked = session.get(places[0], headers={"Accept": "text/html"}, timeout=60)
    assert "__ac_name" in asked.text
    came_from = parse_qs(urlsplit(asked.url).query)["came_from"][0]
    assert urlsplit(came_from).path == urlsplit(places[0]).path


def test_what_is_for_everybody_stays_open(office):
    week = Planner(office).published()
    transaction.commit()
    url = week.__parent__.absolute_url()
    for name in ("@@public-week", f"@@public-week/{week.year}/{week.number}", "@@reception-days"):
        assert get(f"{url}/{name}").status_code == 200, name
    folder = url.rpartition("/")[0]
    assert get(f"{folder}/khong-co/@@public-week").status_code == 404


def test_who_is_signed_in_is_told_by_a_404(places, rest):
    assert rest("vanthu").get(places[0] + "-khong-co").status_code == 404
