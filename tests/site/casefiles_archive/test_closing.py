"""Closing: what stands in its way, what it makes, what it freezes."""

from datetime import date
from tests.office import as_user
from vanphong.casefiles import actions
from vanphong.casefiles import closing
from vanphong.casefiles import closing_facts
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import entries
from vanphong.casefiles import stages
from vanphong.casefiles.rules.closing import Kind
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import jobs
import pytest


def kinds(case_file):
    return [one.kind for one in closing_facts.findings(case_file)]


def test_closing_makes_the_inventory(archive):
    case_file = archive.full(b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n")
    with as_user("cv1-vhtt"):
        closing.close_file(case_file, ended_on=date(2024, 8, 1))
    assert stages.state_of(case_file) == "closed"
    assert not closing_inventory.is_made(case_file)
    jobs.run_pending()
    assert closing_inventory.is_made(case_file)
    record = closing_inventory.file_record(case_file)
    assert (record.document_total, record.page_total, record.end) == (1, 2, date(2024, 8, 1))
    (entry,) = closing_inventory.records(case_file)
    (document,) = (actions.filing._document(one.document_uid) for one in entries.every(case_file))
    assert entry.symbol == document.symbol
    assert entry.code_number in entry.symbol
    assert entry.arrival_number == document.label
    assert entry.files[0].sha256 == document.attachments[0].sha256
    assert any("Chủ trì" in line for line in entry.trace)


def test_the_inventory_of_a_long_file_is_made_in_batches(archive, monkeypatch):
    monkeypatch.setattr(closing_inventory, "BATCH", 2)
    case_file = archive.closed(None, None, None, None, None)
    assert [one.number for one in closing_inventory.records(case_file)] == [1, 2, 3, 4, 5]
    (row,) = jobs.of(case_file.UID(), closing_inventory.KIND)
    assert row["state"] == "done"


def test_what_is_being_handled_keeps_a_file_open(archive, office):
    document = office.assigned()
    case_file = archive.filed(document)
    assert Kind.OPEN_STEP in kinds(case_file)
    with as_user("cv1-vhtt"), pytest.raises(RuleBroken, match="must be mended"):
        closing.close_file(case_file, accept=True)
    assert stages.state_of(case_file) == "open"


def test_the_same_content_twice_is_found(archive):
    case_file = archive.full(b"noi dung", b"khac")
    other = archive.document(b"noi dung", name="ban-sao.txt")
    archive.filed(other, case_file)
    assert Kind.DUPLICATE in kinds(case_file)
    with as_user("cv1-vhtt"):
        actions.take_out(case_file, other.UID(), reason="Trùng.")
    assert Kind.DUPLICATE not in kinds(case_file)


def test_without_files_it_is_closed_only_when_somebody_says_so(archive):
    case_file = archive.full(None)
    assert kinds(case_file) == [Kind.NO_FILE]
    with as_user("cv1-vhtt"):
        with pytest.raises(RuleBroken, match="lack something"):
            closing.close_file(case_file)
        closing.close_file(case_file, accept=True)


def test_an_empty_file_is_not_closed(archive):
    with as_user("cv1-vhtt"), pytest.raises(RuleBroken, match="no document"):
        closing.close_file(archive.open(), accept=True)


@pytest.mark.parametrize("day", [date(2024, 8, 15), date(2022, 1, 1)])
def test_a_day_that_cannot_be_the_end(archive, day):
    case_file = archive.full(None)
    with as_user("cv1-vhtt"), pytest.raises(InvalidInput):
        closing.close_file(case_file, ended_on=day, accept=True)


@pytest.mark.parametrize("user", ["cv2-vhtt", "cv1-noivu", "vanthu", "chutich"])
def test_others_do_not_close_it(archive, user):
    case_file = archive.full(None)
    with as_user(user), pytest.raises(NotAllowed):
        closing.close_file(case_file, accept=True)


def test_nothing_comes_in_or_leaves_once_it_is_closed(archive):
    case_file = archive.closed(None)
    (entry,) = entries.every(case_file)
    with as_user("cv1-vhtt"):
        with pytest.raises(Conflict):
            actions.file_document(case_file, archive.document())
        with pytest.raises(Conflict):
            actions.take_out(case_file, entry.document_uid, reason="Nhầm.")
        with pytest.raises(Conflict):
            closing.close_file(case_file)


def test_a_closed_file_can_be_opened_again(archive):
    case_file = archive.closed(None)
    with as_user("cv1-vhtt"):
        with pytest.raises(InvalidInput):
            closing.reopen_file(case_file, reason=" ")
        closing.reopen_file(case_file, reason="Còn thiếu văn bản.")
        actions.file_document(case_file, archive.document())
    assert (stages.state_of(case_file), case_file.inventory) == ("open", None)
