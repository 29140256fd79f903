"""What a proxy keeps of the public pages: told of every address, and old within a minute."""

from html import unescape
from tests.functional.test_portal import get
from tests.meeting_office import Meetings
from tests.office import as_user
from tests.schedule_office import Planner
from tests.site.portal.test_bodies import other
from urllib.parse import urljoin
from urllib.parse import urlsplit
from vanphong.outgoing import links
from vanphong.portal import actions
from vanphong.ui.browser.public import FRESH
from z3c.caching.interfaces import IPurgePaths
from zope.component import getAdapters
import pytest
import re
import requests
import transaction


__all__ = ["other"]

#: Addresses that answer questions: there is one for each question.
ASKING = re.compile(r"[?&](q|type|unit|field|category|page)=|@@public-search")

#: What is not crawled: staff's doors, files that change with their address.
ELSEWHERE = re.compile(r"@@desktop|\+\+resource|\+\+plone|/login|[?&]v=")

#: Where a visitor begins, and how many links are followed from there.
BEGIN = ("", "@@portal", "@@portal?body=hdnd", "sitemap.xml")
STEPS = 2

SUBJECT = "V/v tiêu hủy gia súc"
MEETING = "Họp triển khai công tác phòng, chống bão số 5"
ITEM = "Họp giao ban khối văn xã"


@pytest.fixture
def crawled(portal, office):
    """Address below the site -> the answer, for all that a visitor comes to by links."""

    def crawl():
        root = portal.absolute_url()
        # one connection: each of its own would wait for the server to close it
        session = requests.Session()
        found, ahead = {}, [(f"{root}/{name}", 0) for name in BEGIN]
        while ahead:
            url, steps = ahead.pop(0)
            path = url.removeprefix(root)
            # weeks and months lead on and on
            if (
                steps > STEPS
                or path in found
                or not url.startswith(f"{root}/")
                or ELSEWHERE.search(path)
            ):
                continue
            answer = found[path] = session.get(url, allow_redirects=False, timeout=60)
            pages = ("text/html", "application/rss", "text/xml", "application/xml")
            if answer.headers.get("Content-Type", "").startswith(pages):
                named = re.findall(r'href="([^"#]+)|<(?:loc|link)>([^<]+)', answer.text)
                ahead += [(urljoin(url, unescape(one or two)), steps + 1) for one, two in named]
        return found

    return crawl


def told(content):
    """The paths that are fetched anew when something changes."""
    found = [one for _name, one in getAdapters((content,), IPurgePaths)]
    return {path for one in found for path in one.getRelativePaths()}


def showing(pages, text):
    """The addresses under which something is to be read; without those that are asked."""
    return {
        path
        for path, answer in pages.items()
        if text in answer.text and not ASKING.search(path) and answer.status_code == 200
    }


@pytest.fixture
def shown(office, other):
    """A publication, a meeting and a published week, in a site of two bodies: text -> content."""
    calls = Meetings(office)
    with as_user("truongphong-vhtt"):
        publication = actions.publish(calls.outgoing.issued(subject=SUBJECT))
    planner = Planner(office)
    week = planner.published(content=ITEM)
    document = links.document(calls.called().UID())
    transaction.commit()
    return {SUBJECT: [publication], ITEM: [week], MEETING: [document, week]}


def test_a_change_is_told_to_every_address_under_which_it_shows(shown, crawled):
    pages = crawled()
    assert len(pages) > 30
    for text, contents in shown.items():
        found = showing(pages, text)
        assert len(found) > 2, text
        assert found - set().union(*map(told, contents)) == set(), text
        for path in told(contents[0]):
            assert " " not in path


def test_nothing_public_is_kept_for_a_minute(shown, crawled):
    assert FRESH < 60
    for path, answer in crawled().items():
        kept = re.search(r"s-maxage=(\d+)", answer.headers.get("Cache-Control", ""))
        assert kept is None or int(kept[1]) <= FRESH, path
        if kept is None:
            assert "private" in answer.headers.get("Cache-Control", ""), (path, answer.headers)


@pytest.mark.parametrize("name", ["lich-cong-tac", "giay-moi", "tiep-cong-dan"])
def test_short_addresses_lead_a_visitor_to_the_page_of_the_body(portal, office, name):
    answer = get(f"{portal.absolute_url()}/{name}")
    assert answer.status_code == 302
    page = get(answer.headers["Location"])
    assert page.status_code == 200
    assert "login" not in answer.headers["Location"]


@pytest.mark.parametrize(
    "name",
    [
        "lich-cong-tac",
        "lich-cong-tac/@@public-week",
        "lich-cong-tac/@@reception-days",
        "giay-moi",
        "tiep-cong-dan",
    ],
)
def test_short_addresses_let_choose_among_several_bodies(portal, office, other, name):
    transaction.commit()
    answer = get(f"{portal.absolute_url()}/{name}")
    assert answer.status_code == 200
    choices = re.findall(r'<ul class="pub-bodies">.*?</ul>', answer.text, re.DOTALL)[0]
    urls = re.findall(r'<a href="([^"]+)"', choices)
    assert len(urls) == 2
    assert "Hội đồng nhân dân huyện Phú Khê" in choices
    assert all(get(url).status_code == 200 for url in urls)
    assert f"s-maxage={FRESH}" in answer.headers["Cache-Control"]
    named = get(f"{portal.absolute_url()}/{name}?body=hdnd")
    assert named.status_code == 302
    assert "hdnd" in urlsplit(named.headers["Location"]).geturl()


def test_weeks_and_records_stay_behind_the_door(portal, office):
    for name in ("lich-cong-tac/ubnd/2024-33", "lich-cong-tac/ubnd/2024-33/view", "van-ban"):
        answer = get(f"{portal.absolute_url()}/{name}")
        assert "require_login" in answer.headers["Location"], name
