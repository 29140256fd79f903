"""The trail of a file tells its way to the archive; notices go when they are no longer true."""

from tests.archive_office import ARCHIVIST
from tests.casefile_office import Files
from tests.office import as_user
from tests.office import tick
from vanphong.casefiles import actions
from vanphong.casefiles import archive as acts
from vanphong.casefiles import archive_due
from vanphong.casefiles import closing
from vanphong.casefiles import closing_facts
from vanphong.casefiles.browser.trail import LATEST
from vanphong.casefiles.browser.trail import Trail
from vanphong.casefiles.rules.closing import Kind
from vanphong.ledger import jobs
from vanphong.ledger import notices
import pytest


def told(case_file, by="cv1-vhtt", *, whole=False):
    """The lines of a trail, the newest first: (title, what is told)."""
    with as_user(by):
        return [(one["title"], one["told"]) for one in Trail(case_file, whole=whole).lines]


def told_of(subject, *tokens):
    """What somebody is told of something and has not seen: (kind, reason)."""
    rows = [row for row in notices.waiting(tokens) if row["subject_uid"] == subject.UID()]
    return [(row["kind"], row["mapping"].get("reason", "")) for row in rows]


def test_the_trail_tells_of_submission_return_and_taking_over(archive, page):
    case_file = archive.closed(None)
    first = archive.submitted(case_file)
    with as_user(ARCHIVIST):
        tick()
        acts.return_file(first, case_file.UID(), reason="Thiếu phụ lục.")
    with as_user("cv1-vhtt"):
        tick()
        closing.close_file(case_file, accept=True)
    jobs.run_pending()
    second = archive.taken(case_file)
    lines = told(case_file)
    assert [title for title, _told in lines[:5]] == [
        "The archive took the file over",
        "Submitted the file to the archive",
        "Closed the file",
        "The archive sent the file back",
        "Submitted the file to the archive",
    ]
    assert lines[0][1] == [second.title]
    assert lines[3][1] == [first.title, "Thiếu phụ lục."]
    assert "Thiếu phụ lục." in page(case_file, "view", "cv1-vhtt").text


def test_the_trail_names_people_and_parts_in_words(archive):
    case_file = archive.open()
    with as_user("cv1-vhtt"):
        tick()
        actions.set_member(case_file, "cv2-vhtt", "reader")
        tick()
        actions.edit(case_file, {"title": "Hồ sơ mới", "retention": "30 năm"})
    changed, member, *_opened = told(case_file)
    assert member[1] == ["Chuyên viên văn hóa, gia đình, Phòng VH&TT", "Reads"]
    assert changed[1] == [
        "Title of the file",
        "Hồ sơ về chuyển đổi số năm 2024 → Hồ sơ mới",
        "Retention period",
        "20 năm → 30 năm",
    ]


def test_of_a_long_trail_the_latest_stand_first(archive, page):
    case_file = archive.open()
    for number in range(LATEST + 1):
        with as_user("cv1-vhtt"):
            tick()
            actions.edit(case_file, {"note": f"Lần {number}"})
    assert len(told(case_file)) == LATEST
    assert len(told(case_file, whole=True)) == LATEST + 2
    assert "trail=all" in page(case_file, "view", "cv1-vhtt").html
    assert "trail=all" not in page(case_file, "view", "cv1-vhtt", trail="all").html


def test_who_has_a_document_for_information_keeps_no_file_open(archive, office):
    document = office.presented()
    office.direct(document, inform=["noivu"])
    lead = office.step(document, "lead")
    office.do("receive", document, lead, "vanthu-vhtt")
    office.do("assign", document, lead, "truongphong-vhtt", person="cv1-vhtt")
    case_file = archive.filed(document)
    office.do("finish", document, office.step(document, "lead"), "cv1-vhtt", result="Xong.")
    assert office.step(document, "inform").state != "done"
    found = [one.kind for one in closing_facts.findings(case_file)]
    assert Kind.OPEN_STEP not in found


def test_the_notice_of_the_last_day_goes_with_the_submission(archive):
    case_file = archive.closed(None, day=None)
    for one in archive_due.due(case_file.body_uid, only_due=False):
        archive_due._tell(one)
    assert told_of(case_file, "cv1-vhtt") == [(archive_due.NOTICE, "")]
    archive.submitted(case_file)
    assert told_of(case_file, "cv1-vhtt") == []


def test_the_archive_is_told_of_a_submission_until_it_has_decided(archive):
    files = [archive.closed(None, title=f"Hồ sơ {number}") for number in (1, 2)]
    submission = archive.submitted(*files)
    keepers = f"Archivists:{archive.office.uid('vp')}"
    for case_file in files:
        assert told_of(submission, keepers) == [("archive_submission", "")]
        with as_user(ARCHIVIST):
            acts.take_over_file(submission, case_file.UID())
    assert told_of(submission, keepers) == []


@pytest.mark.parametrize("approved", [True, False])
def test_a_list_awaits_nobody_once_it_is_decided_on(archive, approved):
    file_list = Files(archive.office).submitted()
    assert told_of(file_list, "chutich") == [("file_list", "")]
    with as_user("chutich"):
        if approved:
            actions.approve_list(file_list)
        else:
            actions.return_list(file_list, reason="Thiếu hồ sơ.")
    assert told_of(file_list, "chutich") == []
    sent_back = [] if approved else [("file_list", "Thiếu hồ sơ.")]
    assert told_of(file_list, "vanthu") == sent_back
