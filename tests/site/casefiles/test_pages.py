"""Pages of case files and file lists, asked for as the publisher does."""

from io import BytesIO
from tests.casefile_office import files_of
from tests.office import as_user
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles import file_list_sheets
from vanphong.casefiles import places
from vanphong.casefiles import team
from vanphong.errors import InvalidInput
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from zExceptions import Unauthorized
from zope.event import notify
from zope.traversing.interfaces import BeforeTraverseEvent
import pytest
import re
import xlsxwriter


@pytest.fixture
def portal_page(page, portal):
    return lambda name, user, **form: page(portal, name, user, **form)


def test_the_list_shows_what_is_mine_of_my_unit_and_to_be_read(files, page, portal):
    case_file = files.open(title="Hồ sơ lễ hội")
    assert case_file.title in page(portal, "case-files", "cv1-vhtt").html
    assert case_file.title not in page(portal, "case-files", "cv2-vhtt").html
    assert case_file.title in page(portal, "case-files", "truongphong-vhtt", box="unit").html
    assert case_file.title in page(portal, "case-files", "chanhvp", box="all").html
    assert case_file.title not in page(portal, "case-files", "cv1-noivu", box="all").html


def test_the_list_is_narrowed(files, page, portal):
    case_file = files.open(title="Hồ sơ lễ hội", retention="Vĩnh viễn")
    for form in ({"q": "le hoi"}, {"year": "2024"}, {"kept": "0"}, {"state": "open"}):
        assert case_file.title in page(portal, "case-files", "cv1-vhtt", **form).html
    for form in ({"q": "thể thao"}, {"year": "2023"}, {"kept": "5"}, {"state": "archived"}):
        assert case_file.title not in page(portal, "case-files", "cv1-vhtt", **form).html
    assert page(portal, "case-files", "cv1-vhtt", q="%_", year="x", kept="x", state="x").html


def test_the_page_of_a_file_says_everything(files, page):
    letter = files.finished()
    case_file = files.filed(letter, note="Bản chính ở tủ 2")
    html = page(case_file, "view", "cv1-vhtt").html
    for text in (case_file.code, case_file.title, letter.subject, "Bản chính ở tủ 2"):
        assert text in html


def test_a_reader_of_the_file_sees_no_document_that_is_not_open(files, page, as_user):
    letter = files.finished()
    case_file = files.filed(letter, grants=False)
    with as_user("cv1-vhtt"):
        actions.set_member(case_file, "cv1-noivu", "reader")
    html = page(case_file, "view", "cv1-noivu").html
    assert letter.subject not in html
    assert letter.symbol not in html


def test_a_file_is_opened_by_its_form(files, page, unit):
    form = {"title": "Hồ sơ di tích", "retention": "20 năm", "year": "2024"}
    result = page(unit("vhtt"), "open-file", "cv1-vhtt", post=True, **form)
    assert result.status == 303, result.html
    row = case_files.named(files.office.body.UID(), "03.VHTT")[0]
    assert row["title"] == "Hồ sơ di tích"


def test_a_form_that_cannot_be_read_says_where(page, unit):
    form = {"title": "", "retention": "20 năm"}
    result = page(unit("vhtt"), "open-file", "cv1-vhtt", post=True, **form)
    assert result.status == 400
    assert 'id="e-title"' in result.html


def test_particulars_roster_and_retention_have_forms(files, page):
    case_file = files.open()
    form = {"title": "Tên mới", "retention": "20 năm", "rights": "public"}
    assert page(case_file, "edit-file", "cv1-vhtt", post=True, **form).status == 303
    assert (case_file.title, case_file.rights) == ("Tên mới", "public")
    form = {"person": "cv2-vhtt", "part": "contributor"}
    assert page(case_file, "file-team", "cv1-vhtt", post=True, **form).status == 303
    assert team.member(case_file, "cv2-vhtt").part == "contributor"
    assert page(case_file, "file-team", "cv1-vhtt", post=True, remove="cv2-vhtt").status == 303
    assert team.member(case_file, "cv2-vhtt") is None
    form = {"retention": "10 năm", "reason": "Theo bảng mới."}
    assert page(case_file, "lower-retention", "chanhvp", post=True, **form).status == 303
    assert case_file.years == 10


