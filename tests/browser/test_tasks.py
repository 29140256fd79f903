"""A notice of conclusions becomes tasks, which are worked on and talked about."""

from playwright.sync_api import expect
from tests.browser.conftest import PHONE
from tests.task_office import Tasks
from vanphong.ledger import tasks as ledger
import pytest
import re
import transaction


pytestmark = pytest.mark.browser


@pytest.fixture
def notice(office):
    """Notice 186/TB-UBND of the sample, its words read."""
    found = Tasks(office).notice()
    transaction.commit()
    return found


def seen(uid):
    transaction.begin()
    return ledger.of_source(uid)


def test_ten_lines_of_a_notice_become_tasks(sign_in, notice, picture, office):
    page = sign_in("pct-vanxa")
    page.goto(notice.absolute_url())
    page.get_by_role("link", name=re.compile("Giao nhiệm vụ theo văn bản")).click()
    ticked = page.locator("input[data-line]:checked")
    assert ticked.count() >= 10
    accounts = page.locator("li.tk", has_text="Cung cấp đầy đủ tài khoản")
    expect(accounts.locator("input[name^=lead]")).to_have_value(re.compile("VH"))
    expect(accounts.locator("input[name^=due]")).to_have_value("20/08/2024")
    for row in page.locator("li.tk:has(input[data-line]:checked)").all():
        lead = row.locator("input[name^=lead]")
        if not lead.input_value():
            lead.fill("Văn phòng HĐND và UBND huyện")
        due = row.locator("input[name^=due]")
        if not due.input_value():
            due.fill("30/08/2024")
    accounts.scroll_into_view_if_needed()
    picture(page, "70-giao-nhiem-vu-theo-ket-luan")
    page.get_by_role("button", name=re.compile("Giao các nhiệm vụ")).click()
    expect(page.locator("li.tk.given").first).to_be_visible()
    assert len(seen(notice.UID())) >= 10

    worker = sign_in("truongphong-vhtt")
    worker.goto(f"{office.portal.absolute_url()}/@@tasks?box=unit")
    expect(worker.locator("tr[data-row]").first).to_be_visible()
    picture(worker, "71-danh-sach-nhiem-vu")
    worker.get_by_role("link", name=re.compile("Cung cấp đầy đủ tài khoản")).click()
    expect(worker.locator("#source blockquote")).to_contain_text("Cung cấp đầy đủ tài khoản")
    worker.get_by_role("button", name=re.compile("Tiếp nhận")).click()
    worker.get_by_role("link", name=re.compile("Danh mục kiểm tra")).click()
    worker.fill("[name=items]", "Lập danh sách\nCấp mật khẩu")
    worker.locator("[data-primary]").click()
    worker.locator("#checklist .tick").first.click()
    expect(worker.locator("#checklist li.done")).to_have_count(1)
    worker.get_by_role("link", name=re.compile("Ghi tiến độ")).click()
    worker.fill("[name=percent]", "50")
    worker.fill("textarea[name=note]", "Đã lập danh sách 42 tài khoản.")
    worker.locator("[data-primary]").click()
    expect(worker.locator("#progress")).to_contain_text("50%")
    area = worker.locator("#f-say")
    area.press_sequentially("Nhờ @pct-van")
    worker.locator(".mention li").first.click()
    area.press_sequentially("cho ý kiến về số tài khoản.")
    worker.get_by_role("button", name=re.compile("Gửi ý kiến")).click()
    expect(worker.locator(".says .at")).to_have_count(1)
    picture(worker, "72-nhiem-vu")
    assert not worker.troubles and not page.troubles

    page.goto(f"{office.portal.absolute_url()}/@@notices")
    expect(page.locator("main")).to_contain_text("nhắc đến ông/bà")


def test_on_a_phone_nothing_is_cut(sign_in, notice, picture, office):
    page = sign_in("pct-vanxa", PHONE)
    page.goto(f"{notice.absolute_url()}/@@conclusions")
    expect(page.locator("input[data-line]:checked").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator("li.tk", has_text="Cung cấp đầy đủ").scroll_into_view_if_needed()
    picture(page, "73-dien-thoai-giao-nhiem-vu")
    task = Tasks(office).assigned(checklist=["Khảo sát", "Tổng hợp"])
    transaction.commit()
    worker = sign_in("cv1-vhtt", PHONE)
    for name, address in (("list", f"{office.portal.absolute_url()}/@@tasks"), ("task", task)):
        worker.goto(address if name == "list" else task.absolute_url())
        assert worker.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
        picture(worker, f"phone-{name}")
    worker.goto(f"{task.absolute_url()}/@@act?do=finish")
    assert worker.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    picture(worker, "phone-finish")
    assert not page.troubles


def test_without_a_script_every_line_has_its_fields(chromium, sign_in, notice):
    page = sign_in("pct-vanxa", java_script_enabled=False)
    page.goto(f"{notice.absolute_url()}/@@conclusions")
    boxes = page.locator("input[data-line]:checked")
    for number in range(boxes.count() - 1, 0, -1):
        boxes.nth(number).uncheck()
    row = page.locator("li.tk:has(input[data-line]:checked)")
    row.locator("input[name^=lead]").fill("cv1-vhtt")
    page.get_by_role("button", name=re.compile("Giao các nhiệm vụ")).click()
    expect(page.locator("li.tk.given")).to_have_count(1)
    assert [one["lead"] for one in seen(notice.UID())] == ["cv1-vhtt"]
