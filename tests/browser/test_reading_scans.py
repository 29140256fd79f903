"""The clerk drops a scan: the form fills itself, she checks it and registers by keyboard."""

from playwright.sync_api import expect
import pytest
import re


pytestmark = [pytest.mark.browser, pytest.mark.tesseract]

#: Milliseconds that reading a scan may take on a busy machine.
READING = 60_000


def test_the_scan_of_the_notice_fills_the_form(sign_in, body, root, picture):
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    page.fill("[name=signer_name]", "Người tôi đã gõ")
    expect(page.get_by_text("Chọn tệp", exact=True).first).to_be_visible()
    scan = root / "profiles" / "sample" / "scans" / "186-tb-ubnd.pdf"
    page.locator("#f-file").set_input_files(scan)
    told = page.locator("[data-read-told]")
    expect(told).to_have_text(re.compile(r"Đọc được \d trường"), timeout=READING)
    expect(page.locator("[name=symbol]")).to_have_value("186/TB-UBND")
    expect(page.locator("[name=issued_date]")).to_have_value("30/11/2015")
    expect(page.locator("[name=document_type]")).to_have_value("thong-bao")
    expect(page.locator("[name=subject]")).to_have_value(re.compile("Ý kiến kết luận"))
    expect(page.locator("[name=page_amount]")).to_have_value("3")
    expect(page.locator("[name=signer_name]")).to_have_value("Người tôi đã gõ")
    expect(page.locator("[data-alike=file]")).to_be_visible()  # the sample has this very file
    page.locator("[name=symbol]").focus()
    expect(page.locator(".hit.now[data-hit=symbol]")).to_be_visible()
    picture(page, "16-van-thu-doc-ban-quet")
    for name in ("organ_name", "symbol"):
        expect(page.locator(f"[name={name}]")).to_have_class(re.compile("sug|chk"))
    page.locator("[name=subject]").press("End")
    page.keyboard.type(" ")
    expect(page.locator("#l-subject .src")).to_have_count(0)
    # the same notice is in the sample already: the form says so before it is sent
    expect(page.locator("#vp-duplicate")).to_contain_text("186/TB-UBND")
    page.fill("[name=distinct]", "Bản gửi lần hai có chữ ký.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".vp-says")).to_contain_text(re.compile("Đã vào sổ"))
    assert page.troubles == []


def test_a_secret_scan_is_stopped_before_anything_is_stored(sign_in, body, root, picture, office):
    before = len(office.documents())
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    scan = root / "tests" / "data" / "heads" / "secret-stamp.pdf"
    page.locator("#f-file").set_input_files(scan)
    words = page.locator(".pane > .note.bad")
    expect(words).to_contain_text("TỐI MẬT", timeout=READING)
    assert page.locator("#f-file").evaluate("one => one.files.length") == 0
    picture(page, "17-van-thu-dau-mat")
    assert len(office.documents()) == before
