"""Letter 492/UBND-VP, walked as its users would: from the scan to "finished"."""

from datetime import timedelta
from playwright.sync_api import expect
from tests.browser.conftest import PHONE
from vanphong.calendars import clock
import pytest
import re


pytestmark = pytest.mark.browser

SUBJECT = re.compile("Tiếp tục sử dụng hiệu quả, tối ưu hệ thống Văn phòng điện tử")


def address(office):
    """Where the letter is."""
    return office.document("492/UBND-VP").absolute_url()


def open_from_desktop(page, subject=SUBJECT):
    """Open the letter as its holder does: from the desktop."""
    page.get_by_role("link", name=subject).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)


def open_by_its_row(page):
    """Open the letter by a press on its row, beside the link."""
    page.locator("[data-row]").filter(has_text=SUBJECT).locator("td").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SUBJECT)


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def test_a_letter_goes_from_the_scan_to_finished(sign_in, office, unit, picture):
    letter = address(office)

    # the records clerk registers and presents
    clerk = sign_in("vanthu")
    picture(clerk, "01-van-thu-ban-lam-viec")
    clerk.goto(letter)
    clerk.get_by_role("link", name="Vào sổ").first.click()
    expect(clerk.locator(".numbox .n")).to_have_text(re.compile(r"\d+"))
    number = clerk.locator(".numbox .n").inner_text().strip()
    picture(clerk, "02-van-thu-vao-so")
    clerk.locator("[name=to]").select_option(label="Chủ tịch UBND huyện")
    clerk.get_by_role("button", name="Vào sổ và trình").click()
    says(clerk, number)

    # the leader directs: one lead, two coordinators, one for information, a deadline
    clock.advance(timedelta(minutes=30))
    leader = sign_in("chutich")
    picture(leader, "03-chu-tich-ban-lam-viec")
    open_from_desktop(leader)
    leader.get_by_role("link", name="Chỉ đạo").first.click()
    leader.fill(
        "[name=text]",
        "Giao Phòng VH&TT chủ trì, phối hợp Văn phòng, Phòng Nội vụ rà soát "
        "các tài khoản chưa đăng nhập; tham mưu văn bản chấn chỉnh.",
    )
    choose(leader, "lead", unit("vhtt").UID())
    choose(leader, "coordinators", unit("vp").UID())
    choose(leader, "coordinators", unit("noivu").UID())
    choose(leader, "inform", unit("anlac").UID())
    choose(leader, "working_days", "3")
    picture(leader, "04-chu-tich-chi-dao")
    leader.get_by_role("button", name="Gửi chỉ đạo").click()
    says(leader, "chỉ đạo")

    # the unit's clerk receives
    clock.advance(timedelta(minutes=15))
    desk = sign_in("vanthu-vhtt")
    open_from_desktop(desk)
    picture(desk, "05-van-thu-phong-van-ban")
    desk.get_by_role("button", name="Tiếp nhận").first.click()
    says(desk, "nhận")

    # the head assigns it to a specialist
    clock.advance(timedelta(minutes=15))
    head = sign_in("truongphong-vhtt")
    picture(head, "06-truong-phong-ban-lam-viec")
    open_by_its_row(head)
    head.get_by_role("link", name="Giao việc").first.click()
    choose(head, "person", "cv1-vhtt")
    picture(head, "07-truong-phong-giao-viec")
    head.locator("form").get_by_role("button", name=re.compile("^Giao")).click()
    says(head, "giao")

    # the specialist reports and finishes
    clock.advance(timedelta(hours=2))
    worker = sign_in("cv1-vhtt")
    open_from_desktop(worker)
    worker.get_by_role("link", name="Báo cáo").first.click()
    worker.fill("[name=result]", "Đã rà soát 139 tài khoản, 12 tài khoản chưa đăng nhập.")
    worker.locator("form").get_by_role("button", name=re.compile("^Báo cáo")).click()
    says(worker, "báo cáo")
    worker.goto(letter)
    worker.get_by_role("link", name="Kết thúc").first.click()
    picture(worker, "08-chuyen-vien-ket-thuc")
    worker.locator("form").get_by_role("button", name=re.compile("^Kết thúc")).click()
    says(worker, number)

    # the leader sees it done
    leader.goto(letter)
    expect(leader.locator(".state")).to_contain_text("Hoàn thành")
    expect(leader.locator(".tl:not(.vp-way .tl)")).to_contain_text(
        "Chuyên viên công nghệ thông tin"
    )
    picture(leader, "09-chu-tich-da-xong")
    leader.goto(letter + "/@@resolution-slip")
    expect(leader.locator("body")).to_contain_text("Phiếu giải quyết văn bản đến")
    picture(leader, "10-phieu-giai-quyet")

    for page in (clerk, leader, desk, head, worker):
        assert page.troubles == []


