"""The lists of incoming documents, and the forms of the records clerk."""

from io import BytesIO
from pathlib import Path
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from vanphong.errors import NotAllowed
from vanphong.incoming.browser.completions import Completions
from zExceptions import NotFound
import json
import pytest


SCAN = Path(__file__).parents[3] / "profiles/sample/scans/01.pdf"

LETTER = {
    "organ_name": "Sở Thử nghiệm",
    "symbol": "77/STN-VP",
    "issued_date": "13/08/2024",
    "subject": "V/v thử vào sổ",
    "urgency": "urgent",
}


class Upload(BytesIO):
    """A file as the publisher gives it."""

    filename = "Công văn 77.pdf"


def shown(answer):
    return answer.html.count("<tr data-row")


def test_clerks_and_the_office_see_all_others_what_came_to_them(page, office):
    everything = shown(page(office.portal, "incoming-documents", "vanthu"))
    assert everything == shown(page(office.portal, "incoming-documents", "chanhvp"))
    assert 0 < shown(page(office.portal, "incoming-documents", "cv1-vhtt")) < everything
    answer = page(office.portal, "incoming-documents", "admin")
    assert "Người quản trị hệ thống không đọc văn bản." in answer.text


@pytest.mark.parametrize(
    ("filters", "word"),
    [
        ({"q": "cai cach hanh chinh"}, "902/SNV-CCHC"),
        ({"q": "902/snv"}, "902/SNV-CCHC"),
        ({"state": "registered"}, "166/CCT-KTr"),
        ({"urgency": "3"}, "14/CĐ-PCTT"),
    ],
)
def test_filters(page, office, filters, word):
    answer = page(office.portal, "incoming-documents", "vanthu", **filters)
    assert word in answer.text
    everything = page(office.portal, "incoming-documents", "vanthu")
    assert 0 < shown(answer) < shown(everything)


def test_a_day_that_cannot_be_read_is_said(page, office):
    answer = page(office.portal, "incoming-documents", "vanthu", since="hôm qua")
    assert "“hôm qua” không phải là ngày" in answer.text


def test_nothing_found(page, office):
    answer = page(office.portal, "incoming-documents", "vanthu", q="khong co that")
    assert "Không có văn bản nào khớp" in answer.text


def test_several_documents_are_presented_at_once(page, office):
    ready, waits = office.register(), office.arrive()
    form = {"ids": [ready.UID()], "to": "chutich"}
    assert page(office.portal, "incoming-documents", "vanthu", post=True, **form).status == 303
    assert office.stage(ready) == "presented"
    form = {"ids": [ready.UID(), waits.UID()], "to": "chutich"}
    answer = page(office.portal, "incoming-documents", "vanthu", post=True, **form)
    assert answer.status in (403, 409)
    assert "Đã trình 0; 2 không được vì:" in answer.text


def test_a_new_document_is_registered_with_its_files(page, office):
    form = {
        **LETTER,
        "act": "present",
        "to": "chutich",
        "file": Upload(SCAN.read_bytes()),
        "more": [Upload(SCAN.read_bytes())],
    }
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert answer.status == 303
    document = office.document("77/STN-VP")
    assert answer.location.endswith(f"@@register-incoming?registered={document.UID()}")
    assert office.stage(document) == "presented"
    assert [one.role for one in document.attachments] == ["main", "attachment"]
    assert document.urgency == "urgent"


def test_the_form_forecasts_the_number(page, office):
    before = page(office.body, "register-incoming", "vanthu").text
    office.register()
    after = page(office.body, "register-incoming", "vanthu").text
    assert "Số đến dự kiến" in before
    assert before != after


def test_a_waiting_document_is_registered_and_the_next_one_shown(page, office):
    first = office.document("129/BC-UBND")
    form = page(first, "register", "vanthu")
    assert 'value="129/BC-UBND"' in form.html
    assert "bản 1 trong 2" in form.text
    sent = {
        "organ_name": first.organ_name,
        "symbol": first.symbol,
        "issued_date": f"{first.issued_date:%d/%m/%Y}",
        "subject": first.subject,
        "act": "register",
    }
    answer = page(first, "register", "vanthu", post=True, **sent)
    assert answer.status == 303
    assert "/@@register?registered=" in answer.location
    assert office.stage(first) == "registered"
    assert page(first, "register", "vanthu").location == first.absolute_url()


