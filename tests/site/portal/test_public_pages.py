"""Pages as the anonymous gets them: what they show, what they hide, how they may be kept."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.schedule_office import Planner
from vanphong.calendars import clock
from vanphong.portal import actions
from xml.etree import ElementTree
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.event import notify
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent
import pytest
import re


PAGES = ("portal", "published", "public-search", "contacts", "accessibility")
FILES = ("sitemap.xml", "robots.txt", "published.rss", "portal-colours.css")

EVIL = "V/v <script>alert(1)</script> \"'><img src=x onerror=alert(2)> &amp; kết thúc"


@pytest.fixture
def get(portal):
    """Ask as the publisher does; the body, and the response."""

    def ask(context, name, user="", headers=(), steps=(), **form):
        before = getRequest()
        asked = {"Accept-Language": "vi", **dict(headers)}
        with as_user(user):
            environ = {f"HTTP_{key.upper().replace('-', '_')}": one for key, one in asked.items()}
            request = makeTestRequest(
                environ={"SERVER_NAME": "nohost", "SERVER_PORT": "80"} | environ
            )
            setRequest(request)
            try:
                notify(BeforeTraverseEvent(portal, request))
                request["PARENTS"] = context.aq_chain[:-1]
                request.form.update(form)
                view = getMultiAdapter((context, request), name=name)
                for step in steps:
                    view = view.publishTraverse(request, step)
                body = view()
                return body, request.response
            finally:
                setRequest(before)

    return ask


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_is_the_same_for_everybody_and_may_be_kept(get, portal, publish, name):
    publish()
    body, response = get(portal, name)
    assert response.getStatus() == 200
    assert response.getHeader("Cache-Control") == (
        "public, max-age=0, s-maxage=50, must-revalidate"
    )
    assert response.getHeader("ETag")
    assert "script-src 'self'" in response.getHeader("Content-Security-Policy")
    for user in ("vanthu", "admin"):
        theirs, answer = get(portal, name, user)
        assert theirs == body
        assert "private" in answer.getHeader("Cache-Control")


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_is_whole(get, portal, publish, name):
    publish()
    body, _response = get(portal, name)
    assert body.count("<h1") == 1
    assert '<html lang="vi"' in body or ("<html" in body and 'lang="vi"' in body)
    assert body.count("<main") == 1
    assert 'class="skip"' in body
    assert "<script" not in body
    assert "_authenticator" not in body
    assert re.search('property="og:title"\\s+content="[^"]+"', body)
    outside = re.findall('(?:src|href)="(https?://[^"]+)"', body)
    assert all(url.startswith(portal.absolute_url()) for url in outside)


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_who_has_it_already_gets_nothing_again(get, portal, name):
    _body, response = get(portal, name)
    tag = response.getHeader("ETag")
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again, answer = get(portal, name, headers={"If-None-Match": known})
        assert (again, answer.getStatus()) == ("", 304)
    changed, answer = get(portal, name, headers={"If-None-Match": '"other"'})
    assert changed
    assert answer.getStatus() == 200


def test_a_change_changes_the_tag(get, portal, publish):
    before = get(portal, "portal")[1].getHeader("ETag")
    found = publish()
    after = get(portal, "portal")[1].getHeader("ETag")
    assert after != before
    with as_user("vanthu"):
        actions.unpublish(found, reason="x")
    assert get(portal, "portal")[1].getHeader("ETag") == before


def test_the_front_page_is_what_a_visitor_gets(get, portal, publish):
    found = publish()
    body, _response = get(portal, "document_view")
    assert found.symbol in body
    assert found.absolute_url() in body
    assert "@@desktop" in body


def test_markup_in_titles_is_text(get, portal, publish, out):
    found = publish(out.issued(subject=EVIL), summary=EVIL, links="<b>x</b> | https://a.vn")
    for context, name, form in (
        (portal, "portal", {}),
        (portal, "published", {"q": EVIL}),
        (portal, "public-search", {"q": "kết thúc"}),
        (portal, "public-search", {"q": EVIL}),
        (found, "view", {}),
    ):
        body, _response = get(context, name, **form)
        assert "<script" not in body, name
        assert "<img src=x" not in body
        assert "<b>x</b>" not in body
        assert "alert(1)" in body or name == "published"
    feed, _response = get(portal, "published.rss")
    assert b"<script" not in feed


@pytest.fixture
def hidden(publish, out):
    """Publications that everybody else must not know of."""
    later = publish(published_on=date(2024, 8, 20))
    over = publish(out.issued(), expires_on=date(2024, 8, 14))
    over.expires_on = date(2024, 8, 13)
    gone = publish(out.issued())
    with as_user("truongphong-vhtt"):
        actions.unpublish(gone, reason="Đăng nhầm.")
    actions.mirrors.write(over)
    return [later, over, gone]


@pytest.mark.parametrize("user", ["", "cv1-vhtt", "truongphong-noivu", "admin"])
def test_what_is_not_public_is_not_there(get, portal, hidden, user):
    for one in hidden:
        for name, steps in (("view", ()), ("public-file", one.file_uids)):
            with pytest.raises(NotFound):
                get(one, name, user, steps=steps)
    for name in (*PAGES, *FILES):
        body, _response = get(portal, name, user, q="chuyên đề")
        text = body.decode() if isinstance(body, bytes) else body
        for one in hidden:
            assert one.getId() not in text, name
            assert one.subject not in text, name


def test_who_may_publish_sees_a_preview_that_is_not_kept(get, hidden):
    body, response = get(hidden[0], "view", "truongphong-vhtt")
    assert hidden[0].subject in body
    assert "private" in response.getHeader("Cache-Control")
    assert 'content="noindex"' in body


def test_only_files_that_are_shown_are_served(get, publish, out):
    document = out.issued()
    found = publish(document)
    _body, response = get(found, "public-file", steps=[document.attachments[0].uid])
    assert response.getHeader("Content-Type") == "application/pdf"
    assert response.getHeader("Content-Disposition").startswith("inline")
    assert response.getHeader("Content-Length") == str(document.attachments[0].size)
    found.file_uids = ()
    with pytest.raises(NotFound):
        get(found, "public-file", steps=[document.attachments[0].uid])
    with pytest.raises(NotFound):
        get(found, "public-file", steps=[document.versions[0].files[0].uid])


def test_who_has_a_file_already_gets_it_once(get, publish, out):
    document = out.issued()
    found, steps = publish(document), [document.attachments[0].uid]
    _body, response = get(found, "public-file", steps=steps)
    known = {"If-None-Match": response.getHeader("ETag")}
    body, response = get(found, "public-file", steps=steps, headers=known)
    assert (body, response.getStatus()) == ("", 304)
    assert response.getHeader("Content-Length") is None
    _body, response = get(found, "public-file", steps=steps, headers={"If-None-Match": '"other"'})
    assert response.getStatus() == 200


def test_the_feed_is_rss(get, portal, publish):
    found = publish()
    body, response = get(portal, "published.rss")
    assert response.getHeader("Content-Type").startswith("application/rss+xml")
    channel = ElementTree.fromstring(body).find("channel")  # noqa: S314
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    item = channel.find("item")
    assert item.findtext("link") == found.absolute_url()
    assert item.findtext("guid") == found.UID()
    assert item.findtext("pubDate") == "Wed, 14 Aug 2024 00:00:00 +0700"


def test_the_site_map_names_what_is_public(get, portal, publish):
    found = publish()
    body, _response = get(portal, "sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = [one.text for one in ElementTree.fromstring(body).iter(f"{space}loc")]  # noqa: S314
    assert f"{portal.absolute_url()}/" in urls
    assert found.absolute_url() in urls
    assert len(urls) == len(set(urls))
    assert "sitemap.xml" in get(portal, "robots.txt")[0]


@pytest.mark.parametrize(
    "form",
    [
        {"page": "-1"},
        {"page": "9" * 30},
        {"year": "0"},
        {"year": "99999"},
        {"number": "x"},
        {"q": "\x00"},
        {"q": ["a", "b"]},
        {"unit": "khong-co"},
        {"type": "<b>"},
        {"q": "x" * 5_000_000},
    ],
)
def test_nonsense_in_the_address_is_no_failure(get, portal, form):
    for name in ("published", "public-search"):
        body, response = get(portal, name, **form)
        assert response.getStatus() == 200
        assert len(body) < 60_000


def test_the_units_are_there_and_no_account(get, portal):
    body, _response = get(portal, "contacts")
    assert "Phòng Văn hóa và Thông tin" in body
    for account in ("cv1-vhtt", "vanthu", "truongphong-vhtt"):
        assert account not in body


def test_a_page_of_plone_has_the_same_frame_for_visitors(get, portal):
    with as_user("admin"):
        news = api.content.create(portal, "News Item", "tin", title="Tin <b>mới</b>")
        api.content.transition(news, "publish")
    body, _response = get(news, "newsitem_view")
    assert 'class="pub"' in body
    assert "Tin &lt;b&gt;mới&lt;/b&gt;" in body
    assert "<script" not in body


def test_the_front_page_shows_what_is_left_of_the_week(get, portal, office):
    body, _response = get(portal, "portal")
    assert "Chào cờ" not in body
    assert "Tiếp công dân định kỳ" in body
    assert "Hôm nay" in body
    assert "12/8 – 18/8/2024" in body
    assert "lịch này thay thư mời họp" in body
    sunday = datetime(2024, 8, 18, 19, tzinfo=clock.TZ)
    clock.freeze(sunday)
    body, _response = get(portal, "portal")
    assert "Chào cờ" in body
    clock.freeze(sunday - timedelta(days=4))
    Planner(office).published(content="Giao ban tuần sau")
    clock.freeze(sunday)
    body, _response = get(portal, "portal")
    assert "Lịch công tác tuần 34" in body
    assert "Giao ban tuần sau" in body
    assert "Chào cờ" not in body
