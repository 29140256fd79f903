"""REST of files and lists: each service with and without the right, refusals write nothing."""

from plone import api
from tests.casefile_office import VALUES
from tests.casefile_office import files_of
from tests.office import as_user
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.services import case_file as one
from vanphong.casefiles.services import case_files as several
from vanphong.casefiles.services import entries as inside
from vanphong.casefiles.services import file_lists as lists
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
import pytest


MAKER, HEAD, STRANGER = "cv1-vhtt", "truongphong-vhtt", "cv1-noivu"


def refused(answer, status, field=None):
    """The refusal of a service has its status, words, and the place at fault."""
    found, said = answer
    assert found == status, said
    assert said["error"]["message"], said
    if field is not None:
        assert said["error"].get("field") == field, said


def state_of(case_file):
    """All that a refusal must leave as it is."""
    row = case_files.find(case_file.UID())
    return row, list(entries.every(case_file)), team.members(case_file), case_file.note


@pytest.fixture
def letter(files):
    """A document that the maker has handled."""
    return files.finished()


@pytest.fixture
def filed(files, letter):
    """An open file with it."""
    return files.filed(letter)


# files


def test_files_are_opened_and_found(call, portal, unit):
    values = {**VALUES, "title": "Hồ sơ lễ hội đình làng", "year": 2024}
    status, made = call(several.CaseFilesPost, unit("vhtt"), MAKER, **values)
    assert (status, made["title"], made["state"]) == (201, values["title"], "open")
    assert made["team"] == [{**made["team"][0], "user_id": MAKER, "part": "maker"}]
    query = {"q": "le hoi dinh lang", "year": "2024", "state": "open", "years": "20"}
    status, found = call(several.CaseFilesGet, portal, MAKER, query=query)
    assert (status, [row["UID"] for row in found["items"]]) == (200, [made["UID"]])
    assert found["items_total"] == 1
    assert call(several.CaseFilesGet, portal, STRANGER, query=query)[1]["items"] == []


@pytest.mark.parametrize(
    "user, values, status, field",
    [
        (STRANGER, VALUES, 403, None),
        (MAKER, {**VALUES, "title": ""}, 400, "title"),
        (MAKER, {**VALUES, "retention": "lâu"}, 400, "retention"),
        (MAKER, {**VALUES, "year": "hai nghìn"}, 400, "year"),
        (MAKER, {**VALUES, "notation": "01.VHTT"}, 409, "notation"),
        (MAKER, {**VALUES, "maker": STRANGER}, 422, "maker"),
    ],
)
def test_what_is_no_file_is_not_opened(call, unit, office, user, values, status, field):
    before = case_files.notations(office.body.UID(), 2024)
    refused(call(several.CaseFilesPost, unit("vhtt"), user, **values), status, field)
    assert case_files.notations(office.body.UID(), 2024) == before


def test_a_file_is_read_by_its_roster(call, filed):
    status, found = call(one.CaseFileGet, filed, MAKER, query={})
    assert (status, found["code"], found["documents"]) == (200, filed.code, 1)
    refused(call(one.CaseFileGet, filed, STRANGER, query={}), 403)


def test_particulars_are_changed(call, filed):
    status, found = call(one.CaseFilePatch, filed, MAKER, note="Tủ 3", keywords="di tích")
    assert (status, found["note"], found["keywords"]) == (200, "Tủ 3", "di tích")


@pytest.mark.parametrize(
    "user, values, status, field",
    [
        (STRANGER, {"note": "x"}, 403, None),
        ("cv2-vhtt", {"note": "x"}, 403, None),
        (MAKER, {"retention": "5 năm", "note": "x"}, 422, "retention"),
        (MAKER, {"ended_on": "31/02/2024", "note": "x"}, 400, "ended_on"),
        (MAKER, {"rights": "secret", "note": "x"}, 400, "rights"),
    ],
)
def test_a_change_that_is_refused_changes_nothing(call, filed, user, values, status, field):
    before = state_of(filed)
    refused(call(one.CaseFilePatch, filed, user, **values), status, field)
    assert state_of(filed) == before


