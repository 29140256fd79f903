"""Tasks of a case file: they keep it open, and whoever works on it finds them."""

from tests.archive_office import Archive
from tests.office import as_user
from tests.office import tick
from vanphong.casefiles import actions as case_acts
from vanphong.casefiles import closing
from vanphong.casefiles import handover
from vanphong.casefiles import stages
from vanphong.errors import RuleBroken
from vanphong.ledger import jobs
from vanphong.ledger import tasks as ledger
from vanphong.tasks import case_files
import pytest


@pytest.fixture
def archive(office):
    """Ways of case files."""
    return Archive(office)


@pytest.fixture
def case_file(archive):
    """An open file of cv1-vhtt that nothing but its tasks keeps open."""
    return archive.full(b"noi dung")


def given(tasks, case_file, **more):
    return tasks.give(case_file, by="cv1-vhtt", lead="cv1-vhtt", **more)


def listed(user):
    return [row["subject"] for row in ledger.listed([user]).rows]


def test_an_open_task_keeps_the_file_open(tasks, case_file):
    task = given(tasks, case_file, text="Rà soát tài liệu")
    with as_user("cv1-vhtt"):
        tick()
        with pytest.raises(RuleBroken, match="Rà soát tài liệu") as refused:
            closing.close_file(case_file, accept=True)
    assert refused.value.rule == closing.rules.CLOSE_RULE
    tasks.do("cancel_task", task, "cv1-vhtt", reason="Không cần nữa")
    with as_user("cv1-vhtt"):
        tick()
        closing.close_file(case_file, accept=True)
    assert stages.state_of(case_file) == "closed"


def test_the_page_lists_the_open_tasks_with_links(tasks, case_file, page):
    task = given(tasks, case_file, text="Rà soát tài liệu")
    part = tasks.give(task, by="cv1-vhtt", lead="cv1-vhtt", text="Đánh số tờ")
    answer = page(case_file, "close-file", "cv1-vhtt")
    for one in (task, part):
        assert one.subject in answer.text
        assert f'/{one.getId()}"' in answer.html
    assert 'value="close"' not in answer.html
    answer = page(case_file, "close-file", "cv1-vhtt", post=True, do="close", accept="yes")
    assert (answer.status, stages.state_of(case_file)) == (422, "open")


def test_tasks_of_other_files_do_not_matter(tasks, archive, case_file):
    given(tasks, archive.open())
    with as_user("cv1-vhtt"):
        tick()
        closing.close_file(case_file, accept=True)
    assert stages.state_of(case_file) == "closed"


def test_who_comes_to_the_roster_finds_the_tasks_and_who_leaves_does_not(tasks, case_file):
    given(tasks, case_file, text="Rà soát tài liệu")
    assert listed("cv2-vhtt") == []
    with as_user("cv1-vhtt"):
        tick()
        case_acts.set_member(case_file, "cv2-vhtt", "reader")
    assert listed("cv2-vhtt") == ["Rà soát tài liệu"]
    with as_user("cv1-vhtt"):
        tick()
        case_acts.remove_member(case_file, "cv2-vhtt")
    assert listed("cv2-vhtt") == []


def test_many_tasks_are_brought_after_by_a_job(tasks, case_file, monkeypatch):
    monkeypatch.setattr(case_files, "AT_ONCE", 1)
    monkeypatch.setattr(case_files, "BATCH", 2)
    for number in range(3):
        given(tasks, case_file, text=f"Việc {number}")
    with as_user("cv1-vhtt"):
        tick()
        case_acts.set_member(case_file, "cv2-vhtt", "contributor")
    assert listed("cv2-vhtt") == []
    jobs.run_pending()
    assert sorted(listed("cv2-vhtt")) == ["Việc 0", "Việc 1", "Việc 2"]


def test_who_takes_a_file_over_finds_its_tasks(tasks, case_file, office):
    given(tasks, case_file, text="Rà soát tài liệu")
    with as_user("truongphong-vhtt"):
        tick()
        handover.hand_over(office.unit("vhtt"), "cv1-vhtt", "cv2-vhtt", reason="Nghỉ hưu")
    jobs.run_pending()
    assert "Rà soát tài liệu" in listed("cv2-vhtt")