def choose(page, name, value):
    """Choose in whatever control a field has: a list, a radio button, a checkbox."""
    if page.locator(f"select[name='{name}']").count():
        page.locator(f"select[name='{name}']").select_option(value)
        return
    box = page.locator(f"[name='{name}'][value='{value}']")
    panel = box.locator("xpath=ancestor::details[1]")
    if panel.count():
        panel.evaluate("one => { one.open = true }")
    box.locator("xpath=ancestor::label[1]").click()
    expect(box).to_be_checked()
    if panel.count():
        panel.evaluate("one => { one.open = false }")


def test_a_leader_directs_on_a_phone(sign_in, office, unit, picture):
    letter = office.document("45-TB/HU").absolute_url()
    phone = sign_in("chutich", viewport=PHONE, has_touch=True)
    picture(phone, "11-dien-thoai-ban-lam-viec")
    phone.goto(letter)
    picture(phone, "12-dien-thoai-van-ban")
    phone.goto(letter + "/@@direct")
    phone.fill("[name=text]", "Giao Phòng TN&MT chủ trì tham mưu.")
    choose(phone, "lead", unit("tnmt").UID())
    choose(phone, "working_days", "1")
    picture(phone, "13-dien-thoai-chi-dao")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_role("button", name="Gửi chỉ đạo").click()
    says(phone, "chỉ đạo")


def test_a_directive_without_a_lead_is_refused_and_nothing_is_lost(sign_in, office):
    letter = office.document("45-TB/HU").absolute_url()
    leader = sign_in("chutich")
    leader.goto(letter + "/@@direct")
    leader.fill("[name=text]", "Giao các đơn vị triển khai.")
    leader.locator("form[method=post]").evaluate("form => { form.noValidate = true }")
    leader.get_by_role("button", name="Gửi chỉ đạo").click()
    expect(leader.locator(".vp-says")).to_contain_text("chủ trì")
    assert leader.locator("[name=text]").input_value() == "Giao các đơn vị triển khai."


@pytest.mark.parametrize("user", ["chanhvp", "chutich", "truongphong-vhtt", "cv1-vhtt"])
def test_the_office_works_without_scripts(sign_in, user):
    page = sign_in(user, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bàn làm việc")
    page.locator("a.t").first.click()
    expect(page.locator("main")).to_contain_text("Ai đang giữ")


LETTER = {
    "organ_name": "Sở Xây dựng",
    "symbol": "88/SXD-QLN",
    "issued_date": "12/8/2024",
    "subject": "V/v rà soát quy hoạch xây dựng nông thôn",
}


def fill_in(page, values):
    """Type the particulars of a document, and see that they stand there."""
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)
    page.wait_for_timeout(600)  # completion and the look for duplicates are done
    for name, value in values.items():
        expect(page.locator(f"[name={name}]")).to_have_value(value)


def test_the_preview_of_a_scan_leaves_the_focus_where_one_types(sign_in, body, root):
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    page.locator("[name=organ_name]").focus()
    scan = root / "profiles" / "sample" / "scans" / "09.pdf"
    page.locator("input[type=file]").first.set_input_files(scan)
    page.locator("[name=subject]").focus()
    expect(page.locator("iframe.preview")).to_be_visible()
    page.wait_for_timeout(800)
    expect(page.locator("[name=subject]")).to_be_focused()


def test_the_clerk_registers_a_new_scan_by_keyboard(sign_in, body, root, picture):
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    scan = root / "profiles" / "sample" / "scans" / "09.pdf"
    page.locator("input[type=file]").first.set_input_files(scan)
    fill_in(page, LETTER)
    picture(page, "14-van-thu-vao-so-ban-quet")
    page.locator("[name=subject]").press("Control+Enter")
    says(page, "Đã vào sổ")
    page.get_by_role("link", name=LETTER["subject"]).first.click()
    expect(page.locator(".state")).to_contain_text(LETTER["symbol"])


def test_a_duplicate_is_refused_and_nothing_is_lost(sign_in, body, office, picture):
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    there = office.document("902/SNV-CCHC")
    twice = {**LETTER, "organ_name": there.organ_name, "symbol": there.symbol}
    twice["issued_date"] = f"{there.issued_date:%d/%m/%Y}"
    fill_in(page, twice)
    page.get_by_role("button", name="Vào sổ và trình").click()
    expect(page.locator(".note.warn:visible").first).to_contain_text(there.label)
    picture(page, "15-van-thu-trung-so")
    expect(page.locator("[name=subject]")).to_have_value(LETTER["subject"])
    assert len(office.documents()) == 29
