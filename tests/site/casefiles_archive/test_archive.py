"""Submission, taking over, sending back, keeping back, reminders, valuation, handover."""

from datetime import date
from io import BytesIO
from plone import api
from tests.archive_office import ARCHIVIST
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.casefiles import archive as acts
from vanphong.casefiles import archive_due
from vanphong.casefiles import archive_receipts
from vanphong.casefiles import closing
from vanphong.casefiles import handover
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles import valuation
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import jobs
from vanphong.ledger import notices
from vanphong.ledger.interfaces import DayBegun
from vanphong.organisation import actions as organisation
from zope.event import notify
import docx
import pytest


def texts(octets):
    document = docx.Document(BytesIO(octets))
    found = [one.text for one in document.paragraphs]
    for table in document.tables:
        found += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(found)


def test_submit_and_take_over(archive):
    case_file = archive.closed(b"abc")
    submission = archive.submitted(case_file)
    assert stages.state_of(case_file) == "to_submit"
    with as_user(ARCHIVIST):
        assert notices.count([f"Archivists:{archive.office.uid('vp')}"])
        acts.take_over_file(submission, case_file.UID())
    assert stages.state_of(case_file) == "archived"
    assert submission.is_decided
    assert notices.waiting(["cv1-vhtt"])[0]["kind"] == "archive_decision"


def test_sent_back_completed_and_submitted_again(archive):
    case_file = archive.closed(None)
    submission = archive.submitted(case_file)
    with as_user(ARCHIVIST):
        with pytest.raises(InvalidInput):
            acts.return_file(submission, case_file.UID(), reason="")
        acts.return_file(submission, case_file.UID(), reason="Thiếu phụ lục.")
        with pytest.raises(Conflict):
            acts.take_over_file(submission, case_file.UID())
    assert stages.state_of(case_file) == "returned"
    archive.filed(archive.document(b"phu luc"), case_file)
    with as_user("cv1-vhtt"):
        closing.close_file(case_file, accept=True)
    jobs.run_pending()
    assert archive.taken(case_file) is not submission
    assert stages.state_of(case_file) == "archived"


@pytest.mark.parametrize("user", ["cv1-vhtt", "truongphong-vhtt", "vanthu", "chutich", "admin"])
def test_only_the_archive_takes_over(archive, user):
    case_file = archive.closed(None)
    submission = archive.submitted(case_file)
    with as_user(user), pytest.raises(NotAllowed):
        acts.take_over_file(submission, case_file.UID())


@pytest.mark.parametrize("user", ["cv1-noivu", "vanthu", ARCHIVIST])
def test_files_of_others_are_not_submitted(archive, user):
    case_file = archive.closed(None)
    with as_user(user), pytest.raises((NotAllowed, Conflict)):
        acts.submit_files(archive.folder, [case_file.UID()])


def test_all_files_of_a_batch_or_none(archive):
    closed, still_open = archive.closed(None), archive.full(None)
    with as_user("cv1-vhtt"), pytest.raises(Conflict):
        acts.submit_files(archive.folder, [closed.UID(), still_open.UID()])
    assert stages.state_of(closed) == "closed"


def test_not_before_the_inventory_is_made(archive):
    case_file = archive.full(None)
    with as_user("cv1-vhtt"):
        closing.close_file(case_file, accept=True)
        with pytest.raises(Conflict, match="still being made"):
            acts.submit_files(archive.folder, [case_file.UID()])


def test_the_archive_reads_what_was_submitted(archive):
    document = archive.document(b"abc")
    case_file = archive.filed(document, archive.open(started_on="2024-01-01"), pages=1)
    with as_user("cv1-vhtt"):
        closing.close_file(case_file)
    jobs.run_pending()
    with as_user("admin"):
        unit = archive.office.unit("vp")
        organisation.place(unit, "cv1-tuphap", position="Lưu trữ", functions=["Archivists"])
    with as_user("cv1-tuphap"):
        assert not api.user.has_permission("View", obj=document)
    archive.submitted(case_file)
    with as_user("cv1-tuphap"):
        assert api.user.has_permission("View", obj=document)