def test_a_shorter_retention_is_approved_with_a_reason(call, filed):
    values = {"retention": "5 năm", "reason": "Theo bảng mới."}
    before = state_of(filed)
    refused(call(one.LowerRetentionPost, filed, MAKER, **values), 403)
    refused(call(one.LowerRetentionPost, filed, "chanhvp", retention="5 năm"), 422, "reason")
    refused(
        call(one.LowerRetentionPost, filed, "chanhvp", **{**values, "retention": "70 năm"}), 422
    )
    assert state_of(filed) == before
    status, found = call(one.LowerRetentionPost, filed, "chanhvp", **values)
    assert (status, found["retention"]) == (200, "5 năm")


def test_the_roster_is_changed(call, filed):
    status, found = call(one.TeamPost, filed, MAKER, person="cv2-vhtt", part="reader")
    assert (status, [person["user_id"] for person in found["team"]]) == (200, [MAKER, "cv2-vhtt"])
    status, found = call(one.TeamDelete, filed, HEAD, "cv2-vhtt")
    assert (status, [person["user_id"] for person in found["team"]]) == (200, [MAKER])


@pytest.mark.parametrize(
    "user, values, status, field",
    [
        (STRANGER, {"person": STRANGER, "part": "reader"}, 403, None),
        ("cv2-vhtt", {"person": "cv2-vhtt", "part": "maker"}, 403, None),
        (MAKER, {"person": "cv2-vhtt", "part": "owner"}, 400, "part"),
        (MAKER, {"person": "khong-co", "part": "reader"}, 400, "person"),
        (MAKER, {"person": MAKER, "part": "reader"}, 422, "person"),
    ],
)
def test_a_roster_that_is_refused_stays(call, filed, user, values, status, field):
    before = state_of(filed)
    refused(call(one.TeamPost, filed, user, **values), status, field)
    assert state_of(filed) == before


def test_nobody_leaves_who_is_not_there_or_is_the_last(call, filed):
    before = state_of(filed)
    refused(call(one.TeamDelete, filed, STRANGER, MAKER), 403)
    refused(call(one.TeamDelete, filed, MAKER, MAKER), 422)
    refused(call(one.TeamDelete, filed, MAKER, "cv2-vhtt"), 409)
    assert state_of(filed) == before


def test_no_transition_stands_for_itself(call, filed, files):
    for context in (filed, files.written()):
        before = stage(context)
        status, said = call(one.Unmoved, context, MAKER, "close")
        assert 400 <= status < 500, said
        assert stage(context) == before


def stage(context):
    """That of a file or a list."""
    return api.content.get_state(context)


# entries


def test_documents_come_are_changed_and_go(call, files, letter):
    case_file, uid = files.open(), letter.UID()
    status, entry = call(
        inside.EntriesPost, case_file, MAKER, document=uid, kind="reply", pages=3, grants=False
    )
    assert (status, entry["number"], entry["kind"], entry["grants"]) == (201, 1, "reply", False)
    files.filed(files.finished(), case_file)
    status, entry = call(inside.EntriesPatch, case_file, MAKER, uid, note="Bản chính", pages=4)
    assert (status, entry["note"], entry["pages"], entry["kind"]) == (200, "Bản chính", 4, "reply")
    status, entry = call(inside.EntriesPatch, case_file, MAKER, uid, number=2)
    assert (status, entry["number"]) == (200, 2)
    status, entry = call(inside.EntriesDelete, case_file, MAKER, uid, reason="Nhầm hồ sơ.")
    assert (status, entry["document"]) == (200, uid)
    assert case_entries.files_of(uid) == []


