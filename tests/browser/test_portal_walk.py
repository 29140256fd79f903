"""From the proposals of three units to what a citizen reads on a telephone.

Three units propose, the Office resolves a conflict and publishes, an item of the leader changes,
an invitation is issued, three answers come, and the portal shows all of it to anybody.
"""

from icalendar import Calendar
from playwright.sync_api import expect
from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import watched
from tests.browser.outgoing_steps import Walk
from tests.browser.outgoing_steps import appraise
from tests.browser.outgoing_steps import approve
from tests.browser.outgoing_steps import check_content
from tests.browser.outgoing_steps import issue
from tests.browser.outgoing_steps import later
from tests.browser.outgoing_steps import number
from tests.browser.outgoing_steps import record_signature
from tests.browser.outgoing_steps import says
from tests.browser.outgoing_steps import submit
from tests.browser.test_portal import AXE
from tests.browser.test_portal import RUN
from tests.browser.test_schedules import MEETINGS
from tests.browser.test_schedules import WEEK
from tests.browser.test_schedules import propose
from tests.browser.test_schedules import send
from tests.meeting_office import START
from tests.meeting_office import Meetings
from vanphong.calendars import clock
from vanphong.schedules import weeks
import pytest
import transaction
import vobject


pytestmark = pytest.mark.browser

TITLE = "Họp triển khai công tác phòng, chống bão số 5"

INVITED = ("noivu", "tuphap", "ktht")

OUTSIDE = "Sở Y tế tỉnh An Bình"

EVENT = {
    "starts_at": "08:00 19/08/2024",
    "ends_at": "10:30 19/08/2024",
    "answer_by": "16:00 16/08/2024",
    "place": "Phòng họp số 1",
    "chairs": "Chủ tịch UBND huyện",
}


@pytest.fixture
def url(portal):
    """Address of the schedule."""
    return weeks.schedule(portal["to-chuc"]["ubnd"].UID()).absolute_url()


@pytest.fixture
def citizen(chromium):
    """An anonymous telephone."""
    context = chromium.new_context(viewport=PHONE, locale="vi-VN")
    yield watched(context)
    context.close()


def planned(sign_in, url):
    """Three proposals, a conflict resolved, the week published; the page of the Office."""
    for user, (content, day, start, chair) in MEETINGS.items():
        page = sign_in(user)
        propose(page, url, content, day, start, chair)
        send(page, "propose")
        assert page.troubles == []
        page.context.close()
    office = sign_in("chanhvp")
    office.goto(f"{url}/@@week/{WEEK}")
    expect(office.locator("#conflicts")).to_contain_text("Chủ tịch UBND huyện")
    for _n in MEETINGS:
        send(office, "accept")
    office.locator(".slip", has_text="Xét tuyển viên chức").locator("a").focus()
    office.keyboard.press("Alt+ArrowDown")
    expect(office.locator("#conflicts")).not_to_contain_text("chủ trì hoặc dự")
    for value in ("compile_week", "approve", "publish"):
        send(office, value)
    return office


def change_the_leaders_item(office):
    """An hour later than it was published."""
    office.locator(".slip", has_text="Duyệt chương trình").locator("a").click()
    office.locator("[name=start]").fill("10:00")
    send(office, "change")
    send(office, "republish")


def drafted(page, office):
    """An invitation of VH&TT to three units and a body outside; where the draft is."""
    page.goto(f"{office.unit('vhtt').absolute_url()}/@@draft-outgoing")
    page.select_option("[name=document_type]", "giay-moi")
    page.fill("[name=subject]", TITLE)
    page.select_option("[name=field]", "VX")
    for row, name in enumerate(INVITED):
        title = office.unit(name).title
        page.fill(f"[name=r-name-{row}]", title)
        page.locator(f".who:has([name=r-name-{row}]) li").get_by_text(title, exact=True).click()
        expect(page.locator(f"[name=r-what-{row}]")).to_have_value(office.uid(name))
    page.fill(f"[name=r-name-{len(INVITED)}]", OUTSIDE)
    for name, words in EVENT.items():
        page.fill(f"[name='giay-moi--{name}']", words)
    page.locator("label.chip:has([name='giay-moi--public'])").click()
    page.get_by_role("button", name="Soạn dự thảo").click()
    says(page, "Đã tạo dự thảo")
    return page.url


def at(sign_in, user, address):
    """The document before another person, half an hour later."""
    later()
    page = sign_in(user)
    page.goto(address)
    return page


def invited(sign_in, office, scan):
    """The invitation from its draft to its issue, each step by its own person."""
    drafter = sign_in("cv1-vhtt")
    walk = Walk(office, drafted(drafter, office))
    submit(drafter)
    head = at(sign_in, "truongphong-vhtt", walk.url)
    check_content(head)
    pages = [drafter, head]
    while walk.step.action == "appraise":
        pages.append(at(sign_in, walk.step.actor, walk.url))
        appraise(pages[-1])
    leader = at(sign_in, walk.step.actor, walk.url)
    approve(leader)
    clerk = at(sign_in, "vanthu", walk.url)
    record_signature(clerk, scan)
    number(clerk, walk)
    issue(clerk, len(INVITED) + 1)
    for page in (*pages, leader, clerk):
        assert page.troubles == []
        page.context.close()
    return walk.document


