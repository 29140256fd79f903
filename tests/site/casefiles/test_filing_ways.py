"""Ways into a file: from the lists, from the issue, from the search, by the proposed period."""

from io import BytesIO
from plone.registry.interfaces import IRegistry
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import PDF
from tests.outgoing_office import Outgoing
from vanphong.casefiles import entries
from vanphong.casefiles import settings
from vanphong.casefiles.browser.add_document import CaseCompletions
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger import notices
from zope.component import getUtility
from ZPublisher.HTTPRequest import FileUpload
import json
import pytest


@pytest.fixture
def out(office):
    """Ways of outgoing documents."""
    return Outgoing(office)


class Sent:
    """What a browser sends of a file."""

    filename, headers, name = "ban-ky.pdf", {}, "ban-ky.pdf"

    def __init__(self):
        self.file = BytesIO(PDF)


# from the lists


def button(answer):
    """Where the bar of a list sends what was selected, "" without the button."""
    _before, found, rest = answer.html.partition('formaction="')
    return rest.partition('"')[0] if found else ""


@pytest.mark.parametrize("name", ["incoming-documents", "outgoing-documents"])
def test_a_list_sends_its_selection_to_a_file(files, out, page, portal, name):
    document = files.finished() if name.startswith("in") else out.issued()
    answer = page(portal, name, "cv1-vhtt", box="all")
    assert button(answer) == f"{portal.absolute_url()}/@@file-many?from={name}"
    assert f'value="{document.UID()}"' in answer.html
    assert "Đưa vào hồ sơ" in answer.text
    form = page(portal, "file-many", "cv1-vhtt", post=True, ids=[document.UID()], **{"from": name})
    assert form.status == 200
    assert f"/@@{name}" in form.html
    assert document.symbol in form.text


def test_what_is_not_registered_cannot_be_selected(office, page, portal):
    waiting = office.arrive()
    html = page(portal, "incoming-documents", "vanthu").html
    assert f'value="{waiting.UID()}"' not in html


def test_who_keeps_no_files_is_offered_none(files, page, portal):
    files.finished()
    assert button(page(portal, "incoming-documents", "admin")) == ""


def test_nothing_selected_is_said(page, portal):
    answer = page(portal, "file-many", "cv1-vhtt", post=True)
    assert answer.status == 400
    assert "Chọn ít nhất một dòng" in answer.text


def test_a_selection_goes_into_a_new_file(files, page, portal):
    letters = [files.finished(), files.finished()]
    form = {"ids": [one.UID() for one in letters], "send": "1", "keep": "new"}
    assert page(portal, "file-many", "cv1-vhtt", post=True, **form).status == 400
    form |= {"new_title": "Hồ sơ mới", "new_retention": "5 năm"}
    answer = page(portal, "file-many", "cv1-vhtt", post=True, **form)
    assert answer.status == 303, answer.text
    (row,) = case_entries.files_of(letters[0].UID())
    assert (row["title"], row["documents"]) == ("Hồ sơ mới", 2)
    assert answer.location.endswith(row["path"].rpartition("/")[2])


def test_what_cannot_go_is_told_and_the_others_go(files, page, portal):
    there, other = files.finished(), files.finished()
    case_file = files.filed(there)
    form = {"ids": [there.UID(), other.UID()], "send": "1", "case_file": case_file.code}
    answer = page(portal, "file-many", "cv1-vhtt", post=True, **form)
    assert answer.status == 409
    assert "Đã đưa 1 văn bản vào hồ sơ, 1 văn bản không đưa được" in answer.text
    refused, kept = (f"{one.symbol} – {one.subject[:30]}" for one in (there, other))
    told = answer.text.partition("không đưa được")[2]
    assert kept in told
    assert refused in told
    assert told.index(kept) < told.index(refused)
    assert "Chưa lưu gì" not in answer.text
    assert f'value="{there.UID()}"' in answer.html
    assert f'value="{other.UID()}"' not in answer.html
    assert entries.count(case_file) == 2


def test_no_new_file_is_opened_for_what_may_lie_in_none(files, office, page, portal):
    waiting = office.arrive()
    before = case_files.notations(office.body.UID(), 2024)
    form = {"ids": [waiting.UID()], "send": "1", "keep": "new", "new_title": "Hồ sơ mới"}
    answer = page(portal, "file-many", "vanthu", post=True, **form)
    assert answer.status == 422
    assert case_files.notations(office.body.UID(), 2024) == before


def test_a_file_of_others_takes_nothing(files, page, portal):
    letter, case_file = files.finished(), files.open(by="cv2-vhtt")
    form = {"ids": [letter.UID()], "send": "1", "case_file": case_file.code}
    assert page(portal, "file-many", "cv1-vhtt", post=True, **form).status == 403
    assert entries.count(case_file) == 0


# from the issue


def issued(page, document, **form):
    return page(
        document,
        "act",
        CLERK,
        post=True,
        do="issue",
        files=FileUpload(Sent()),
        sealed="yes",
        **form,
    )


