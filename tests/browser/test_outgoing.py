"""An answer to letter 1210/UBND-VX: drafted, sent back, signed, issued, received and recalled."""

from playwright.sync_api import expect
from tests.browser.conftest import PHONE
from tests.browser.outgoing_steps import NOTES
from tests.browser.outgoing_steps import Walk
from tests.browser.outgoing_steps import act
from tests.browser.outgoing_steps import appraise
from tests.browser.outgoing_steps import approve
from tests.browser.outgoing_steps import check_content
from tests.browser.outgoing_steps import issue
from tests.browser.outgoing_steps import later
from tests.browser.outgoing_steps import number
from tests.browser.outgoing_steps import print_for_signature
from tests.browser.outgoing_steps import record_signature
from tests.browser.outgoing_steps import says
from tests.browser.outgoing_steps import send
from tests.browser.outgoing_steps import submit
from vanphong.outgoing import deliveries
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.render import render_draft
from vanphong.outgoing.forms.rules.example import EXAMPLE
from vanphong.outgoing.lettering import letter_of
import pytest
import re


pytestmark = pytest.mark.browser

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

TEXT = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân huyện, Phòng Văn hóa và Thông tin đã rà soát việc sử "
    "dụng phần mềm văn phòng điện tử tại các phòng, ban và Ủy ban nhân dân các xã, thị trấn.\n"
    "Kết quả: 139 tài khoản đang hoạt động, 12 tài khoản chưa đăng nhập.\n"
    "Đề nghị các cơ quan, đơn vị đôn đốc, báo cáo kết quả trước ngày 30 tháng 8 năm 2024."
)


