"""An administrator who never saw the ZMI changes the way of decisions."""

from playwright.sync_api import expect
from tests.browser.conftest import PHONE
import pytest
import re


pytestmark = pytest.mark.browser

STEP = "Thẩm định pháp lý (Phòng Tư pháp)"


def steps(page):
    """Names of the steps, in their order."""
    return page.locator("tr[data-step]").evaluate_all("rows => rows.map(row => row.dataset.step)")


def test_a_step_for_decisions_is_added_tried_and_put_into_force(administrator, portal, picture):
    page = administrator()
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