def test_entries_say_nothing_of_what_is_not_open(call, files, letter):
    case_file = files.filed(letter, grants=False)
    with as_user(MAKER):
        actions.set_member(case_file, STRANGER, "reader")
    status, found = call(inside.EntriesGet, case_file, MAKER, query={})
    assert (status, found["items"][0]["subject"]) == (200, letter.subject)
    status, found = call(inside.EntriesGet, case_file, STRANGER, query={})
    (entry,) = found["items"]
    assert (status, entry["readable"], entry["document"]) == (200, False, letter.UID())
    assert letter.subject not in str(found)
    assert letter.symbol not in str(found)
    assert call(inside.EntriesGet, case_file, MAKER, query={"after": "1"})[1]["items"] == []
    refused(call(inside.EntriesGet, case_file, "cv2-vhtt", query={}), 403)
    refused(call(inside.EntriesGet, case_file, MAKER, query={"after": "x"}), 400)


def test_which_files_hold_a_document(call, filed, letter):
    status, found = call(several.FilesOfDocument, letter, MAKER, query={})
    assert (status, [row["code"] for row in found["items"]]) == (200, [filed.code])
    refused(call(several.FilesOfDocument, letter, STRANGER, query={}), 403)


@pytest.mark.parametrize(
    "user, more, status, field",
    [
        (STRANGER, {}, 403, None),
        (MAKER, {"document": "khong-co"}, 400, "document"),
        (MAKER, {"kind": "poem"}, 400, "kind"),
        (MAKER, {"pages": "ba"}, 400, "pages"),
        (MAKER, {"pages": -1}, 400, "pages"),
    ],
)
def test_what_cannot_be_filed_is_refused(call, files, letter, user, more, status, field):
    case_file = files.open()
    before = state_of(case_file)
    values = {"document": letter.UID(), **more}
    refused(call(inside.EntriesPost, case_file, user, **values), status, field)
    assert state_of(case_file) == before
    assert case_entries.files_of(letter.UID()) == []


def test_a_document_lies_once_and_in_no_closed_file(call, files, filed, letter):
    other = files.finished()
    before = state_of(filed)
    refused(call(inside.EntriesPost, filed, MAKER, document=letter.UID()), 409)
    stages.move(filed, "closed")
    refused(call(inside.EntriesPost, filed, MAKER, document=other.UID()), 409)
    refused(call(inside.EntriesDelete, filed, MAKER, letter.UID(), reason="Nhầm."), 409)
    refused(call(inside.EntriesPatch, filed, MAKER, letter.UID(), note="x"), 409)
    stages.move(filed, "open")
    assert state_of(filed)[1:] == before[1:]


def test_an_entry_is_changed_by_the_maker_only(call, filed, letter):
    before, uid = state_of(filed), letter.UID()
    refused(call(inside.EntriesPatch, filed, STRANGER, uid, note="x"), 403)
    refused(call(inside.EntriesDelete, filed, STRANGER, uid, reason="x"), 403)
    refused(call(inside.EntriesDelete, filed, MAKER, uid), 422, "reason")
    refused(call(inside.EntriesPatch, filed, MAKER, uid, number=9), 400, "number")
    refused(call(inside.EntriesPatch, filed, MAKER, "khong-co", note="x"), 400, "document")
    assert state_of(filed) == before


# lists


LINES = [
    {"kind": "large", "title": "Văn hóa", "abbreviation": "VHTT"},
    {"kind": "file", "title": "Hồ sơ di tích", "retention": "Vĩnh viễn", "maker": MAKER},
]


