"""Terms, batches and papers of a submission."""

from dataclasses import replace
from datetime import date
from tests.rules.casefiles.packages import ENTRIES
from tests.rules.casefiles.packages import FILE
from vanphong.casefiles.rules import archive
from vanphong.casefiles.rules import archive_lists
from vanphong.casefiles.rules.archive import KeptBack
from vanphong.casefiles.rules.archive import Terms
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


@pytest.mark.parametrize(
    ("end", "construction", "last"),
    [
        (date(2024, 8, 14), False, date(2025, 8, 14)),
        (date(2024, 8, 14), True, date(2024, 11, 14)),
        (date(2024, 2, 29), False, date(2025, 2, 28)),
        (date(2024, 11, 30), True, date(2025, 2, 28)),
        (date(2024, 12, 31), True, date(2025, 3, 31)),
    ],
)
def test_the_last_day(end, construction, last):
    assert archive.submit_by(end, construction=construction) == last


@pytest.mark.parametrize(
    ("years", "must"), [(0, True), (70, True), (5, True), (4, False), (1, False)]
)
def test_which_files_are_submitted(years, must):
    assert archive.must_submit(years) is must


@pytest.mark.parametrize(
    ("today", "kept", "due"),
    [
        (date(2025, 7, 14), None, False),
        (date(2025, 7, 15), None, True),
        (date(2026, 1, 1), None, True),
        (date(2025, 8, 14), date(2026, 8, 14), False),
        (date(2026, 7, 15), date(2026, 8, 14), True),
    ],
)
def test_notice_thirty_days_before(today, kept, due):
    consent = kept and KeptBack(kept, "Đang dùng", "Chủ tịch")
    assert archive.is_due(date(2025, 8, 14), today, kept=consent) is due


def test_terms_are_data():
    assert archive.submit_by(date(2024, 1, 1), Terms(months=6)) == date(2024, 7, 1)


LAST = date(2025, 8, 14)


@pytest.mark.parametrize(
    ("until", "reason", "basis", "refusal"),
    [
        (date(2027, 8, 15), "Dùng", "CV 1", RuleBroken),
        (date(2025, 8, 14), "Dùng", "CV 1", InvalidInput),
        (date(2026, 1, 1), " ", "CV 1", InvalidInput),
        (date(2026, 1, 1), "Dùng", "", InvalidInput),
    ],
)
def test_what_is_no_consent(until, reason, basis, refusal):
    with pytest.raises(refusal):
        archive.keep_back(LAST, until, reason, "Chủ tịch", basis)


def test_two_years_at_most():
    kept = archive.keep_back(LAST, date(2027, 8, 14), "Dùng", "Chủ tịch", "CV 1")
    assert kept.until == date(2027, 8, 14)


def test_a_batch():
    lines = archive.begin(["a", "b"])
    lines = archive.decide(lines, "a", archive.TAKEN, "Lưu trữ")
    assert not archive.is_decided(lines)
    lines = archive.decide(lines, "b", archive.RETURNED, "Lưu trữ", " Thiếu trang ")
    assert archive.is_decided(lines)
    assert archive.taken(lines) == ("a",)
    assert lines[1].reason == "Thiếu trang"


@pytest.mark.parametrize(
    ("uid", "verdict", "reason", "refusal"),
    [
        ("a", archive.TAKEN, "", Conflict),
        ("x", archive.TAKEN, "", InvalidInput),
        ("b", archive.RETURNED, " ", InvalidInput),
    ],
)
def test_what_the_archive_cannot_decide(uid, verdict, reason, refusal):
    lines = archive.decide(archive.begin(["a", "b"]), "a", archive.TAKEN, "Lưu trữ")
    with pytest.raises(refusal):
        archive.decide(lines, uid, verdict, "Lưu trữ", reason)


@pytest.mark.parametrize("uids", [[], ["a", "a"]])
def test_what_is_no_batch(uids):
    with pytest.raises(InvalidInput):
        archive.begin(uids)


@pytest.mark.parametrize(
    ("type_name", "subject", "shown"),
    [
        ("Công văn", "V/v tuyển sinh", "Công văn V/v tuyển sinh"),
        ("Thông báo", "Thông báo lịch tiêm chủng", "Thông báo lịch tiêm chủng"),
        ("Quyết định", "QUYẾT ĐỊNH về dự toán", "QUYẾT ĐỊNH về dự toán"),
        ("", "Lịch tiêm chủng", "Lịch tiêm chủng"),
        ("Báo cáo", "", "Báo cáo"),
    ],
)
def test_the_type_of_a_document_is_printed_once(type_name, subject, shown):
    (row,) = archive_lists.inventory([replace(ENTRIES[0], type_name=type_name, subject=subject)])
    assert row[3] == shown


def test_the_inventory_counts_pages_through():
    rows = archive_lists.inventory(ENTRIES)
    assert [row[5] for row in rows] == ["1 - 2", "3 - 5"]
    assert rows[0][1:5] == [
        "1210/UBND-VX",
        "01/08/2024",
        "Công văn V/v triển khai <eOffice> & ký số",
        "UBND tỉnh",
    ]
    assert {len(row) for row in rows} == {len(archive_lists.INVENTORY)}


def test_the_list_of_a_submission():
    (row,) = archive_lists.transfer([FILE])
    assert row[1:6] == ["01.VX", FILE.title, "05/01/2024 – 13/08/2024", "10 năm", "5"]
    assert len(row) == len(archive_lists.TRANSFER)


def test_the_count_of_a_submission():
    found = archive_lists.count([FILE, FILE], 3, 4096)
    assert (found.files, found.permanent, found.limited, found.documents) == (2, 0, 2, 4)
    assert (found.pages, found.first_year, found.last_year) == (10, 2024, 2024)
