"""The public pages in a browser: accessible, light, nothing from elsewhere, no scripts."""

from datetime import date
from pathlib import Path
from playwright.sync_api import expect
from plone import api
from plone.app.textfield.value import RichTextValue
from tests.browser.conftest import DESK
from tests.browser.conftest import PHONE
from tests.browser.conftest import watched
from tests.office import as_user
from tests.outgoing_office import Outgoing
from urllib.parse import urlsplit
from vanphong.portal import actions
import pytest
import transaction


pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe" / "axe.min.js"

#: What a page may cost a telephone that sees it first.
OCTETS = 250_000
REQUESTS = 15

#: A page that Plone makes.
PLONES = "tin-phong-benh"

#: Names below the site, and what the page has for a heading.
PAGES = {
    "": "Ủy ban nhân dân huyện Phú Khê",
    "@@published": "Văn bản chỉ đạo",
    "@@published?q=khong+co+gi": "Văn bản chỉ đạo",
    "@@public-search?q=chuyen+de": "Tìm: chuyen de",
    "@@public-search": "Tìm kiếm",
    "@@contacts": "Cơ cấu tổ chức, liên hệ",
    "@@accessibility": "Hỗ trợ tiếp cận",
    "khong-co": "Không có gì ở địa chỉ này",
    "lich-cong-tac/ubnd/@@public-week": "",
    "lich-cong-tac/ubnd/@@public-week/2024/30": "",
    "lich-cong-tac/ubnd/@@reception-days": "",
    "@@invitations": "",
    PLONES: "Huyện ra quân phòng bệnh",
    "@@login": "Văn phòng điện tử",
    "@@login-help": "",
}

RUN = """async () => {
    const found = await axe.run(document, {resultTypes: ["violations"]});
    return found.violations.filter(one => ["serious", "critical"].includes(one.impact))
        .map(one => one.id + ": " + one.nodes.map(node => node.html).slice(0, 3).join(" | "));
}"""


@pytest.fixture
def publication(office):
    """A published document."""
    document = Outgoing(office).issued(subject="V/v báo cáo chuyên đề phòng, chống thiên tai")
    with as_user("truongphong-vhtt"):
        found = actions.publish(
            document, expires_on=date(2027, 1, 1), summary="Tóm tắt.", links="A | https://a.vn"
        )
    transaction.commit()
    return found


@pytest.fixture(autouse=True)
def news(portal):
    """A page that the office writes in Plone."""
    with as_user("admin"):
        text = "<h2>Nội dung</h2><p>Các xã đồng loạt ra quân.</p>"
        made = api.content.create(
            portal,
            "Document",
            id=PLONES,
            title="Huyện ra quân phòng bệnh",
            text=RichTextValue(text, "text/html", "text/html"),
        )
        api.content.transition(made, "publish")
    transaction.commit()


@pytest.fixture
def visit(chromium, portal):
    """A page of a visitor; what was asked for is kept in ``seen``."""
    contexts = []

    def page_of(viewport, **options):
        context = chromium.new_context(viewport=viewport, locale="vi-VN", **options)
        contexts.append(context)
        page = watched(context)
        page.seen = []
        page.on("response", lambda response: page.seen.append(response))
        return page

    yield page_of
    for context in contexts:
        context.close()


def addresses(portal, publication):
    """Every public page."""
    yield from (f"{portal.absolute_url()}/{name}" for name in PAGES)
    yield publication.absolute_url()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_no_public_page_has_a_serious_fault_or_costs_too_much(visit, portal, publication, viewport):
    source = AXE.read_text(encoding="utf-8")
    host = urlsplit(portal.absolute_url()).netloc
    faults = {}
    for url in addresses(portal, publication):
        page = visit(viewport)
        page.goto(url, wait_until="networkidle")
        page.evaluate(source)
        found = page.evaluate(RUN)
        octets = sum(len(one.body()) for one in page.seen if one.ok)
        outside = [one.url for one in page.seen if urlsplit(one.url).netloc != host]
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if octets > OCTETS or len(page.seen) > REQUESTS:
            found.append(f"{octets} octets in {len(page.seen)} requests")
        found += outside + page.troubles
        if wide > 0:
            found.append(f"{wide} pixels too wide")
        if found:
            faults[url] = found
        page.context.close()
    assert faults == {}


def test_every_page_says_what_it_is_without_scripts(visit, portal, publication):
    page = visit(PHONE, java_script_enabled=False)
    for name, heading in PAGES.items():
        page.goto(f"{portal.absolute_url()}/{name}")
        expect(page.locator("h1")).to_have_count(1)
        if heading:
            expect(page.locator("h1")).to_have_text(heading)
    page.goto(portal.absolute_url())
    page.locator("#q").fill("thien tai")
    page.get_by_role("button", name="Tìm kiếm").click()
    page.get_by_role("link", name="V/v báo cáo chuyên đề phòng").click()
    expect(page.locator("h1")).to_contain_text("phòng, chống thiên tai")
    expect(page.get_by_role("link", name="Mở văn bản đã ký")).to_be_visible()


def test_the_keyboard_is_enough(visit, portal, publication):
    page = visit(DESK)
    page.goto(portal.absolute_url())
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.goto(portal.absolute_url())
    seen = []
    for _step in range(40):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e);"
                " return [e.href || e.name || e.type || '', s.outlineStyle]; }"
            )
        )
    reached = {where for where, _outline in seen}
    assert f"{portal.absolute_url()}/@@published" in reached
    assert publication.absolute_url() in reached
    assert "q" in reached
    assert all(outline != "none" for where, outline in seen if where)


def test_a_staff_member_finds_the_way_in_and_the_page_stays_the_same(visit, sign_in, portal):
    page = visit(DESK)
    page.goto(portal.absolute_url())
    page.get_by_role("link", name="Cán bộ đăng nhập").click()
    expect(page.locator("[name=__ac_name]")).to_be_visible()
    staff = sign_in("truongphong-vhtt")
    staff.goto(f"{portal.absolute_url()}/@@portal")
    staff.get_by_role("link", name="Cán bộ đăng nhập").click()
    expect(staff).to_have_url(f"{portal.absolute_url()}/@@desktop")


def test_a_head_publishes_what_a_citizen_then_reads(visit, sign_in, portal, office):
    document = Outgoing(office).issued(subject="V/v trực bão số 5")
    transaction.commit()
    head = sign_in("truongphong-vhtt")
    head.goto(document.absolute_url())
    head.get_by_role("link", name="Công bố").click()
    head.locator("[name=summary]").fill("Trực 24/24 giờ.")
    head.get_by_role("button", name="Công bố").click()
    expect(head.locator(".vp-says")).to_contain_text("đã được công bố")
    citizen = visit(PHONE)
    citizen.goto(portal.absolute_url())
    citizen.get_by_role("link", name="V/v trực bão số 5").click()
    expect(citizen.locator("main")).to_contain_text("Trực 24/24 giờ.")
    head.locator("[name=reason]").fill("Đăng nhầm.")
    head.get_by_role("button", name="Gỡ khỏi cổng").click()
    expect(head.locator(".vp-says")).to_contain_text("Đã gỡ")
    gone = citizen.goto(citizen.url)
    assert gone.status == 404
