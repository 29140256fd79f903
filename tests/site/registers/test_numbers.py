"""Numbers in order, none twice, none lost (Decree 30/2020, Articles 15 and 22)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.ledger import entries
from vanphong.registers import actions as registers
import pytest


REASON = "Vào sổ nhầm, văn bản của cơ quan khác."


@pytest.fixture
def book(office):
    return office.register_in


def numbers(book):
    rows = entries.entries(book.UID(), book.period, size=200, newest_first=False).rows
    return [row["label"] for row in rows]


def insert(book, number, suffix, reason="Đến trước, vào sổ sau.", user="chutich"):
    with as_user(user):
        return registers.insert_number(book, number, suffix, reason=reason)


def void(book, number, suffix="", reason=REASON, user="chutich"):
    with as_user(user):
        registers.void_number(book, number, suffix, reason=reason)


def close(book):
    with as_user("admin"):
        api.content.transition(book, "close")


# in order


def test_the_sample_carries_on_a_paper_register(book):
    assert book.opening_number == 1171
    assert numbers(book)[:2] == ["1171", "1172"]


def test_numbers_follow_each_other(office, book):
    first = registers.forecast(book)
    given = [office.register().arrival_number for _each in range(3)]
    assert given == [first, first + 1, first + 2]
    assert registers.forecast(book) == first + 3


def test_a_document_and_its_register_tell_the_same(office, book):
    letter = office.register(subject="V/v báo cáo tháng 8", symbol="77/UBND-TH")
    (entry,) = entries.taken(book.UID(), "2024", letter.arrival_number)
    assert entry["document_uid"] == letter.UID()
    assert (entry["subject"], entry["symbol"]) == ("V/v báo cáo tháng 8", "77/UBND-TH")
    assert entry["taken_at"] == letter.registered_at
    assert entry["taken_by"] == letter.registered_by == "Văn thư cơ quan"


def test_what_was_corrected_is_corrected_in_the_register(office, book):
    letter = office.register()
    with as_user("vanthu2"):
        incoming.correct(letter, {"subject": "V/v báo cáo quý III"})
    (entry,) = entries.taken(book.UID(), "2024", letter.arrival_number)
    assert entry["subject"] == "V/v báo cáo quý III"
    assert entry["taken_by"] == "Văn thư cơ quan"


def test_what_only_arrived_has_no_number(office, book):
    before = registers.forecast(book)
    assert office.arrive().arrival_number is None
    assert registers.forecast(book) == before


# a new year


def new_year(day=1, hour=8):
    clock.freeze(datetime(2025, 1, day, hour, tzinfo=clock.TZ))


def test_on_the_first_of_january_a_register_opens_that_begins_at_one(office, book):
    new_year()
    letter = office.register(issued_date="2024-12-31")
    opened = office.body["so-den-2025"]
    assert letter.label == "01"
    assert letter.register_uid == opened.UID()
    assert letter.period == opened.period == "2025"
    assert opened.title == book.title.replace("2024", "2025")
    assert registers.is_open(opened)
    assert office.register().label == "02"


def test_the_successor_is_opened_once(office):
    new_year()
    office.register()
    office.register()
    books = [one.getId() for one in registers.registers_of(office.body) if one.direction == "in"]
    assert sorted(books) == ["so-den-2024", "so-den-2025"]


def test_the_last_document_of_the_year_is_still_in_the_old_register(office, book):
    clock.freeze(datetime(2024, 12, 31, 16, 58, tzinfo=clock.TZ))
    before = registers.forecast(book)
    assert office.register().arrival_number == before


def test_what_arrived_in_the_old_year_is_counted_in_the_year_of_registration(office):
    clock.freeze(datetime(2024, 12, 31, 16, 30, tzinfo=clock.TZ))
    waiting = office.arrive()
    new_year(2)
    letter = office.register(target=waiting)
    assert (letter.period, letter.label) == ("2025", "01")


def test_a_year_without_documents_is_left_out(office):
    clock.freeze(datetime(2027, 3, 1, 8, tzinfo=clock.TZ))
    assert office.register().period == "2027"
    assert "so-den-2026" not in office.body


def test_the_clerk_may_use_the_register_that_the_first_document_has_opened(office):
    new_year()
    office.register(by="vanthu2")
    with as_user("vanthu"):
        opened = office.body["so-den-2025"]
        assert api.user.has_permission("vanphong: View Register", obj=opened)
    assert insert(opened, 1, "a") == "01a"


# closed


def test_a_closed_register_gives_no_number(office, book):
    close(book)
    with pytest.raises(Conflict, match="no open register for 2024"):
        office.register()
    with pytest.raises(Conflict, match="is closed"):
        registers.take_number(book, document_uid="x")


def test_no_successor_is_opened_for_the_year_that_was_closed(office, book):
    close(book)
    with pytest.raises(Conflict):
        office.register()
    assert "so-den-2024-2024" not in office.body
    assert len(registers.registers_of(office.body)) == 2


def test_a_register_that_is_opened_again_goes_on_where_it_was(office, book):
    before = registers.forecast(book)
    close(book)
    with as_user("admin"):
        api.content.transition(book, "reopen")
    assert office.register().arrival_number == before


def test_a_body_without_a_register_cannot_register(office):
    with as_user("vanthu-anlac"), pytest.raises(Conflict, match="no open register"):
        incoming.register(office.unit("anlac"), office.values())


# inserted: số chen


def test_an_inserted_number_stands_behind_its_own(office, book):
    letter = office.register()
    office.register()
    label = insert(book, letter.arrival_number, "a")
    assert label == f"{letter.arrival_number}a"
    listed = numbers(book)
    assert listed.index(label) == listed.index(letter.label) + 1


def test_an_inserted_number_does_not_count(office, book):
    letter = office.register()
    insert(book, letter.arrival_number, "a")
    assert registers.forecast(book) == letter.arrival_number + 1


def test_letters_follow_each_other_but_none_is_given_twice(office, book):
    letter = office.register()
    insert(book, letter.arrival_number, "a")
    insert(book, letter.arrival_number, "b")
    with pytest.raises(Conflict, match="is given already"):
        insert(book, letter.arrival_number, "a")


def test_nothing_follows_a_number_that_was_not_given(book):
    with pytest.raises(RuleBroken, match="has not been given yet"):
        insert(book, registers.forecast(book), "a")


@pytest.mark.parametrize("reason", ["", "   "])
def test_inserting_needs_a_reason(office, book, reason):
    letter = office.register()
    with pytest.raises(RuleBroken, match="Give the reason"):
        insert(book, letter.arrival_number, "a", reason=reason)


# void: hủy số


def test_a_void_number_stays_with_its_reason(office, book):
    letter = office.register()
    label = insert(book, letter.arrival_number, "a")
    void(book, letter.arrival_number, "a")
    row = entries.taken(book.UID(), "2024", letter.arrival_number)[1]
    assert row["label"] == label
    assert (row["void_reason"], row["voided_by"]) == (REASON, "Chủ tịch UBND huyện")
    assert row["voided_at"] == clock.now()
    assert label in numbers(book)


def test_a_void_number_is_not_given_again(office, book):
    letter = office.register()
    insert(book, letter.arrival_number, "a")
    void(book, letter.arrival_number, "a")
    with pytest.raises(Conflict, match="is given already"):
        insert(book, letter.arrival_number, "a")
    assert office.register().arrival_number == letter.arrival_number + 1


def test_a_number_is_void_once(office, book):
    letter = office.register()
    insert(book, letter.arrival_number, "a")
    void(book, letter.arrival_number, "a")
    with pytest.raises(Conflict, match="is void already"):
        void(book, letter.arrival_number, "a")


def test_a_number_that_was_not_given_cannot_be_void(book):
    with pytest.raises(Conflict, match="has not been given"):
        void(book, registers.forecast(book))


def test_the_number_that_a_document_carries_cannot_be_void(office, book):
    letter = office.register()
    with pytest.raises(Conflict):
        void(book, letter.arrival_number)
    (entry,) = entries.taken(book.UID(), "2024", letter.arrival_number)
    assert entry["voided_at"] is None


def test_voiding_needs_a_reason(office, book):
    letter = office.register()
    insert(book, letter.arrival_number, "a")
    with pytest.raises(RuleBroken, match="Give the reason"):
        void(book, letter.arrival_number, "a", reason=" ")


# terms of office


def test_a_register_of_a_term_runs_on_over_the_year(office, book):
    with as_user("admin"):
        close(book)
        book.counted, book.period = "term", "2020-2025"
        api.content.transition(book, "reopen")
    clock.freeze(datetime(2025, 1, 2, 8, tzinfo=clock.TZ))
    assert registers.current(office.body.UID(), "in", date(2025, 1, 2)) is not None
    letter = office.register()
    assert letter.period == "2020-2025"
    clock.advance(timedelta(days=1))
    assert office.register().arrival_number == letter.arrival_number + 1