def test_an_entry_is_changed_moved_and_taken_out(files, page):
    letter, other = files.finished(), files.finished()
    case_file = files.filed(letter)
    files.filed(other, case_file)
    uid = letter.UID()
    assert page(case_file, "entry", "cv1-vhtt", document=uid).html
    form = {"document": uid, "kind": "reply", "pages": "4", "grants": "no", "number": "2"}
    assert page(case_file, "entry", "cv1-vhtt", post=True, **form).status == 303
    entry = entries.of_document(case_file, uid)
    assert (entry.number, entry.kind, entry.pages, entry.grants) == (2, "reply", 4, False)
    form = {"document": uid, "act": "out", "reason": "Nhầm hồ sơ."}
    assert page(case_file, "entry", "cv1-vhtt", post=True, **form).status == 303
    assert entries.of_document(case_file, uid) is None


def test_a_document_goes_into_a_file_from_its_own_page(files, page):
    letter, case_file = files.finished(), files.open()
    html = page(letter, "view", "cv1-vhtt").html
    assert "@@file-into" in html
    html = page(letter, "file-into", "cv1-vhtt").html
    assert case_file.title in html
    form = {"keep": "there", "case_file_pick": case_file.code, "kind": "main", "grants": "yes"}
    assert page(letter, "file-into", "cv1-vhtt", post=True, **form).status == 303
    html = page(letter, "view", "cv1-vhtt").html
    assert case_file.code in html


def test_a_new_file_is_opened_for_a_document(files, page):
    letter = files.finished()
    form = {"keep": "new", "new_title": "Hồ sơ mới", "new_retention": "5 năm"}
    result = page(letter, "file-into", "cv1-vhtt", post=True, **form)
    assert result.status == 303, result.html
    assert case_entries.files_of(letter.UID())[0]["years"] == 5


@pytest.mark.parametrize(
    "form, status",
    [
        ({"keep": "there"}, 400),
        ({"keep": "there", "case_file": "99.KHONG"}, 400),
        ({"keep": "new"}, 400),
        ({}, 400),
    ],
)
def test_a_file_that_is_not_named_is_asked_for(files, page, form, status):
    result = page(files.finished(), "file-into", "cv1-vhtt", post=True, **form)
    assert result.status == status


def test_the_finish_form_keeps_the_document(files, page, office):
    letter, case_file = office.assigned(), files.open()
    step = office.step(letter, "lead")
    html = page(letter, "act", "cv1-vhtt", do="finish", step=step.uid).html
    assert case_file.title in html
    form = {
        "do": "finish",
        "step": step.uid,
        "result": "Xong.",
        "keep": "there",
        "case_file_pick": case_file.code,
    }
    result = page(letter, "act", "cv1-vhtt", post=True, **form)
    assert result.status == 303, result.html
    assert office.stage(letter) == "finished"
    assert entries.of_document(case_file, letter.UID()).number == 1


def test_the_finish_form_opens_a_new_file_or_none(files, page, office):
    letter = office.assigned()
    form = {"do": "finish", "step": office.step(letter, "lead").uid, "result": "Xong."}
    new = {"keep": "new", "new_title": "Hồ sơ mới"}
    assert page(letter, "act", "cv1-vhtt", post=True, **form, **new).status == 303
    assert case_entries.files_of(letter.UID())[0]["title"] == "Hồ sơ mới"
    other = office.assigned()
    form["step"] = office.step(other, "lead").uid
    assert page(other, "act", "cv1-vhtt", post=True, **form, keep="none").status == 303
    assert case_entries.files_of(other.UID()) == []