def test_an_answer_goes_from_draft_to_recall(sign_in, office, root, picture):
    letter = office.document("1210/UBND-VX").absolute_url()

    # the specialist who handles the letter drafts the answer, from the template
    drafter = sign_in("cv1-vhtt")
    drafter.goto(letter)
    drafter.get_by_role("link", name="Soạn trả lời").click()
    expect(drafter.locator("[name=r-name-0]")).to_have_value("Ủy ban nhân dân huyện Mộ Đức")
    drafter.get_by_role("button", name="phòng, ban").click()
    drafter.get_by_role("button", name="xã, thị trấn").click()
    expect(drafter.locator("[name=r-what-2]")).to_have_value("group:communes")
    # the drafting unit is not one of the divisions that a group means; it is named
    drafter.fill("[name=r-name-3]", office.unit("vhtt").title)
    drafter.fill("[name=text]", TEXT)
    picture(drafter, "20-chuyen-vien-soan-tra-loi")
    drafter.get_by_role("button", name="Soạn dự thảo").click()
    says(drafter, "Đã tạo dự thảo")
    picture(drafter, "21-chuyen-vien-du-thao")
    walk = Walk(office, drafter.url)
    address = walk.url
    submit(drafter)

    # the head of the unit sends it back with the reason
    later()
    head = sign_in("truongphong-vhtt")
    head.goto(address)
    act(head, "Trả lại")
    head.fill("[name=reason]", "Bổ sung thời hạn báo cáo và nơi nhận Sở Thông tin và Truyền thông.")
    picture(head, "22-truong-phong-tra-lai")
    send(head)
    says(head, "Đã trả lại")

    # a second version
    later()
    drafter.goto(address)
    expect(drafter.locator(NOTES)).to_contain_text("Bổ sung thời hạn")
    act(drafter, "Thêm bản mới")
    words = letter_of(walk.document, f"{TEXT}\nKèm theo biểu số liệu.")
    content = render_draft(builtin.template("cong-van"), words)
    drafter.locator("#act [name=files]").set_input_files(
        {"name": "du-thao-lan-2.docx", "mimeType": DOCX, "buffer": content}
    )
    drafter.fill("[name=note]", "Đã bổ sung thời hạn báo cáo.")
    send(drafter)
    says(drafter, "bản 2")
    submit(drafter)

    # content, form with the checklist, approval: each by its own person
    later()
    head.goto(address)
    picture(head, "23-truong-phong-duyet-noi-dung")
    check_content(head)
    taken = False
    while walk.step.action == "appraise":
        later()
        appraiser = sign_in(walk.step.actor)
        appraiser.goto(address)
        if taken:
            appraise(appraiser)
        else:
            act(appraiser, "Thẩm định")
            send(appraiser)
            expect(appraiser.locator("#act .fld-error").first).to_be_visible()
            appraiser.goto(address)
            appraise(appraiser, lambda page: picture(page, "24-van-phong-tham-dinh"))
        taken = True
        assert appraiser.troubles == []
    later()
    leader = sign_in(walk.step.actor)
    leader.goto(address)
    picture(leader, "25-lanh-dao-ky")
    approve(leader)

    # the clerk prints it, records the signature with the scan, numbers, issues
    later()
    clerk = sign_in("vanthu")
    clerk.goto(address)
    print_for_signature(clerk, "du-thao-lan-2.docx")
    scan = root / "profiles/sample/scans/09.pdf"
    record_signature(clerk, scan, lambda page: picture(page, "26-van-thu-ghi-nhan-chu-ky"))
    number(clerk, walk, lambda page: picture(page, "27-van-thu-cap-so"))
    issue(clerk, 30, lambda page: picture(page, "28-van-thu-phat-hanh"))
    sent = deliveries.of(walk.document)
    assert len([one for one in sent if one.incoming_uid]) == 29
    clerk.goto(address + "#recipients")
    picture(clerk, "29-noi-nhan")

    # the answered letter knows its answer, and the work may be finished
    drafter.goto(address)
    expect(drafter.locator(NOTES)).to_contain_text("Kết thúc việc xử lý")

    # the clerk of the first division registers it
    later()
    first = sent[1]
    unit = office.portal.portal_catalog.unrestrictedSearchResults(UID=first.recipient.unit)[0]
    received = office.portal.portal_catalog.unrestrictedSearchResults(UID=first.incoming_uid)[0]
    desk = sign_in(f"vanthu-{unit.id}")
    desk.goto(office.portal.absolute_url() + received.getPath().removeprefix("/plone"))
    desk.get_by_role("link", name="Vào sổ").first.click()
    picture(desk, "30-van-thu-phong-tiep-nhan")
    desk.get_by_role("button", name="Vào sổ, chưa trình").click()
    says(desk, "Đã vào sổ")
    assert {one.state for one in deliveries.of(walk.document)} >= {"received", "arrived"}

    # the recall reaches everybody
    later()
    clerk.goto(address)
    clerk.locator(".acts-bar summary").click()
    clerk.locator(".acts-bar").get_by_role("link", name="Thu hồi").click()
    clerk.fill("[name=reason]", "Sai số liệu tài khoản.")
    picture(clerk, "31-van-thu-thu-hoi")
    send(clerk)
    says(clerk, "30 nơi nhận")
    assert {one.state for one in deliveries.of(walk.document)} == {"recalled"}
    picture(clerk, "32-da-thu-hoi")
    desk.goto(office.portal.absolute_url() + received.getPath().removeprefix("/plone"))
    expect(desk.locator(".state")).to_contain_text("thu hồi")

    for page in (drafter, head, leader, clerk, desk):
        assert page.troubles == []