def test_all_that_is_missing_is_said_at_once(page, office):
    form = {"issued_date": "13/8", "page_amount": "hai"}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert answer.status == 400
    for field in ("organ_name", "subject", "issued_date", "page_amount"):
        assert f'id="e-{field}"' in answer.html
    assert 'value="hai"' in answer.html


def test_a_duplicate_is_shown_and_may_be_explained(page, office):
    page(office.body, "register-incoming", "vanthu", post=True, act="register", **LETTER)
    first = office.document("77/STN-VP")
    answer = page(office.body, "register-incoming", "vanthu", post=True, **LETTER)
    assert answer.status == 409
    assert "/".join(first.getPhysicalPath()) in answer.html
    assert LETTER["subject"] in answer.html
    form = {**LETTER, "distinct": "bản đính chính"}
    assert page(office.body, "register-incoming", "vanthu", post=True, **form).status == 303


def test_a_file_that_is_lost_is_mentioned(page, office):
    form = {**LETTER, "subject": "", "file": Upload(SCAN.read_bytes())}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert "Chọn lại tệp trước khi gửi." in answer.text


def test_a_symbol_is_kept_as_it_stands_when_that_is_said(page, office):
    form = {**LETTER, "symbol": "Số không theo mẫu nào"}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert 'id="e-symbol"' in answer.html
    form["symbol_as_is"] = "1"
    assert page(office.body, "register-incoming", "vanthu", post=True, **form).status == 303


@pytest.mark.parametrize("user", ["chanhvp", "cv1-vhtt", "vanthu-vhtt", "vanthu-anlac", "admin"])
def test_only_the_bodys_clerks_see_the_forms(page, office, user):
    waits, registered = office.document("129/BC-UBND"), office.document("166/CCT-KTr")
    for context, name in (
        (office.body, "register-incoming"),
        (waits, "register"),
        (registered, "correct"),
    ):
        with pytest.raises(NotAllowed):
            page(context, name, user)


def test_particulars_are_corrected(page, office):
    document = office.document("166/CCT-KTr")
    assert 'value="166/CCT-KTr"' in page(document, "correct", "vanthu").html
    form = {
        "organ_name": document.organ_name,
        "symbol": "167/CCT-KTr",
        "issued_date": f"{document.issued_date:%d/%m/%Y}",
        "subject": document.subject,
    }
    assert page(document, "correct", "vanthu", post=True, **form).status == 303
    assert document.symbol == "167/CCT-KTr"


def asked(office, kind, **form):
    request = makeTestRequest()
    request.form.update(form)
    with as_user("vanthu"):
        view = Completions(office.body, request).publishTraverse(request, kind)
        return json.loads(view())


def test_completions(office):
    assert {"value": "Sở Y tế", "label": "Sở Y tế"} in asked(office, "organs", q="so y te")
    assert [one["value"] for one in asked(office, "symbols", q="1190")] == ["1190/SYT-NVY"]
    assert asked(office, "organs", q="") == []
    found = asked(office, "duplicate", symbol="1190/syt-nvy", organ="Sở Y Tế", date="")
    assert found is None or found["symbol"] == "1190/SYT-NVY"
    letter = office.document("1190/SYT-NVY")
    day = f"{letter.issued_date:%d/%m/%Y}"
    found = asked(office, "duplicate", symbol="1190/syt-nvy", organ="Sở Y Tế", date=day)
    assert found["number"] == letter.label
    form = {"symbol": letter.symbol, "organ": letter.organ_name, "date": day}
    assert asked(office, "duplicate", **form, document=letter.UID()) is None
    with pytest.raises(NotFound):
        asked(office, "everything")