def test_a_finish_that_is_refused_opens_no_file(files, page, office):
    letter, before = office.assigned(), case_files.notations(office.body.UID(), 2024)
    form = {"do": "finish", "step": office.step(letter, "lead").uid, "result": ""}
    form |= {"keep": "new", "new_title": "Hồ sơ mới"}
    assert page(letter, "act", "cv1-vhtt", post=True, **form).status != 303
    assert case_files.notations(office.body.UID(), 2024) == before


def test_like_documents_propose_the_file_and_say_why(files, page, office):
    case_file = files.filed(files.finished())
    files.open(title="Hồ sơ khác")
    html = page(office.assigned(), "file-into", "cv1-vhtt").html
    assert html.index(case_file.title) < html.index("Hồ sơ khác")


def test_several_documents_are_filed_at_once(files, page, portal):
    letters, case_file = [files.finished(), files.finished()], files.open()
    ids = [one.UID() for one in letters]
    assert case_file.title in page(portal, "file-many", "cv1-vhtt", post=True, ids=ids).html
    form = {"ids": ids, "send": "1", "case_file": case_file.code}
    assert page(portal, "file-many", "cv1-vhtt", post=True, **form).status == 303
    assert entries.count(case_file) == 2


def test_a_file_is_proposed_for_several_unless_it_holds_them_all(files, page, portal):
    first, second = files.finished(), files.finished()
    case_file = files.filed(first, files.open(title="Hồ sơ đã có"))
    both = page(portal, "file-many", "cv1-vhtt", post=True, ids=[first.UID(), second.UID()])
    assert case_file.title in both.html
    alone = page(portal, "file-many", "cv1-vhtt", post=True, ids=[first.UID()])
    assert case_file.title not in alone.html


def test_the_finish_says_that_the_document_is_kept_already(files, page, office):
    letter = office.assigned()
    case_file = files.filed(letter)
    files.filed(files.finished(), files.open(title="Hồ sơ của việc giống nhau"))
    step = office.step(letter, "lead").uid
    shown = page(letter, "act", "cv1-vhtt", do="finish", step=step)
    assert f"Đã có trong hồ sơ {case_file.code}." in shown.text
    (chosen,) = re.findall(r'<input[^>]*name="keep"[^>]*checked[^>]*>', shown.html)
    assert 'value="none"' in chosen


def test_a_document_is_added_by_its_symbol(files, page):
    letter, case_file = files.finished(), files.open()
    form = {"document": letter.symbol, "kind": "main"}
    assert page(case_file, "add-document", "cv1-vhtt", post=True, **form).status == 303
    assert entries.count(case_file) == 1
    form = {"document": "khong/co"}
    assert page(case_file, "add-document", "cv1-vhtt", post=True, **form).status == 400


# lists


def test_a_list_is_begun_written_submitted_and_approved(files, page, portal, office):
    html = page(portal, "file-lists", "vanthu").html
    assert 'name="year"' in html
    assert 'name="year"' not in page(portal, "file-lists", "cv1-vhtt").html
    assert page(portal, "file-lists", "vanthu", post=True, year="2025").status == 303
    file_list = places.file_list(office.body.UID(), 2025)

    def write(do, **more):
        form = {"do": do, "revision": str(file_list.revision), "numbering": "heading", **more}
        result = page(file_list, "edit-lines", "vanthu", post=True, **form)
        assert result.status == 303, result.html

    write("large")
    write("file")
    large, planned = file_list.lines
    typed = {
        f"title-{large.uid}": "Tổ chức cán bộ",
        f"abbreviation-{large.uid}": "TCCB",
        f"title-{planned.uid}": "Hồ sơ tuyển dụng",
        f"kept-{planned.uid}": "70 năm",
        f"maker-{planned.uid}": "Chuyên viên công nghệ thông tin",
    }
    write("save", **typed)
    write("file:" + planned.uid)
    write("up:" + file_list.lines[2].uid)
    assert [one.title for one in file_list.lines] == [
        "Tổ chức cán bộ",
        "Hồ sơ mới",
        "Hồ sơ tuyển dụng",
    ]
    write("remove:" + file_list.lines[1].uid)
    assert file_list.lines[1].maker == "cv1-vhtt"
    assert file_list.lines[1].years == 70
    assert page(file_list, "view", "vanthu", post=True, do="submit").status == 303
    assert page(file_list, "view", "chutich", post=True, do="approve").status == 303
    html = page(file_list, "view", "cv1-vhtt").html
    assert "01.TCCB" in html
    assert "1 hồ sơ, bao gồm: 0 hồ sơ bảo quản vĩnh viễn; 1 hồ sơ" in html