def three_answers(sign_in, document, picture):
    """One attends by one tap on the desktop, one sends a substitute, one says why not."""
    head = sign_in("truongphong-noivu", viewport=PHONE)
    waits = head.locator("#invitations", has_text=TITLE)
    expect(waits).to_be_visible()
    picture(head, "94-giay-moi-ban-lam-viec")
    waits.get_by_role("button", name="Tham dự").click()
    expect(head.locator(".meet-q")).to_contain_text("Tham dự")
    assert head.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    second = sign_in("truongphong-tuphap")
    second.goto(f"{document.absolute_url()}/@@meeting")
    second.locator("summary", has_text="Cử người đi thay").click()
    second.locator("[name=who]").first.select_option("cv1-tuphap")
    second.get_by_role("button", name="Cử người này").click()
    expect(second.locator(".meet-q")).to_contain_text("Cử người đi thay")

    third = sign_in("truongphong-ktht", viewport=PHONE)
    third.goto(f"{document.absolute_url()}/@@meeting")
    third.locator("summary", has_text="Vắng").click()
    third.locator("[name=reason]").fill("Đi công tác tại tỉnh")
    third.get_by_role("button", name="Gửi", exact=True).click()
    expect(third.locator(".meet-q")).to_contain_text("Vắng")
    for page in (head, second, third):
        assert page.troubles == []


def faults(page):
    """Serious faults that axe finds on a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN)


def test_from_three_proposals_to_a_citizens_telephone(
    sign_in, citizen, portal, office, url, root, picture
):
    keeper = planned(sign_in, url)
    change_the_leaders_item(keeper)

    document = invited(sign_in, office, root / "profiles/sample/scans/09.pdf")
    three_answers(sign_in, document, picture)

    instead = sign_in("cv1-tuphap")
    instead.goto(f"{url}/@@my-schedule")
    expect(instead.locator("main")).to_contain_text(TITLE)
    expect(instead.locator("main")).to_contain_text("08:00")

    head = sign_in("truongphong-vhtt")
    head.goto(f"{document.absolute_url()}/@@meeting")
    expect(head.locator(".meet-count")).to_contain_text("1 cử người đi thay")
    expect(head.locator("#answers")).to_contain_text("Đi công tác tại tỉnh")
    picture(head, "93-cuoc-hop-tra-loi")
    head.goto(f"{document.absolute_url()}/@@call-list")
    expect(head.locator("main")).to_contain_text(OUTSIDE)
    picture(head, "x-danh-sach-goi")

    # the portal, to anybody
    found = {}
    site = portal.absolute_url()
    meeting = f"{site}/@@invitation/{document.UID()}"
    for name, address, words in (
        ("97-cong-dien-thoai", f"{site}/@@portal", TITLE),
        ("x-cong-tuan", f"{url}/@@public-week/{WEEK}", "Đổi giờ, trước là 08:00"),
        ("x-cong-tiep-dan", f"{url}/@@reception-days/2024/8", "Tiếp công dân"),
        ("x-cong-giay-moi", f"{site}/@@invitations", TITLE),
        ("x-cong-giay-moi-cu", f"{site}/@@invitations?past=1", "Giấy mời"),
        ("96-giay-moi-cong-khai", meeting, "Phòng họp số 1"),
        ("x-cong-tim", f"{site}/@@public-search?q=phong+chong+bao", TITLE),
    ):
        citizen.goto(address)
        expect(citizen.locator("main")).to_contain_text(words)
        wide = citizen.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], address
        found[address] = faults(citizen)
        picture(citizen, name)
    assert {address: some for address, some in found.items() if some} == {}
    citizen.goto(f"{url}/@@public-week/{WEEK}")
    expect(citizen.locator("main")).to_contain_text(TITLE)
    citizen.set_viewport_size(DESK)
    citizen.goto(meeting)
    assert faults(citizen) == []
    picture(citizen, "x-cong-giay-moi-ban")

    # two calendar libraries read the feeds
    feed = citizen.request.get(f"{url}/@@feed/body.ics").body()
    events = {str(one["UID"]): one for one in Calendar.from_ical(feed).walk("VEVENT")}
    ours = next(one for uid, one in events.items() if uid.startswith(document.UID()))
    assert ours["DTSTART"].dt.isoformat() == "2024-08-19T08:00:00+07:00"
    read = vobject.readOne(feed.decode())
    assert TITLE in [one.summary.value for one in read.vevent_list]
    single = citizen.request.get(f"{site}/@@invitation.ics/{document.UID()}").body()
    assert vobject.readOne(single.decode()).vevent.summary.value == TITLE
    assert citizen.troubles == []
    assert keeper.troubles == []


def test_present_by_the_code_in_the_room(sign_in, office, picture):
    document = Meetings(office).answered(units=INVITED)
    transaction.commit()
    clock.freeze(START)
    head = sign_in("truongphong-vhtt")
    head.goto(f"{document.absolute_url()}/@@attendance")
    code = head.locator("a", has_text="Mở trang ghi danh").get_attribute("href")

    guest = sign_in("truongphong-noivu", viewport=PHONE)
    guest.goto(code)
    picture(guest, "x-ghi-danh")
    guest.get_by_role("button", name="Tôi có mặt").click()
    expect(guest.locator(".meet-signed")).to_contain_text("Ông/bà có tên trong danh sách")
    assert guest.goto(code[:-1] + "z").status == 404

    head.locator("[name=name]").fill("Nguyễn Văn Khách")
    head.locator("[name=unit]").fill("Báo An Bình")
    head.get_by_role("button", name="Thêm vào danh sách").click()
    expect(head.locator(".meet-people").first).to_contain_text("Nguyễn Văn Khách")
    picture(head, "95-diem-danh")

    head.goto(f"{document.absolute_url()}/@@meeting")
    head.get_by_role("button", name="Soạn thông báo kết luận").click()
    expect(head.locator("main")).to_contain_text("Thông báo kết luận của Chủ tịch UBND huyện")
    assert head.troubles == []
