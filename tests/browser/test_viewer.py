"""Looking into a scan: words found without accents, the original, a second copy laid beside it."""

from playwright.sync_api import expect
from tests import clamd
from tests.browser.conftest import PHONE
from tests.office import as_user
from tests.rules.attachments.making import EICAR
from tests.rules.attachments.making import docx
from vanphong.attachments import pipeline
from vanphong.ledger import jobs
import pytest
import re
import transaction


pytestmark = [pytest.mark.browser, pytest.mark.tesseract]

#: Milliseconds that reading a scan may take on a busy machine.
READING = 60_000


@pytest.fixture
def notice(office):
    """Notice 186/TB-UBND of the sample, its scan read by the worker."""
    found = next(one for one in office.documents() if one.symbol == "186/TB-UBND")
    with as_user("admin"):
        pipeline.put(found, found.attachments[0])
        transaction.commit()
        jobs.run_pending()
        transaction.commit()
    assert found.attachments[0].words.length > 500
    return found


def test_uy_ban_is_found_inside_the_scan(sign_in, notice, picture):
    page = sign_in("vanthu")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(notice.absolute_url())
    assert not any("pdf-reader" in url for url in asked)  # nobody wanted the original yet
    page.locator("[data-find-open]").click()
    page.locator("[data-find-input]").fill("uy ban")
    said = page.locator("[data-find-said]")
    expect(said).to_have_text(re.compile(r"1.*\d"))
    expect(page.locator(".found.now").first).to_be_visible()
    picture(page, "18-tim-trong-ban-quet")
    page.locator("[data-find-input]").fill("van phong dien tu")
    expect(said).to_have_text(re.compile(r"^1 \D+ (?!1$)\d+$"))
    page.keyboard.press("Enter")
    expect(said).to_have_text(re.compile("^2"))
    # the words lie over the picture, to be copied
    words = page.locator("#page-1 .layer")
    expect(words).to_contain_text("186/TB-UBND")
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_have_count(0)
    for _twice in range(2):
        page.locator("[data-viewer-pages]").press("+")
    expect(page.locator("#page-1 img")).to_have_attribute("src", re.compile("width=1400"))
    page.locator("[data-viewer-turn]").click()
    expect(page.locator("[data-viewer-pages]")).to_have_attribute("data-turned", "90")
    page.locator("[data-viewer-number]").fill("3")
    page.locator("[data-viewer-number]").press("Enter")
    expect(page.locator("#page-3")).to_be_in_viewport()
    assert page.troubles == []


def test_the_original_is_drawn_in_the_browser(sign_in, notice, picture):
    page = sign_in("vanthu")
    said = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.goto(notice.absolute_url())
    page.locator("[data-viewer-original]").click()
    canvas = page.locator("#page-1 canvas.original")
    expect(canvas).to_be_visible()
    inked = """(canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, at) => at % 4 < 3 && value < 100);
    }"""
    assert canvas.evaluate(inked)
    expect(page.locator("[data-viewer-original]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-viewer-original]").click()
    expect(page.locator("canvas.original")).to_have_count(0)
    assert said == []
    assert page.troubles == []


def test_a_result_of_the_search_opens_where_the_words_stand(sign_in, portal, notice):
    page = sign_in("vanthu")
    page.goto(f"{portal.absolute_url()}/@@search-documents?q=van+phong+dien+tu")
    page.locator(f"a.t[href*='{notice.getId()}?find=']").first.click()
    expect(page.locator("[data-find-input]")).to_have_value("van phong dien tu")
    expect(page.locator(".found.now").first).to_be_visible()


def test_without_a_script_there_are_pages_and_text(chromium, notice):
    from tests.office import PASSWORD
    import base64

    secret = base64.b64encode(f"vanthu:{PASSWORD}".encode()).decode()
    headers = {"Authorization": f"Basic {secret}"}
    context = chromium.new_context(java_script_enabled=False, extra_http_headers=headers)
    page = context.new_page()
    page.goto(notice.absolute_url())
    expect(page.locator("figure.page img")).to_have_count(3)
    page.locator("a[href*='@@file-text']").click()
    page.fill("#find", "uy ban")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    context.close()


def test_on_a_phone(sign_in, notice, picture):
    page = sign_in("vanthu", PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{notice.absolute_url()}?find=uy+ban")
    expect(page.locator(".found.now").first).to_be_visible()
    page.locator(".viewer").scroll_into_view_if_needed()
    page.locator(".viewer").evaluate("one => one.scrollIntoView()")
    picture(page, "18-dien-thoai-tim-trong-ban-quet")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]


def test_a_second_scan_is_laid_beside_the_first(sign_in, body, root, notice, picture):
    page = sign_in("vanthu")
    page.goto(body.absolute_url() + "/@@register-incoming")
    scan = root / "profiles" / "sample" / "scans" / "186-tb-ubnd.pdf"
    page.locator("#f-file").set_input_files(
        {
            "name": "quet-lai.pdf",
            "mimeType": "application/pdf",
            "buffer": scan.read_bytes() + b"\n% again\n%%EOF\n",  # other bytes, the same letter
        }
    )
    like = page.locator("[data-alike=text]")
    expect(like).to_be_visible(timeout=READING)
    expect(page.locator("[data-alike=file]")).to_be_hidden()
    expect(page.locator("#vp-duplicate")).to_contain_text("186/TB-UBND")
    like.locator("summary").click()
    expect(like.locator(".words")).to_be_visible()
    like.scroll_into_view_if_needed()
    picture(page, "19-van-ban-giong-nhau")
    # registered all the same, with the reason: the page of either names the other
    page.fill("[name=distinct]", "Bản gửi lần hai.")
    page.keyboard.press("Control+Enter")
    page.locator(".vp-says a").click()
    page.locator(".vp-alike a.compare").first.click()
    expect(page.locator(".vp-compare")).to_contain_text("186/TB-UBND")
    expect(page.locator(".vp-sides img")).to_have_count(2)
    picture(page, "19-doi-chieu")
    page.set_viewport_size(PHONE)
    picture(page, "19-dien-thoai-doi-chieu")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_administrators_have_all_files_scanned_again(administrator, portal, picture):
    page = administrator()
    page.goto(f"{portal.absolute_url()}/@@quarantine")
    page.locator("[value=rescan-files]").click()
    expect(page.locator(".vp-rescan [role=status]")).to_be_visible()
    picture(page, "18-quet-lai-vi-rut")


def test_eicar_in_a_docx_is_refused(sign_in, body, office, monkeypatch):
    before = len(office.documents())
    with clamd.daemon() as address:
        monkeypatch.setenv("VANPHONG_CLAMD", address)
        page = sign_in("vanthu")
        page.goto(body.absolute_url() + "/@@register-incoming")
        name = "cong-van.docx"
        mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        content = docx(word__media__image1=EICAR)
        page.locator("#f-file").set_input_files({"name": name, "mimeType": mime, "buffer": content})
        words = page.locator(".pane > .note.bad")
        expect(words).to_contain_text(re.compile("[Vv]i-?rút|virus"), timeout=READING)
        assert page.locator("#f-file").evaluate("one => one.files.length") == 0
    assert len(office.documents()) == before
