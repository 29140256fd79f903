"""An administrator who never saw the ZMI changes the way of decisions."""

from datetime import timedelta
from playwright.sync_api import expect
from tests.browser.conftest import PHONE
from tests.browser.test_outgoing import Walk
from tests.browser.test_outgoing import act
from tests.browser.test_outgoing import says
from tests.browser.test_outgoing import send
from tests.outgoing_office import Outgoing
from vanphong.calendars import clock
from vanphong.routing import sheet as sheets
import pytest
import re
import transaction


pytestmark = pytest.mark.browser

STEP = "Thẩm định pháp lý (Phòng Tư pháp)"
SUBJECT = "Về việc ban hành Quy chế quản lý nhà văn hóa"


def steps(page):
    """Names of the steps, in their order."""
    return page.locator("tr[data-step]").evaluate_all("rows => rows.map(row => row.dataset.step)")


def add_legal_step(page, portal, picture):
    """A step for decisions is added, tried out and put into force; its id."""
    page.goto(f"{portal.absolute_url()}/@@routes")
    picture(page, "luong-xu-ly-danh-sach")
    page.locator("a.t[href$='/van-ban-di']").click()
    before = steps(page)

    # a step behind the opinions, for decisions only
    page.locator("tr[data-step=opine]").hover()
    page.locator("a[href$='?after=opine#step-form']").click()
    page.locator("[name=action]").select_option("appraise")
    page.locator("[name=title]").fill(STEP)
    page.locator("[name=hours]").fill("8")
    page.locator("#f-who > summary").click()
    page.locator("#f-who [data-pick-filter]").fill("tu phap")
    page.locator("#f-who [data-pick-filter]").press("Enter")
    page.locator("#f-step_document_types > summary").click()
    page.locator("[name=step_document_types][value=quyet-dinh]").check()
    page.locator("#f-step_document_types > summary").click()
    picture(page, "luong-xu-ly-them-buoc")
    page.locator("[name=do][value=save]").click()
    added = [name for name in steps(page) if name not in before]
    assert len(added) == 1
    row = page.locator(f"tr[data-step='{added[0]}']")
    expect(row).to_contain_text(STEP)
    expect(row).to_be_focused()
    bar = page.locator(".vp-head").bounding_box()
    assert row.bounding_box()["y"] >= bar["y"] + bar["height"]  # not hidden under it
    expect(page.locator("[data-opens=apply]")).to_be_in_viewport()

    # the keyboard moves it, and back again
    place = steps(page).index(added[0])
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("tr[data-step]").nth(place - 1)).to_contain_text(STEP)
    expect(page.locator(f"tr[data-step='{added[0]}']")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("tr[data-step]").nth(place)).to_contain_text(STEP)
    assert steps(page).index(added[0]) == place

    # a decision takes it, a report does not
    page.locator("[name=try_at]").fill("10:00 14/8/2024")
    page.locator("[name=try_type]").select_option("quyet-dinh")
    expect(page.locator(".rt-res")).to_contain_text(STEP)
    expect(page.locator(".rt-drawing svg")).to_be_visible()
    picture(page, "luong-xu-ly")
    page.locator("[name=try_type]").select_option("bao-cao")
    expect(page.locator(".rt-sum")).to_contain_text(STEP)
    expect(page.locator(".rt-res")).not_to_contain_text(STEP)

    # into force from today, with a reason
    page.locator("[data-opens=apply]").click()
    page.locator("#apply [name=reason]").fill("Quyết định phải qua Phòng Tư pháp thẩm định.")
    picture(page, "luong-xu-ly-dua-vao-dung")
    page.locator("#apply [name=do]").click()
    expect(page.locator(".rt-versions > li")).to_have_count(2)
    newest = page.locator(".rt-versions > li").first
    expect(newest).to_contain_text("14/8/2024")
    expect(newest).to_contain_text("Quyết định phải qua Phòng Tư pháp thẩm định.")
    expect(page.locator("[data-opens=apply]")).to_have_count(0)
    newest.scroll_into_view_if_needed()
    picture(page, "luong-xu-ly-cac-ban")

    # a hard rule refuses, and says so on the page
    assert page.locator("button[value='delete sign']").count() == 0
    expect(page.locator("tr[data-step=sign] .lk")).to_have_attribute(
        "title", re.compile("Nghị định 30/2020/NĐ-CP")
    )
    return added[0]


