"""A week from the proposals of three units to an adjusted schedule on the portal."""

from playwright.sync_api import expect
from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import watched
from vanphong.schedules import weeks
import pytest


pytestmark = pytest.mark.browser

WEEK = "2024/34"

MEETINGS = {
    "truongphong-vhtt": ("Duyệt chương trình lễ hội", "20/08/2024", "8:00", "Chủ tịch UBND huyện"),
    "truongphong-noivu": ("Xét tuyển viên chức", "20/08/2024", "8:30", "Chủ tịch UBND huyện"),
    "truongphong-tuphap": ("Phổ biến Luật Đất đai", "21/08/2024", "14:00", ""),
}


@pytest.fixture
def url(portal):
    """Address of the schedule."""
    return weeks.schedule(portal["to-chuc"]["ubnd"].UID()).absolute_url()


def propose(page, url, content, day, start, chair):
    """Fill in the form of a new item."""
    page.goto(f"{url}/@@week/{WEEK}")
    page.get_by_role("link", name="Thêm nội dung").first.click()
    page.locator("[name=content]").fill(content)
    page.locator("[name=day]").fill(day)
    page.locator("[name=start]").fill(start)
    if chair:
        page.locator("#f-chairs > summary").click()
        page.locator("#f-chairs label", has_text=chair).first.click()
        page.locator("#f-chairs > summary").click()


def send(page, value):
    """Press a button."""
    page.locator(f"[name=act][value={value}]").first.click()
    page.wait_for_load_state("load")


def test_three_units_the_office_and_a_citizen(sign_in, chromium, url, picture):
    for user, (content, day, start, chair) in MEETINGS.items():
        page = sign_in(user)
        propose(page, url, content, day, start, chair)
        if user == "truongphong-noivu":  # told of the conflict before it is sent
            expect(page.locator("[data-conflicts]")).to_contain_text("Duyệt chương trình lễ hội")
            picture(page, "81-lich-dang-ky")
        send(page, "propose")
        expect(page.locator(".plan")).to_contain_text(content)
        assert page.troubles == []

    office = sign_in("chanhvp")
    office.goto(f"{url}/@@week/{WEEK}")
    expect(office.locator("#conflicts")).to_contain_text("Chủ tịch UBND huyện")
    picture(office, "80-lich-tong-hop")
    for _n in MEETINGS:
        send(office, "accept")

    # the conflict is resolved with the keyboard: into the afternoon
    slip = office.locator(".slip", has_text="Xét tuyển viên chức")
    slip.locator("a").focus()
    office.keyboard.press("Alt+ArrowDown")
    expect(office.locator(".cell[data-session=afternoon]").nth(1)).to_contain_text("Xét tuyển")
    expect(office.locator("#conflicts")).not_to_contain_text("chủ trì hoặc dự")
    # and by dragging
    thursday = office.locator(".cell[data-session=afternoon][data-day='2024-08-22']")
    office.locator(".slip", has_text="Xét tuyển viên chức").drag_to(thursday)
    expect(thursday).to_contain_text("Xét tuyển")

    for value in ("compile_week", "approve", "publish"):
        send(office, value)
    expect(office.locator("[aria-current=step]")).to_have_text("Đã ban hành")

    context = chromium.new_context(viewport=PHONE, locale="vi-VN")
    citizen = watched(context)
    citizen.goto(f"{url}/@@public-week/{WEEK}")
    expect(citizen.locator("main")).to_contain_text("Duyệt chương trình lễ hội")

    # an item of the leader changes after it was published
    office.locator(".slip", has_text="Duyệt chương trình").locator("a").click()
    office.locator("[name=start]").fill("10:00")
    send(office, "change")
    citizen.reload()
    expect(citizen.locator("main")).not_to_contain_text("Đổi giờ")
    send(office, "republish")
    picture(office, "82-lich-dieu-chinh")
    citizen.reload()
    expect(citizen.locator(".tag.chg").first).to_be_visible()
    expect(citizen.locator("main")).to_contain_text("Đổi giờ, trước là 08:00")
    expect(citizen.locator("main")).to_contain_text("Lịch điều chỉnh lần 1")

    citizen.goto(f"{url}/@@public-week/2024/33")
    picture(citizen, "84-lich-tuan-dien-thoai")
    wide = citizen.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    citizen.set_viewport_size(DESK)
    picture(citizen, "83-lich-tuan")
    citizen.goto(f"{url}/@@reception-days/2024/8")
    picture(citizen, "85-lich-tiep-cong-dan")
    assert citizen.troubles == []
    assert office.troubles == []
    context.close()


def test_staff_pages_on_a_phone(sign_in, url, picture):
    page = sign_in("pct-vanxa", viewport=PHONE)
    for number, name in enumerate(
        ("week", "my-schedule", "by-leader", "by-room", "schedule-month")
    ):
        page.goto(f"{url}/@@{name}")
        expect(page.locator("h1")).to_be_visible()
        picture(page, f"x-lich-{number}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.troubles == []


def test_a_proposal_without_javascript(chromium, portal, url):
    context = chromium.new_context(viewport=DESK, locale="vi-VN", java_script_enabled=False)
    page = watched(context)
    page.goto(f"{portal.absolute_url()}/login")
    page.fill("[name=__ac_name]", "truongphong-vhtt")
    page.fill("[name=__ac_password]", "VanPhong-2026")
    page.click("[name='buttons.login']")
    page.goto(f"{url}/@@schedule-item/2024/35")
    page.fill("[name=content]", "Không cần JavaScript")
    page.fill("[name=day]", "27/08/2024")
    page.click("[name=act][value=propose]")
    expect(page.locator(".plan")).to_contain_text("Không cần JavaScript")
    context.close()
