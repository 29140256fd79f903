"""What stands between a file and its closing."""

from dataclasses import replace
from datetime import date
from vanphong.casefiles.rules import closing
from vanphong.casefiles.rules.closing import EntryFacts
from vanphong.casefiles.rules.closing import FileFacts
from vanphong.casefiles.rules.closing import Kind
from vanphong.casefiles.rules.closing import Mend
from vanphong.casefiles.rules.closing import OpenWork
import pytest


FILE = FileFacts("Hồ sơ", "01.VX", date(2024, 1, 1), date(2024, 8, 1), "Nội bộ", 10, 10)
ENTRY = EntryFacts(
    1,
    "d1",
    label="1172",
    direction="in",
    state="finished",
    symbol="1210/UBND-VX",
    subject="V/v",
    organ_name="UBND tỉnh",
    issued_date=date(2024, 1, 2),
    pages=2,
    hashes=("aa",),
)


def kinds(file=FILE, entries=(ENTRY,)):
    return [one.kind for one in closing.findings(file, entries)]


def test_a_whole_file_has_no_findings():
    assert kinds() == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"title": ""}, Kind.FIELD),
        ({"notation": ""}, Kind.FIELD),
        ({"start": None}, Kind.FIELD),
        ({"rights": ""}, Kind.FIELD),
        ({"end": date(2023, 1, 1)}, Kind.FIELD),
        ({"least": 20}, Kind.RETENTION),
        ({"least": 0}, Kind.RETENTION),
    ],
)
def test_what_is_wrong_with_the_file(change, kind):
    assert kinds(replace(FILE, **change)) == [kind]


@pytest.mark.parametrize(
    "change",
    [
        {"least": 0, "years": 0},
        {"least": 5},
        {"least": None},
        {"least": 20, "lower_approved": True},
        {"end": None},
    ],
)
def test_what_is_right_with_the_file(change):
    assert kinds(replace(FILE, **change)) == []


@pytest.mark.parametrize(
    ("change", "kind", "mend", "bearable"),
    [
        ({"open_steps": ("Phòng VHTT",)}, Kind.OPEN_STEP, Mend.DOCUMENT, False),
        ({"direction": "out", "state": "draft"}, Kind.DRAFT, Mend.TAKE_OUT, False),
        ({"direction": "out", "state": "signed"}, Kind.DRAFT, Mend.TAKE_OUT, False),
        ({"subject": ""}, Kind.MISSING, Mend.DOCUMENT, True),
        ({"issued_date": None}, Kind.MISSING, Mend.DOCUMENT, True),
        ({"pages": 0}, Kind.NO_PAGES, Mend.PAGES, True),
        ({"hashes": ()}, Kind.NO_FILE, Mend.DOCUMENT, True),
        ({"is_gone": True}, Kind.GONE, Mend.TAKE_OUT, False),
    ],
)
def test_what_is_wrong_with_a_document(change, kind, mend, bearable):
    (found,) = closing.findings(FILE, [replace(ENTRY, **change)])
    assert (found.kind, found.mend, found.is_bearable) == (kind, mend, bearable)
    assert (found.number, found.document_uid) == (1, "d1")


@pytest.mark.parametrize("state", ["numbered", "issued", "recalled"])
def test_what_has_a_number_is_no_draft(state):
    assert kinds(entries=[replace(ENTRY, direction="out", state=state)]) == []


def test_the_second_of_two_with_the_same_content_is_the_duplicate():
    second = replace(ENTRY, number=2, document_uid="d2", hashes=("bb", "aa"))
    (found,) = closing.findings(FILE, [ENTRY, second])
    assert (found.kind, found.number, found.mapping["first"]) == (Kind.DUPLICATE, 2, 1)


def test_the_same_file_twice_on_one_document_is_no_duplicate():
    assert kinds(entries=[replace(ENTRY, hashes=("aa", "aa"))]) == []


def test_an_empty_file_is_not_closed():
    (found,) = closing.findings(FILE, [])
    assert found.kind is Kind.EMPTY
    assert closing.refusing([found]) == (found,)


def test_open_work_of_the_file_refuses_and_is_linked():
    works = [OpenWork("Rà soát tài liệu", "Chuyên viên", "/p/t1"), OpenWork("Nộp", "Văn thư", "/p")]
    found = closing.findings(replace(FILE, title=""), [replace(ENTRY, pages=0)], works)
    assert [one.kind for one in found] == [
        Kind.FIELD,
        Kind.OPEN_TASK,
        Kind.OPEN_TASK,
        Kind.NO_PAGES,
    ]
    first = found[1]
    assert (first.mend, first.path, first.number) == (Mend.TASK, "/p/t1", 0)
    assert first.mapping == {"task": "Rà soát tài liệu", "who": "Chuyên viên"}
    assert found[1:3] == closing.refusing(found)[1:]
