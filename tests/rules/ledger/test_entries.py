from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.ledger import entries
import pytest
import transaction


def take(number, suffix="", period="2026", **values):
    entries.add(
        {"register_uid": "book", "period": period, "number": number, "suffix": suffix} | values
    )
    transaction.commit()


def labels(**options):
    page = entries.entries("book", "2026", **options)
    return [f"{row['number']}{row['suffix']}" for row in page.rows]


def test_numbers_count_by_register_and_period():
    assert entries.highest("book", "2026") == 0
    take(1)
    take(2)
    take(7, period="2025")
    assert entries.highest("book", "2026") == 2
    assert entries.highest("book", "2025") == 7
    assert entries.highest("another", "2026") == 0


def test_a_number_is_taken_once():
    take(45)
    take(45, "a")
    with pytest.raises(entries.IntegrityError):
        take(45)
    transaction.abort()
    assert labels() == ["45a", "45"]
    assert [row["suffix"] for row in entries.taken("book", "2026", 45)] == ["", "a"]


def test_a_voided_number_stays_and_counts():
    take(1)
    entries.void("book", "2026", 1, reason="Ghi nhầm", by="Trần Thị Lan")
    transaction.commit()
    (row,) = entries.entries("book", "2026").rows
    assert (row["void_reason"], row["voided_by"]) == ("Ghi nhầm", "Trần Thị Lan")
    assert row["voided_at"] == clock.now()
    assert entries.highest("book", "2026") == 1


def test_voiding_twice_or_what_is_not_there_is_a_conflict():
    take(1)
    entries.void("book", "2026", 1, reason="Ghi nhầm", by="lan")
    with pytest.raises(Conflict):
        entries.void("book", "2026", 1, reason="Ghi nhầm", by="lan")
    with pytest.raises(Conflict):
        entries.void("book", "2026", 2, reason="Ghi nhầm", by="lan")


def test_an_entry_can_be_described_anew():
    take(1, subject="cũ", origin="Sở Nội vụ")
    entries.describe("book", "2026", 1, subject="mới")
    (row,) = entries.taken("book", "2026", 1)
    assert (row["subject"], row["origin"]) == ("mới", "Sở Nội vụ")


def test_the_register_is_read_in_the_order_of_numbers():
    for number in (10, 2, 9):
        take(number)
    take(9, "a")
    assert labels(newest_first=False) == ["2", "9", "9a", "10"]
    assert labels(size=2) == ["10", "9a"]
    assert labels(page=2, size=2) == ["9", "2"]