def test_the_papers_of_a_submission(archive):
    case_file = archive.closed(b"abc", b"def", retention="Vĩnh viễn")
    submission = archive.taken(case_file)
    listed = texts(archive_receipts.transfer_docx(submission))
    assert "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU" in listed
    assert case_file.notation in listed
    assert "1 hồ sơ bảo quản vĩnh viễn; 0 hồ sơ bảo quản có thời hạn" in listed
    said = texts(archive_receipts.minutes_docx(submission))
    assert "Tổng số tệp tin trong hồ sơ: 2 tệp tin" in said
    assert "BÊN NHẬN: Lưu trữ cơ quan" in said
    assert "Lưu trữ viên" in said


def test_keep_back_with_consent(archive):
    case_file = archive.closed(None, day=date(2023, 8, 20))
    last = archive_due.last_day(case_file)
    assert last == date(2024, 8, 20)
    assert [one.row["code"] for one in archive_due.due(case_file.body_uid)] == [case_file.code]
    with as_user("cv1-vhtt"), pytest.raises(NotAllowed):
        acts.keep_back_file(case_file, until=date(2025, 1, 1), reason="Dùng", basis="CV 1")
    with as_user("chanhvp"):
        with pytest.raises(RuleBroken):
            acts.keep_back_file(case_file, until=date(2026, 8, 21), reason="Dùng", basis="CV 1")
        acts.keep_back_file(case_file, until=date(2025, 8, 20), reason="Dùng", basis="CV 1")
    assert archive_due.due(case_file.body_uid) == []


def test_the_maker_is_told_once(archive):
    case_file = archive.closed(None, day=date(2023, 8, 20))
    for _each in range(2):
        notify(DayBegun(archive.office.portal))
    told = [row for row in notices.waiting(["cv1-vhtt"]) if row["kind"] == archive_due.NOTICE]
    assert [row["mapping"]["code"] for row in told] == [case_file.code]
    assert told[0]["mapping"]["day"] == "20/08/2024"


def test_of_construction_works_the_maker_is_told_earlier(archive):
    case_file = archive.full(None)
    with as_user("cv1-vhtt"):
        closing.close_file(case_file, ended_on=date(2024, 6, 1), construction=True, accept=True)
    assert archive_due.last_day(case_file) == date(2024, 9, 1)
    assert archive_due.due(case_file.body_uid)


def test_valuation(archive):
    case_file = archive.closed(None, title="Việc lặt vặt", retention="5 năm", day=date(2023, 8, 20))
    archive.taken(case_file)
    with as_user(ARCHIVIST):
        assert valuation.expired(case_file.body_uid) == []
        with pytest.raises(RuleBroken, match="kept until"):
            valuation.value_file(case_file, "destroy", reason="QĐ 1")
    clock.freeze(clock.now().replace(year=2029))
    with as_user(ARCHIVIST):
        assert [row["code"] for row in valuation.expired(case_file.body_uid)] == [case_file.code]
        valuation.value_file(case_file, "destroy", reason="QĐ 1")
        assert stages.state_of(case_file) == "destroyed_proposed"
        with pytest.raises(RuleBroken, match="not longer"):
            valuation.value_file(case_file, "keep", reason="QĐ 2", period="5 năm")
        valuation.value_file(case_file, "keep", reason="QĐ 2", period="20 năm")
        assert (stages.state_of(case_file), case_file.years) == ("archived", 20)
        valuation.value_file(case_file, "transfer", reason="QĐ 3")
    assert stages.state_of(case_file) == "transferred"


def test_who_leaves_hands_everything_over(archive, office):
    case_file = archive.full(None)
    document = office.assigned()
    has = handover.belongings("cv1-vhtt")
    assert case_file.UID() in [row["case_file_uid"] for row in has.files]
    assert document.UID() in [row["document_uid"] for row in has.steps]
    unit = office.unit("vhtt")
    with as_user("cv2-vhtt"), pytest.raises(NotAllowed):
        handover.hand_over(unit, "cv1-vhtt", "cv2-vhtt", reason="Chuyển công tác")
    with as_user("truongphong-vhtt"):
        uid = handover.hand_over(unit, "cv1-vhtt", "cv2-vhtt", reason="Chuyển công tác")
    jobs.run_pending()
    assert jobs.status(uid)["result"]["left"] == []
    assert handover.belongings("cv1-vhtt").total == 0
    assert case_file.maker == "cv2-vhtt"
    assert [one.user_id for one in team.members(case_file)] == ["cv2-vhtt"]
    assert office.step(document, "lead").actor == "cv2-vhtt"
