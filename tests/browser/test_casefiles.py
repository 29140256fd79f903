"""A year of case files, as its people walk it: the list, the files, a document kept at its end."""

from playwright.sync_api import expect
from tests.casefile_office import Files
import pytest
import transaction


pytestmark = pytest.mark.browser


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def test_from_the_list_to_the_file_with_a_document(sign_in, office, portal):
    letter = office.assigned()
    step = office.step(letter, "lead").uid
    case_file = Files(office).open(title="Hồ sơ phần mềm văn phòng điện tử")
    address, code, file_url = letter.absolute_url(), case_file.code, case_file.absolute_url()
    transaction.commit()
    site = portal.absolute_url()

    # the clerk begins the list of next year with the lines of this one, and submits it
    clerk = sign_in("vanthu")
    clerk.goto(f"{site}/@@file-lists")
    clerk.locator("[name=year]").select_option("2025")
    clerk.locator("[name=copy_from]").select_option("2024")
    clerk.get_by_role("button", name="Lập danh mục").click()
    says(clerk, "2025")
    clerk.locator("input[name^=title-]").nth(1).fill("Văn bản chỉ đạo của tỉnh năm 2025")
    clerk.get_by_role("button", name="Lưu danh mục").last.click()
    says(clerk, "Đã lưu danh mục")
    list_url = clerk.url.partition("/@@")[0]
    clerk.goto(list_url)
    clerk.get_by_role("button", name="Trình phê duyệt").click()
    says(clerk, "Đã trình danh mục")

    # the head approves it
    head = sign_in("chutich")
    head.goto(list_url)
    head.on("dialog", lambda dialog: dialog.accept())
    head.get_by_role("button", name="Phê duyệt").click()
    says(head, "Đã phê duyệt danh mục")

    # a specialist opens the planned file
    specialist = sign_in("cv1-vhtt")
    specialist.goto(list_url)
    specialist.locator("input[name=lines]").first.check()
    specialist.get_by_role("button", name="Mở hồ sơ đã chọn").click()
    says(specialist, "Đã mở 1 hồ sơ")
    expect(specialist.locator("main")).to_contain_text("01.VHTT")

    # and keeps a document in another file while finishing the work on it
    specialist.goto(f"{address}/@@act?do=finish&step={step}")
    specialist.locator("[name=result]").fill("Đã triển khai.")
    specialist.locator("[name=keep][value=there]").check(force=True)
    specialist.locator("[name=case_file]").fill(code)
    specialist.keyboard.press("Escape")
    specialist.get_by_role("button", name="Kết thúc").last.click()
    expect(specialist.locator(".vp-says")).to_be_visible()
    specialist.goto(file_url)
    expect(specialist.locator("#entries")).to_contain_text(letter.subject)
