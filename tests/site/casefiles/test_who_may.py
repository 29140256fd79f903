"""Who sees what: every person, file and document; rosters, grants and marks (decision 0023)."""

from plone import api
from tests.office import STAFF
from tests.office import as_user
from vanphong.casefiles import actions
from vanphong.casefiles import grants
from vanphong.casefiles import stages
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import case_files
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.organisation import people
import pytest


ROSTER = {"cv1-vhtt": "maker", "cv2-vhtt": "contributor", "cv1-noivu": "reader"}

#: Permission -> who has it on an open file of the division.
RIGHTS = {
    "View": {*ROSTER, "truongphong-vhtt", "chanhvp"},
    "vanphong: Edit Case File": {"cv1-vhtt", "truongphong-vhtt"},
    "vanphong: File Document": {"cv1-vhtt", "cv2-vhtt", "truongphong-vhtt"},
    "vanphong: Take Out Document": {"cv1-vhtt", "truongphong-vhtt"},
    "vanphong: Manage Case Roster": {"cv1-vhtt", "truongphong-vhtt"},
    "vanphong: Lower Retention": {"chanhvp"},
    "Modify portal content": set(),
}


def has(user, permission, context):
    with as_user(user):
        return api.user.has_permission(permission, obj=context)


def finds(user, document):
    with as_user(user):
        tokens = people.me().tokens
    rows = documents.list_documents(document.body_uid, "in", tokens=tokens, size=200).rows
    return document.UID() in {row["document_uid"] for row in rows}


@pytest.fixture
def shared(files):
    """A file with a roster."""
    case_file = files.open()
    with as_user("cv1-vhtt"):
        for user, part in ROSTER.items():
            actions.set_member(case_file, user, part)
    return case_file


@pytest.mark.parametrize("permission", RIGHTS)
def test_rights_follow_the_roster(shared, permission):
    found = {user for user in STAFF if has(user, permission, shared)}
    assert found == RIGHTS[permission]


@pytest.mark.parametrize("state", ["closed", "to_submit", "archived", "transferred"])
def test_nobody_files_into_a_file_that_is_not_open(shared, state):
    way = ["closed", "to_submit", "archived", "transferred"]
    for one in way[: way.index(state) + 1]:
        stages.move(shared, one)
    for permission in ("vanphong: File Document", "vanphong: Take Out Document"):
        assert {user for user in STAFF if has(user, permission, shared)} == set()


def test_who_finds_the_file_is_who_may_see_it(shared):
    for user in STAFF:
        with as_user(user):
            rows = case_files.listed(people.me().tokens, size=200).rows
            found = shared.UID() in {row["case_file_uid"] for row in rows}
        assert found == has(user, "View", shared), user


def test_an_open_file_is_read_by_the_unit(shared):
    with as_user("cv1-vhtt"):
        actions.edit(shared, {"rights": "public"})
        actions.remove_member(shared, "cv2-vhtt")
    assert has("cv2-vhtt", "View", shared)
    assert not has("truongphong-noivu", "View", shared)


def test_a_grant_lets_the_roster_read_and_find_the_document(files, shared):
    letter = files.finished()
    before = {user for user in STAFF if has(user, "View", letter)}
    assert "cv1-noivu" not in before
    assert not finds("cv1-noivu", letter)
    files.filed(letter, shared, grants=True)
    assert {user for user in STAFF if has(user, "View", letter)} == before | set(ROSTER)
    assert finds("cv1-noivu", letter)


def test_without_a_grant_a_file_opens_nothing(files, shared):
    letter = files.finished()
    before = {user for user in STAFF if has(user, "View", letter)}
    files.filed(letter, shared, grants=False)
    assert {user for user in STAFF if has(user, "View", letter)} == before
    assert not finds("cv1-noivu", letter)


@pytest.mark.parametrize(
    "end",
    [
        lambda case_file, uid: actions.take_out(case_file, uid, reason="Nhầm."),
        lambda case_file, uid: actions.change_entry(case_file, uid, grants=False),
        lambda case_file, uid: actions.remove_member(case_file, "cv1-noivu"),
    ],
)
def test_what_was_granted_is_withdrawn(files, shared, end):
    letter = files.finished()
    files.filed(letter, shared, grants=True)
    with as_user("cv1-vhtt"):
        end(shared, letter.UID())
    assert not has("cv1-noivu", "View", letter)
    assert not finds("cv1-noivu", letter)


def test_another_file_still_grants_it(files, shared):
    letter, other = files.finished(), files.open()
    with as_user("cv1-vhtt"):
        actions.set_member(other, "cv1-noivu", "reader")
    files.filed(letter, shared, grants=True)
    files.filed(letter, other, grants=True)
    with as_user("cv1-vhtt"):
        actions.take_out(shared, letter.UID(), reason="Nhầm.")
    assert has("cv1-noivu", "View", letter)
    assert finds("cv1-noivu", letter)


def test_who_joins_a_long_file_finds_its_documents_after_the_job(files, shared, monkeypatch):
    from vanphong.casefiles import readers

    monkeypatch.setattr(readers, "AT_ONCE", 0)
    letter = files.finished()
    files.filed(letter, shared, grants=True)
    with as_user("cv1-vhtt"):
        actions.set_member(shared, "truongphong-noivu", "reader")
    assert has("truongphong-noivu", "View", letter)
    assert jobs.of(shared.UID(), readers.JOB)


def test_who_has_it_for_information_only_opens_it_to_nobody(files, office):
    letter = office.directed(inform=[office.uid("tuphap")])
    case_file = files.open("tuphap", "truongphong-tuphap")
    with as_user("truongphong-tuphap"):
        assert grants.may_read(letter)
        assert not grants.may_hand_on(letter)
        with pytest.raises(RuleBroken) as refusal:
            actions.file_document(case_file, letter, grants=True)
        assert refusal.value.field == "grants"
        assert not actions.file_document(case_file, letter).grants


def test_who_reads_by_a_file_hands_nothing_on(files, shared):
    letter = files.finished()
    files.filed(letter, shared, grants=True)
    own = files.open("noivu", "cv1-noivu")
    with as_user("cv1-noivu"):
        assert not actions.file_document(own, letter).grants


def test_what_one_may_not_read_one_does_not_file(files):
    letter, case_file = files.finished(), files.open("noivu", "cv1-noivu")
    with as_user("cv1-noivu"), pytest.raises(NotAllowed):
        actions.file_document(case_file, letter)
