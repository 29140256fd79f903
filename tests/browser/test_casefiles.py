"""A year of case files, as its people walk it: from the list in January to the archive."""

from datetime import datetime
from playwright.sync_api import expect
from tests.archive_office import ARCHIVIST
from tests.archive_office import Archive
from tests.layers import at
from tests.letters import letter_pdf
from vanphong.calendars import clock
from vanphong.ledger import jobs
import pytest
import transaction


pytestmark = pytest.mark.browser


def on(year, month, day):
    """A day of the walk, in the morning."""
    return at(datetime(year, month, day, 8, 30, tzinfo=clock.TZ))


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def work():
    """What the worker would do."""
    transaction.begin()
    jobs.run_pending()
    transaction.commit()


def test_a_year_of_case_files(sign_in, office, portal, picture):
    letter = Archive(office).in_hand(letter_pdf("21/STTTT-CNTT"))
    step = office.step(letter, "lead").uid
    address, subject = letter.absolute_url(), letter.subject
    transaction.commit()
    site = portal.absolute_url()
    clerk, head, specialist = sign_in("vanthu"), sign_in("chutich"), sign_in("cv1-vhtt")
    keeper = sign_in(ARCHIVIST)

    with on(2025, 1, 6):
        list_url = list_is_submitted(clerk, site)
        head.goto(list_url)
        head.on("dialog", lambda dialog: dialog.accept())
        head.get_by_role("button", name="Phê duyệt").click()
        says(head, "Đã phê duyệt danh mục")
        picture(head, "62-danh-muc-ho-so")

        specialist.goto(list_url)
        specialist.locator("input[name=lines]").first.check()
        specialist.get_by_role("button", name="Mở hồ sơ đã chọn").click()
        says(specialist, "Đã mở 1 hồ sơ")
        expect(specialist.locator("main")).to_contain_text("01.VHTT")

    with on(2025, 3, 20):
        specialist.goto(f"{address}/@@act?do=finish&step={step}")
        specialist.locator("[name=result]").fill("Đã triển khai.")
        specialist.locator("[name=keep][value=there]").check(force=True)
        specialist.locator("[name=case_file]").fill("01.VHTT")
        picture(specialist, "64-ket-thuc-vao-ho-so")
        specialist.keyboard.press("Escape")
        specialist.get_by_role("button", name="Kết thúc").last.click()
        expect(specialist.locator(".vp-says")).to_be_visible()
        specialist.goto(address)
        specialist.locator("main a[href*='/ho-so/']").first.click()
        expect(specialist.locator("#entries")).to_contain_text(subject)
        file_url = specialist.url
        picture(specialist, "61-ho-so")

    with on(2025, 12, 22):
        file_is_closed(specialist, file_url)
        work()

    with on(2026, 11, 16):
        submission = files_are_submitted(specialist, site)
        keeper.goto(submission)
        keeper.locator("button[value='take-over']").click()
        keeper.wait_for_load_state("load")
        expect(keeper.locator("button[value='take-over']")).to_have_count(0)
        specialist.goto(file_url)
        expect(specialist.locator("main .sub")).to_contain_text("Đã nộp lưu")

    for page in (clerk, head, specialist, keeper):
        assert page.troubles == []


def list_is_submitted(clerk, site):
    """The list of the year begins with the lines of the last; one is named anew."""
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
    return list_url


def file_is_closed(page, file_url):
    """What the checks find is mended on their page, then the file is closed."""
    page.goto(f"{file_url}/@@close-file")
    while page.locator("input[name=pages]").count():
        page.locator("input[name=pages]").first.fill("2")
        page.locator("button[value=pages]").first.click()
        page.wait_for_load_state("load")
    page.locator("button[value=close]").click()
    page.wait_for_url(file_url)


def files_are_submitted(page, site):
    """All that waits is chosen; the address of the submission."""
    page.goto(f"{site}/@@archive")
    page.locator("input[name=files]").first.check()
    page.locator("button[value=submit]").click()
    page.wait_for_url("**/nop-luu/**")
    return page.url
