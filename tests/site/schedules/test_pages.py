"""The pages of work schedules, for staff and for everybody."""

from plone import api
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.schedule_office import NEXT
from vanphong.schedules import rules
from vanphong.schedules import weeks
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.event import notify
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent
import json
import pytest
import vobject


@pytest.fixture
def get(planner, request_):
    """A page as somebody gets it: ``get("week/2024/33", "chanhvp")``; gives the text."""

    def page(path, user="", **form):
        name, *steps = path.split("/")
        request = makeTestRequest()
        request.form.update(form)
        setRequest(request)
        try:
            with as_user(user):
                notify(BeforeTraverseEvent(api.portal.get(), request))
                view = getMultiAdapter((planner.schedule, request), name=name)
                permission = getattr(type(view).__roles__, "__name__", "")
                if permission and not api.user.has_permission(permission, obj=planner.schedule):
                    raise Unauthorized(name)
                for step in steps:
                    view = view.publishTraverse(request, step)
                found = view()
                page.response = request.response
                return found.decode() if isinstance(found, bytes) else found
        finally:
            setRequest(request_)

    return page


THIS = "2024/33"


def test_a_citizen_reads_the_week_with_its_changes(get):
    html = get(f"public-week/{THIS}")
    assert "Hội ý Ban Thường vụ Huyện ủy" in html
    assert "13:30" in html  # what it was before
    assert '<span class="tag add">' in html
    assert '<span class="tag can">' in html
    assert "11/7" in html  # the lunar day
    assert "Members:" not in html
    assert "pct-kinhte" not in html
    assert "_authenticator" not in html


def test_a_citizen_sees_neither_internal_nor_private_items(get):
    html = get(f"public-week/{THIS}")
    assert "Thanh tra tỉnh" not in html
    assert "Khám sức khỏe" not in html


def test_one_leader_is_chosen(get):
    html = get(f"public-week/{THIS}", chair="chu-tich-ubnd-huyen")
    assert "Tiếp công dân định kỳ" in html
    assert "giải ngân" not in html


def test_the_present_week_is_shown_without_an_address(get):
    assert "Tiếp công dân" in get("public-week")
    assert "Tiếp công dân" in get("public-week", year="2024", number="33")
    assert "tuần 1" in get("public-week", year="2025", number="53")
    assert "tuần 1" in get("public-week", year="2000", number="1")


def test_a_week_that_is_not_published_tells_nothing(get, planner):
    empty = get("public-week/2024/34")
    planner.propose("chanhvp", content="Chưa công bố")
    assert "Chưa công bố" not in get("public-week/2024/34")
    assert empty.count("<tr") == get("public-week/2024/34").count("<tr") == 0


@pytest.mark.parametrize(
    "path",
    [
        "public-week/2024/54",
        "public-week/x/y",
        "public-week/2024",
        "reception-days/2024/13",
        "reception-days/1900/1",
    ],
)
def test_addresses_without_a_page(get, path):
    with pytest.raises(NotFound):
        get(path)


def test_html_in_a_title_is_escaped(get, planner):
    planner.published(content="<script>alert(1)</script>", place="<img src=x onerror=y>")
    for path, user in (
        ("public-week/2024/34", ""),
        ("schedule.rss", ""),
        ("week/2024/34", "chanhvp"),
        ("by-leader/2024/34", "chanhvp"),
        ("schedule-month/2024/8", "chanhvp"),
        (f"schedule-item/2024/34/{planner.week.items[0].uid}", "chanhvp"),
    ):
        html = get(path, user)
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_the_page_is_kept_for_a_minute_by_proxies(get):
    html = get(f"public-week/{THIS}")
    assert "s-maxage" in get.response.getHeader("Cache-Control")
    assert get.response.getHeader("ETag")
    assert get(f"public-week/{THIS}") == html


def test_reception_days(get):
    html = get("reception-days/2024/8")
    assert "Thứ Năm, 15/8/2024" in html
    assert "Chủ tịch UBND huyện" in html
    assert "26/8/2024" in html  # the 25th is a Sunday


def test_the_grid_of_the_office(get, planner):
    planner.propose(content="Đề xuất của phòng", chairs=["chutich"])
    planner.propose("chanhvp", content="Họp trùng", chairs=["chutich"])
    html = get("week/2024/34", "chanhvp")
    assert html.count("Đề xuất của phòng") >= 2
    assert 'value="accept"' in html
    assert 'class="mark clash"' in html


def test_a_unit_sees_the_grid_without_the_acts_of_the_office(get, planner):
    planner.propose(content="Đề xuất của phòng")
    html = get("week/2024/34", "truongphong-vhtt")
    assert "Đề xuất của phòng" in html
    assert 'value="accept"' not in html


def test_others_see_what_is_published(get, planner):
    planner.propose(content="Đề xuất của phòng")
    assert "Đề xuất" not in get("week/2024/34", "cv1-noivu")
    assert "Thanh tra tỉnh" in get(f"week/{THIS}", "cv1-noivu")
    assert "Khám sức khỏe" not in get(f"week/{THIS}", "cv1-noivu")
    assert "Khám sức khỏe" in get(f"week/{THIS}", "pct-vanxa")


def test_a_private_item_is_not_there_for_others(get, planner):
    week = weeks.find(planner.schedule, rules.Week(2024, 33))
    uid = next(one.uid for one in week.items if one.content == "Khám sức khỏe")
    assert "Khám sức khỏe" in get(f"schedule-item/{THIS}/{uid}", "pct-vanxa")
    for user in ("cv1-noivu", "truongphong-noivu"):
        for there in (uid, "khong-co"):
            with pytest.raises(NotFound):
                get(f"schedule-item/{THIS}/{there}", user)