def test_the_form_of_the_issue_keeps_the_document(files, out, page):
    document = out.sealed()
    case_file = files.open("vp", CLERK)
    html = page(document, "act", CLERK, do="issue").html
    assert 'name="keep"' in html
    assert case_file.title in html
    answer = issued(page, document, keep="there", case_file_pick=case_file.code)
    assert answer.status == 303, answer.text
    assert entries.of_document(case_file, document.UID()).number == 1
    assert told(document) == []


def test_an_issue_into_no_file_that_is_there_does_not_happen(out, office, page):
    document = out.sealed()
    answer = issued(page, document, keep="there", case_file="99.KHONG")
    assert answer.status == 400
    assert office.stage(document) == "numbered"


def test_the_drafter_is_led_to_the_form_until_the_document_is_kept(files, out, page):
    document = out.sealed()
    assert issued(page, document, keep="none").status == 303
    (row,) = told(document)
    assert row["url"].endswith("/@@file-into")
    html = page(document, "view", DRAFTER).html
    assert "@@file-into" in html
    case_file = files.open()
    form = {"keep": "there", "case_file_pick": case_file.code, "kind": "main"}
    assert page(document, "file-into", DRAFTER, post=True, **form).status == 303
    assert entries.count(case_file) == 1
    assert told(document) == []


def told(document):
    """What the drafter is told of a document that is not kept."""
    rows = notices.waiting({DRAFTER}, limit=100)
    return [row for row in rows if (row["kind"], row["subject_uid"]) == ("keep", document.UID())]


# from the search


def test_the_search_is_narrowed_to_a_file(files, page, portal):
    letter, other = files.finished(), files.finished()
    case_file = files.filed(letter)
    answer = page(portal, "search-documents", "cv1-vhtt")
    assert 'name="case_file"' in answer.html
    for text in (case_file.code, case_file.notation):
        html = page(portal, "search-documents", "cv1-vhtt", case_file=text).html
        assert letter.symbol in html
        assert other.symbol not in html
    assert (
        letter.symbol
        not in page(portal, "search-documents", "cv1-noivu", case_file=case_file.code).html
    )
    html = page(portal, "search-documents", "cv1-vhtt", case_file="99.KHONG").html
    assert letter.symbol not in html


def test_the_search_completes_files_that_the_person_may_find(files, page, portal):
    case_file = files.open()
    html = page(portal, "search-documents", "cv1-vhtt").html
    assert "@@case-file-completions/readable" in html
    assert completed(portal, "readable", "cv1-vhtt", case_file.notation) == [case_file.code]
    assert completed(portal, "files", "truongphong-vhtt", case_file.notation) == []
    assert completed(portal, "readable", "truongphong-vhtt", case_file.notation) == [case_file.code]
    assert completed(portal, "readable", "cv1-noivu", case_file.notation) == []


def completed(portal, kind, user, text):
    """Codes that are offered for a text."""
    request = makeTestRequest()
    request.form["q"] = text
    with as_user(user):
        found = CaseCompletions(portal, request).publishTraverse(request, kind)()
    return [one["value"] for one in json.loads(found)]


# the proposed period


def saved(page, portal, lines):
    form = {"form.widgets.retention_rules": lines, "form.buttons.save": "1"}
    return page(portal, "vanphong-retention", "admin", post=True, **form)


def stored():
    records = getUtility(IRegistry).records
    return records[f"{ICaseFileSettings.__identifier__}.retention_rules"].value


def test_the_table_of_periods_is_kept_by_administrators(page, portal):
    shown = page(portal, "vanphong-retention", "admin").text
    assert "Thời hạn bảo quản đang có hiệu lực: 19" in shown
    assert "7 dòng dựa trên thông tư đã được thay thế" in shown
    assert "Có hiệu lực đến 14/02/2023, được thay thế bằng Thông tư 10/2022/TT-BNV" in shown
    assert "10 dòng không nêu văn bản nào" in shown
    lines = (
        "LH1 | Văn hóa | Hồ sơ lễ hội đình làng | 15 năm | Thông tư 10/2022/TT-BNV\n"
        "CU | Văn hóa | Dòng đã hết hiệu lực | 5 | | 2000-01-01 | 2023-12-31"
    )
    answer = saved(page, portal, lines)
    assert answer.location, answer.text
    assert settings.suggested("Tổ chức lễ hội đình làng 2024").rule.years == 15
    shown = page(portal, "vanphong-retention", "admin")
    assert "đang có hiệu lực: 1" in shown.text
    assert "đã được thay thế" not in shown.text
    assert "<td>Dòng đã hết hiệu lực</td>" not in shown.html


@pytest.mark.parametrize(
    "lines, said",
    [
        ("A | Nhóm | Tên | lâu dài", "lâu dài"),
        ("A | Nhóm | Tên", "Dòng 1"),
        ("A | Nhóm | Tên | 5 | luật | 2020-13-01", "2020-13-01"),
        ("A | Nhóm | Tên | 5\nA | Nhóm | Tên khác | 5", "Dòng 2"),
    ],
)
def test_a_table_that_cannot_be_read_is_not_saved(page, portal, lines, said):
    before = stored()
    answer = saved(page, portal, lines)
    assert said in answer.text
    assert stored() == before