def begin_decision(page, office, picture):
    """A specialist drafts a decision by the form; the address of the draft."""
    page.goto(f"{office.unit('vhtt').absolute_url()}/@@draft-outgoing")
    page.locator("[name=document_type]").select_option("quyet-dinh")
    page.fill("[name=subject]", SUBJECT)
    page.locator("[name=field]").select_option("VX")
    page.get_by_role("button", name="xã, thị trấn").click()
    page.fill("[name=text]", "Ban hành Quy chế quản lý nhà văn hóa xã, thị trấn.")
    page.get_by_role("button", name="Soạn dự thảo").click()
    says(page, "Đã tạo dự thảo")
    picture(page, "56-chuyen-vien-soan-quyet-dinh")
    return page.url.partition("?")[0].partition("/@@")[0]


def test_the_next_decision_takes_a_new_step_and_a_running_one_does_not(
    administrator, sign_in, office, portal, picture
):
    # a decision is on its way already
    out = Outgoing(office)
    running = out.submitted(document_type="quyet-dinh", subject="Về việc kiện toàn Ban Chỉ đạo")
    transaction.commit()
    admin = administrator()
    step = add_legal_step(admin, portal, picture)

    # the next one: drafted, submitted, checked by the head of the unit
    clock.advance(timedelta(minutes=5))
    drafter = sign_in("cv1-vhtt")
    walk = Walk(office, begin_decision(drafter, office, picture))
    act(drafter, "Trình")
    send(drafter)
    says(drafter, "Đã trình")
    clock.advance(timedelta(minutes=5))
    head = sign_in("truongphong-vhtt")
    for address in (walk.url, running.absolute_url()):
        head.goto(address)
        act(head, "Duyệt nội dung")
        send(head)
        says(head, "Đã xong")

    # it lies with the head of the division of justice, who finds it on the desktop
    assert (walk.step.route_step, walk.step.actor) == (step, "truongphong-tuphap")
    justice = sign_in("truongphong-tuphap")
    expect(justice.locator("main")).to_contain_text(SUBJECT)
    expect(justice.locator("main")).not_to_contain_text(running.subject)
    picture(justice, "57-tu-phap-ban-lam-viec")
    justice.goto(walk.url)
    expect(justice.locator(".vp-way")).to_contain_text(STEP)
    picture(justice, "58-tu-phap-tham-dinh")

    # whoever asks sees why it waits and for whom; the one before goes its old way
    drafter.goto(walk.url)
    expect(drafter.locator(".vp-way .waits")).to_contain_text("Tư pháp")
    drafter.locator(".vp-way").scroll_into_view_if_needed()
    picture(drafter, "59-quyet-dinh-cho-tu-phap")

    # the administrator, who opens no documents, sees it without its subject
    admin.get_by_role("link", name="văn bản đang xử lý").click()
    line = admin.locator(".vt tr", has_text="Trưởng phòng Tư pháp")
    expect(line).to_contain_text("Dự thảo chưa có số")
    expect(line.get_by_role("link", name="Chuyển bước cho người khác")).to_be_visible()
    expect(admin.locator("main")).not_to_contain_text(SUBJECT)
    picture(admin, "luong-xu-ly-dang-xu-ly")

    old = Walk(office, running.absolute_url())
    assert old.step.actor != "truongphong-tuphap"
    assert step not in [one.step.id for one in sheets.plan_of(old.document)]
    drafter.goto(old.url)
    expect(drafter.locator(".vp-way")).not_to_contain_text(STEP)
    for page in (admin, drafter, head, justice):
        assert page.troubles == []


def test_the_designer_fits_a_phone(administrator, portal, picture):
    page = administrator(PHONE)
    page.goto(f"{portal.absolute_url()}/luong-xu-ly/van-ban-di")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture(page, "luong-xu-ly-dien-thoai")
    page.goto(f"{portal.absolute_url()}/@@routes")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.troubles == []


def test_the_way_of_a_document_stands_on_its_page(sign_in, office, picture):
    page = sign_in("chutich")
    page.goto(office.document("512/STTTT-CNTT").absolute_url())
    expect(page.locator(".vp-way .waits")).to_be_visible()
    page.locator(".vp-way").scroll_into_view_if_needed()
    picture(page, "luong-xu-ly-duong-di")
    assert page.troubles == []
