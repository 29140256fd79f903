"""The second half of the life of a file: closed, submitted, taken over, exported."""

from playwright.sync_api import expect
from tests.archive_office import ARCHIVIST
from tests.archive_office import Archive
from tests.browser.conftest import PHONE
from tests.letters import letter_pdf
from vanphong.ledger import jobs
import pytest
import transaction
import zipfile


pytestmark = pytest.mark.browser


def says(page, words):
    """The page says what has happened."""
    expect(page.locator(".vp-says")).to_contain_text(words)


def work():
    """What the worker would do."""
    transaction.begin()
    jobs.run_pending()
    transaction.commit()


def many_are_frozen_and_let_go(page, site, code):
    """By keyboard: ticked in the list of files, frozen with one order, lifted together."""
    page.goto(f"{site}/@@case-files?box=all")
    rows = page.locator("tr[data-row]")
    chosen = [rows.filter(has_text=code.rpartition(".2024.")[2]).first, rows.last]
    for row in chosen:
        row.locator("a.t").focus()
        page.keyboard.press("x")
    page.locator("button[value=freeze]").click()
    page.locator("[name=reason]").fill("Thanh tra tỉnh yêu cầu")
    page.locator("[name=order]").fill("QĐ 12/QĐ-TTr")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/@@case-files*")
    says(page, "2")
    page.goto(f"{site}/@@archive?box=frozen")
    expect(page.locator("tr[data-row]")).to_have_count(2)
    expect(page.locator("main")).to_contain_text("Thanh tra tỉnh yêu cầu")
    page.locator("[data-pick-all]").check()
    page.locator("button[value=lift]").click()
    page.locator("[name=reason]").fill("Thanh tra xong")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/@@archive*")
    expect(page.locator("main")).to_contain_text("Không có gì đang bị đóng băng.")


def test_from_the_last_document_to_the_archive(office, sign_in, picture, tmp_path):
    archive = Archive(office)
    content = letter_pdf("11/STTTT-CNTT")
    case_file = archive.full(content, letter_pdf("12/STTTT-CNTT"))
    twin = archive.document(content)
    archive.filed(twin, case_file, pages=1)
    transaction.commit()
    url = case_file.absolute_url()

    maker = sign_in("cv1-vhtt")
    maker.goto(f"{url}/@@close-file")
    picture(maker, "67-ket-thuc-ho-so-kiem-tra")
    phone = sign_in("cv1-vhtt", PHONE)
    phone.goto(f"{url}/@@close-file")
    picture(phone, "69-dien-thoai-ket-thuc-ho-so")
    maker.locator("button[value='take-out']").first.click()
    maker.wait_for_url("**/@@close-file")
    maker.locator("button[value='close']").click()
    maker.wait_for_url(url)
    work()

    maker.goto(f"{office.portal.absolute_url()}/@@archive")
    maker.locator("input[name='files']").first.check()
    maker.locator("button[value='submit']").click()
    maker.wait_for_url("**/nop-luu/**")
    submission = maker.url

    keeper = sign_in(ARCHIVIST)
    keeper.goto(submission)
    picture(keeper, "68-luu-tru-nhan-ho-so")
    keeper.locator("button[value='take-over']").click()
    keeper.wait_for_load_state("load")
    expect(keeper.locator("button[value='take-over']")).to_have_count(0)

    maker.goto(f"{url}/@@export-file")
    maker.locator("button[value='sip']").click()
    maker.wait_for_load_state("load")
    work()
    maker.goto(f"{url}/@@export-file")
    with maker.expect_download() as download:
        maker.locator("a[href*='@@case-export/']").first.click()
    saved = tmp_path / "goi.zip"
    download.value.save_as(saved)
    with zipfile.ZipFile(saved) as found:
        assert any(name.endswith("/METS.xml") for name in found.namelist())
    many_are_frozen_and_let_go(keeper, office.portal.absolute_url(), case_file.code)
    assert maker.troubles == phone.troubles == keeper.troubles == []