def test_an_invitation_has_fields_of_its_own(sign_in, unit, picture):
    page = sign_in("cv1-vhtt")
    page.goto(unit("vhtt").absolute_url() + "/@@draft-outgoing")
    own = page.locator("[data-own=giay-moi]")
    expect(own).to_be_hidden()
    page.select_option("[name=document_type]", "giay-moi")
    expect(own).to_be_visible()
    expect(page.locator("[data-own=bien-ban]")).to_be_hidden()
    page.fill("[name=subject]", "Họp giao ban công tác văn hóa, thể thao tháng 8 năm 2024")
    page.get_by_role("button", name="phòng, ban").click()
    page.fill("[name='giay-moi--starts_at']", "08:00 19/08/2024")
    page.fill("[name='giay-moi--ends_at']", "07:00 19/08/2024")
    page.fill("[name='giay-moi--place']", "Phòng họp số 1, trụ sở Ủy ban nhân dân huyện")
    page.fill("[name='giay-moi--chairs']", "Ông Trần Văn Hòa, Phó Chủ tịch Ủy ban nhân dân huyện")
    page.fill("[name='giay-moi--prepare']", "Báo cáo kết quả công tác tháng 7")
    page.get_by_role("button", name="Soạn dự thảo").click()
    expect(own.locator(".fld-error")).to_be_visible()
    page.fill("[name='giay-moi--ends_at']", "10:30 19/08/2024")
    own.scroll_into_view_if_needed()
    picture(page, "36-giay-moi-soan")
    page.get_by_role("button", name="Soạn dự thảo").click()
    says(page, "Đã tạo dự thảo")
    expect(page.locator("main")).to_contain_text("08:00 19/08/2024")
    picture(page, "37-giay-moi-du-thao")
    phone = sign_in("cv1-vhtt", viewport=PHONE, has_touch=True)
    phone.goto(unit("vhtt").absolute_url() + "/@@draft-outgoing")
    phone.select_option("[name=document_type]", "giay-moi")
    phone.locator("[data-own=giay-moi]").scroll_into_view_if_needed()
    picture(phone, "38-dien-thoai-giay-moi")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.troubles == phone.troubles == []


def test_drafting_on_a_phone(sign_in, office, unit, picture):
    phone = sign_in("cv1-vhtt", viewport=PHONE, has_touch=True)
    phone.goto(unit("vhtt").absolute_url() + "/@@draft-outgoing")
    phone.fill("[name=subject]", "V/v tổ chức Ngày hội đọc sách năm 2024")
    phone.get_by_role("button", name="xã, thị trấn").click()
    picture(phone, "33-dien-thoai-soan")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_role("button", name="Soạn dự thảo").click()
    says(phone, "Đã tạo dự thảo")
    picture(phone, "34-dien-thoai-du-thao")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    act(phone, "Trình")
    picture(phone, "35-dien-thoai-trinh")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_draft_is_made_without_scripts(sign_in, unit):
    page = sign_in("cv1-vhtt", java_script_enabled=False)
    page.goto(unit("vhtt").absolute_url() + "/@@draft-outgoing")
    page.fill("[name=subject]", "V/v kiểm tra thiết chế văn hóa cơ sở")
    page.get_by_role("button", name="xã, thị trấn").click()
    expect(page.locator("[name=r-what-0]")).to_have_value("group:communes")
    expect(page.locator("[name=subject]")).to_have_value("V/v kiểm tra thiết chế văn hóa cơ sở")
    page.get_by_role("button", name="Soạn dự thảo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("thiết chế văn hóa"))


def test_what_is_wrong_is_told_at_its_field_and_the_chosen_file_stays(sign_in, unit):
    page = sign_in("cv1-vhtt")
    address = unit("vhtt").absolute_url() + "/@@draft-outgoing"
    content = render_draft(builtin.template("cong-van"), EXAMPLE)
    chosen = {"name": "du-thao.docx", "mimeType": DOCX, "buffer": content}
    subject = "V/v rà soát các thiết chế văn hóa đã xuống cấp"
    for again in (False, True):
        page.goto(address)
        # set as a browser does that remembers it: nobody types, so nothing is asked meanwhile
        page.locator("[name=subject]").evaluate("(field, text) => (field.value = text)", subject)
        page.fill("[name=due_date]", "31/2/2025")
        page.locator("[name=files]").set_input_files(chosen)
        page.get_by_role("button", name="Soạn dự thảo").click()
        said = page.locator(".fld:has([name=due_date]) .fld-error")
        expect(said).to_contain_text("31/2/2025")
        expect(page.locator("[name=due_date]")).to_be_focused()
        expect(page.locator("[data-drop-list]").first).to_contain_text("du-thao.docx")
        page.fill("[name=due_date]", "")
        page.get_by_role("button", name="Soạn dự thảo").click()
        if again:
            expect(page.locator("[data-similar-list]")).to_contain_text(subject)
            expect(said).to_have_count(0)
            page.check("[name=distinct]")
            page.get_by_role("button", name="Soạn dự thảo").click()
        says(page, "Đã tạo dự thảo")
    assert page.troubles == []