def test_the_way_of_a_list(call, office, unit):
    status, made = call(lists.FileListsPost, office.body, "vanthu", year=2025, copy_from=2024)
    assert (status, made["year"], made["state"]) == (201, 2025, "draft")
    file_list = places.file_list(office.body.UID(), 2025)
    lines = [LINES[0], {**LINES[1], "unit": unit("vhtt").UID(), "maker_title": "Chuyên viên"}]
    status, found = call(
        lists.FileListPatch, file_list, "vanthu", lines=lines, revision=made["revision"]
    )
    assert (status, [one["sign"] for one in found["lines"]]) == (200, ["I", "01.VHTT"])
    assert found["totals"]["permanent"] == 1
    assert call(lists.FileListAct, file_list, "vanthu", "submit")[1]["state"] == "submitted"
    assert call(lists.FileListAct, file_list, "vanthu", "take_back")[1]["state"] == "draft"
    call(lists.FileListAct, file_list, "vanthu", "submit")
    status, found = call(lists.FileListAct, file_list, "chutich", "return", reason="Thiếu.")
    assert (status, found["state"]) == (200, "draft")
    call(lists.FileListAct, file_list, "vanthu", "submit")
    status, found = call(lists.FileListAct, file_list, "chutich", "approve")
    assert (status, found["state"]) == (200, "approved")
    uid = found["lines"][1]["uid"]
    status, found = call(lists.FileListAct, file_list, MAKER, "open", lines=[uid])
    assert (status, [row["notation"] for row in found["items"]]) == (200, ["01.VHTT"])
    refused(call(lists.FileListAct, file_list, MAKER, "open", lines=[uid]), 409)
    status, found = call(lists.FileListsGet, office.body, MAKER, query={})
    assert [row["year"] for row in found["items"]][:1] == [2025]
    assert "lines" not in found["items"][0]


@pytest.mark.parametrize(
    "user, values, status, field",
    [
        (MAKER, {"year": 2025}, 403, None),
        ("vanthu", {}, 400, "year"),
        ("vanthu", {"year": 1999}, 400, "year"),
        ("vanthu", {"year": 2024}, 409, "year"),
        ("vanthu", {"year": 2025, "copy_from": 2001}, 400, "copy_from"),
    ],
)
def test_a_list_that_cannot_be_begun(call, office, user, values, status, field):
    refused(call(lists.FileListsPost, office.body, user, **values), status, field)
    assert places.file_list(office.body.UID(), 2025) is None


@pytest.mark.parametrize(
    "user, values, status, field",
    [
        (MAKER, {"lines": []}, 403, None),
        ("vanthu", {"lines": "I"}, 400, "lines"),
        ("vanthu", {"lines": ["I"]}, 400, "lines"),
        ("vanthu", {"lines": [{"kind": "poem", "title": "x"}]}, 400, "lines"),
        ("vanthu", {"lines": [{"kind": "file", "title": "x", "retention": "lâu"}]}, 400, "lines"),
        ("vanthu", {"lines": [], "revision": 0}, 409, None),
        ("vanthu", {"numbering": "roman"}, 400, "numbering"),
    ],
)
def test_lines_that_cannot_be_read_change_nothing(call, files, user, values, status, field):
    file_list = files.written()
    before = file_list.lines, file_list.revision
    refused(call(lists.FileListPatch, file_list, user, **values), status, field)
    assert (file_list.lines, file_list.revision) == before


def test_a_list_is_read_once_it_is_approved(call, files):
    file_list = files.submitted()
    refused(call(lists.FileListGet, file_list, MAKER, query={}), 403)
    with as_user("chutich"):
        actions.approve_list(file_list)
    status, found = call(lists.FileListGet, file_list, MAKER, query={})
    assert (status, len(found["lines"])) == (200, 3)


def test_a_list_is_moved_by_those_who_may_and_in_order(call, files):
    file_list = files.written()
    refused(call(lists.FileListAct, file_list, MAKER, "submit"), 403)
    refused(call(lists.FileListAct, file_list, "vanthu", "take_back"), 409)
    refused(call(lists.FileListAct, file_list, "vanthu", "burn"), 400)
    with as_user("vanthu"):
        actions.submit_list(file_list)
    for user, act, status in (
        ("vanthu", "approve", 403),
        ("vanthu", "return", 403),
        ("chutich", "return", 422),
        (MAKER, "open", 403),
    ):
        refused(call(lists.FileListAct, file_list, user, act), status)
    assert stage(file_list) == "submitted"
    lines = [line.uid for line in files_of(file_list)]
    refused(call(lists.FileListAct, file_list, MAKER, "open", lines=lines), 403)
    assert case_files.opened_lines(lines) == {}