def test_a_visitor_gets_no_staff_page(get):
    for name in ("week", "my-schedule", "by-room", "schedule-item", "item-conflicts"):
        with pytest.raises((Unauthorized, NotFound)):
            get(name)


def test_conflicts_while_typing(get, planner):
    planner.propose("chanhvp", content="Họp của Chủ tịch", chairs=["chutich"])
    asked = {"day": "19/08/2024", "start": "8:30", "chairs": "chutich"}
    (found,) = json.loads(get("item-conflicts", "truongphong-vhtt", **asked))
    assert "Họp của Chủ tịch" in found["text"]
    assert json.loads(get("item-conflicts", "truongphong-vhtt", day="?")) == []


def test_forms_lists_and_months(get):
    assert "20/08/2024" in get("schedule-item/2024/34", "truongphong-vhtt", day="2024-08-20")
    assert "Chào cờ" in get(f"by-leader/{THIS}", "cv1-vhtt")
    assert "Phòng họp số 1" in get(f"by-room/{THIS}", "cv1-vhtt")
    assert "Thẩm định hồ sơ" in get("my-schedule", "cv1-vhtt")
    assert "Chào cờ" in get("schedule-month/2024/8", "cv1-vhtt")
    assert "Phòng họp số 1" in get("schedule-setup", "chanhvp")


def test_lists_say_in_words_what_is_cancelled_and_which_day_it_is(get):
    html = get(f"by-leader/{THIS}", "cv1-vhtt")
    assert 'class="mark can">Đã hủy</span>' in " ".join(html.split()).replace(" >", ">")
    assert "Hôm nay" in html
    assert "Huyện ủy · Huyện ủy" not in html


def test_a_proposal_begins_with_the_unit_that_makes_it(get):
    html = get("schedule-item/2024/34", "truongphong-vhtt")
    assert 'value="Phòng VH&amp;TT"' in html
    assert "Ai được xem" in html
    assert 'value="Văn phòng' not in get("schedule-item/2024/34", "chanhvp")


# feeds


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("body.ics", "Tiếp công dân định kỳ", "Khám sức khỏe"),
        ("leader/chu-tich-ubnd-huyen.ics", "Tiếp công dân định kỳ", "giải ngân"),
        ("unit/vhtt.ics", "Thẩm định hồ sơ", "Tiếp công dân"),
        ("room/phong-hop-so-1.ics", "Chào cờ", "Tiếp công dân"),
    ],
)
def test_feeds_are_read_by_calendars(get, name, inside, outside):
    from icalendar import Calendar

    text = get(f"feed/{name}")
    read = Calendar.from_ical(text)
    contents = {str(one["SUMMARY"]) for one in read.walk("VEVENT")}
    assert any(inside in one for one in contents)
    assert not any(outside in one for one in contents)
    assert "Thanh tra tỉnh" not in text.replace("\r\n ", "")
    assert "TZID=Asia/Ho_Chi_Minh" in text
    also = vobject.readOne(text)
    assert {one.summary.value for one in also.vevent_list} == contents


def test_a_feed_tells_of_changes_and_cancelled_items(get):
    from icalendar import Calendar

    read = Calendar.from_ical(get("feed/body.ics"))
    events = {str(one["SUMMARY"])[:10]: one for one in read.walk("VEVENT")}
    assert events["Hội ý Ban "]["SEQUENCE"] == 1
    assert events["Hội ý Ban "].decoded("DTSTART").hour == 14
    cancelled = [one for one in read.walk("VEVENT") if one["STATUS"] == "CANCELLED"]
    assert [str(one["SUMMARY"])[:16] for one in cancelled] == ["Kiểm tra tiến độ"]
    assert cancelled[0]["SEQUENCE"] == 1


def test_the_secret_feed_shows_ones_own_items_also_private_ones(get, planner):
    address = planner.do("renew_address", "pct-vanxa", weeks.folder())
    text = get(f"feed/my/{address}.ics").replace("\r\n ", "")
    assert "Khám sức khỏe" in text
    assert "giải ngân" not in text
    assert get.response.getHeader("Cache-Control") == "private, no-store"


@pytest.mark.parametrize(
    "path",
    [
        "feed",
        "feed/body",
        "feed/my/guess.ics",
        "feed/my/a.b.ics",
        "feed/my/.ics",
        "feed/leader/khong-co.ics",
        "feed/unit/khong-co.ics",
        "feed/room/khong-co.ics",
        "feed/body/x.ics",
    ],
)
def test_a_guessed_address_and_one_that_is_not_there_are_alike(get, path):
    with pytest.raises(NotFound) as refusal:
        get(path)
    assert str(refusal.value) == "feed"


def test_rss(get):
    from xml.etree import ElementTree

    tree = ElementTree.fromstring(get("schedule.rss"))  # noqa: S314
    items = tree.findall("./channel/item")
    assert len(items) == 6  # five editions of this week, two by invitations; one of the last
    assert "bão số 4" in items[0].findtext("description")
    assert "Thanh tra tỉnh" not in get("schedule.rss")


def test_the_week_on_paper(get):
    from docx import Document
    from io import BytesIO

    request = makeTestRequest()
    with as_user(""):
        from vanphong.schedules.browser.papers import Paper

        view = Paper(weeks.schedule(next(weeks.schedules()).body_uid), request)
        for step in THIS.split("/"):
            view = view.publishTraverse(request, step)
        paper = Document(BytesIO(view()))
    assert paper.sections[0].page_width > paper.sections[0].page_height
    text = "\n".join(
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    )
    assert "Tiếp công dân định kỳ" in text
    assert "Thanh tra tỉnh" not in text
    with pytest.raises(NotFound):
        get(f"schedule.docx/{NEXT.year}/{NEXT.number}")
    with pytest.raises(NotFound):
        get("schedule.pdf/2024/20")