def test_planned_files_are_opened_by_one_click(files, page, portal):
    file_list = places.file_list(files.office.body.UID(), 2024)
    html = page(portal, "case-files", "cv2-vhtt").html
    assert "@@open-planned" in html
    lines = [one.uid for one in files_of(file_list) if one.maker == "cv2-vhtt"]
    result = page(file_list, "open-planned", "cv2-vhtt", post=True, lines=lines)
    assert result.status == 303, result.html
    assert "@@open-planned" not in page(portal, "case-files", "cv2-vhtt").html


def test_the_printed_form_has_columns_and_totals(files, page):
    file_list = files.approved()
    html = page(file_list, "print-list", "cv1-vhtt").html
    for text in ("Tên đề mục và tiêu đề hồ sơ", "01.VHTT", "Danh mục hồ sơ này có 2 hồ sơ"):
        assert text in html


def test_the_papers_are_files(files, page):
    file_list = files.approved()
    for name in ("list-docx", "list-xlsx"):
        assert page(file_list, name, "cv1-vhtt").status == 200


def test_a_spreadsheet_comes_back_as_it_went(files, office):
    file_list = files.written()
    read = file_list_sheets.read(file_list_sheets.xlsx(file_list), office.body)
    assert [(one.kind, one.years, one.abbreviation) for one in read] == [
        (one.kind, one.years, one.abbreviation) for one in file_list.lines
    ]
    assert [one.title.lower() for one in read] == [one.title.lower() for one in file_list.lines]


def workbook(*rows, formula=False):
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(number, column, text)
    if formula:
        sheet.write_formula(9, 1, "=HYPERLINK(A1)")
    book.close()
    return target.getvalue()


HEADING = ("I.", "Tổ chức (TCCB)", "", "", "")


@pytest.mark.parametrize(
    "data",
    [
        b"not a zip",
        workbook(HEADING, formula=True),
        workbook(("I.", "Tổ chức (TCCB)"), ("01.TCCB", "Hồ sơ", "lâu")),
        workbook(("abc", "Không rõ")),
        workbook(),
    ],
)
def test_a_spreadsheet_that_cannot_be_read_is_refused(files, office, data):
    with pytest.raises(InvalidInput) as refusal:
        file_list_sheets.read(data, office.body)
    assert refusal.value.field == "sheet"


@pytest.mark.parametrize(
    "name", ["view", "edit-file", "file-team", "entry", "add-document", "lower-retention"]
)
def test_a_stranger_gets_no_page_of_a_file(files, portal, name):
    case_file = files.open()
    notify(BeforeTraverseEvent(portal, portal.REQUEST))
    with as_user("cv1-noivu"), pytest.raises(Unauthorized):
        case_file.restrictedTraverse(f"@@{name}")


@pytest.mark.parametrize("name", ["view", "edit-lines", "import-lines", "return-list"])
def test_a_list_that_is_written_is_for_who_keeps_files(files, portal, name):
    file_list = files.written()
    notify(BeforeTraverseEvent(portal, portal.REQUEST))
    with as_user("cv1-vhtt"), pytest.raises(Unauthorized):
        file_list.restrictedTraverse(f"@@{name}")
