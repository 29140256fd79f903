from datetime import date
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.registers.rules import REGISTER_FOLLOW
from vanphong.registers.rules import REGISTER_IN
from vanphong.registers.rules import REGISTER_OUT
from vanphong.registers.rules import check_can_take
from vanphong.registers.rules import check_period
from vanphong.registers.rules import check_suffix
from vanphong.registers.rules import covers
from vanphong.registers.rules import entry_label
from vanphong.registers.rules import next_number
from vanphong.registers.rules import period_of
import pytest


@pytest.mark.parametrize(
    ("rule", "day", "term", "period"),
    [
        ("year", "2024-01-01", "", "2024"),
        ("year", "2024-12-31", "2020-2025", "2024"),
        ("term", "2024-12-31", " 2020-2025 ", "2020-2025"),
    ],
)
def test_period_of_a_day(rule, day, term, period):
    assert period_of(rule, date.fromisoformat(day), term) == period


def test_a_term_must_be_given_when_numbers_are_counted_per_term():
    with pytest.raises(InvalidInput, match="2025-2030"):
        period_of("term", date(2024, 8, 14))


@pytest.mark.parametrize(
    ("highest", "opening", "number"),
    [(None, 1, 1), (None, 1205, 1205), (1, 1, 2), (1205, 1205, 1206), (1204, 1, 1205), (3, 10, 10)],
)
def test_next_number(highest, opening, number):
    assert next_number(highest, opening) == number


@pytest.mark.parametrize("opening", [0, -1])
def test_registers_open_with_one_or_more(opening):
    with pytest.raises(InvalidInput) as problem:
        next_number(None, opening)
    assert problem.value.field == "opening"


@pytest.mark.parametrize("suffix", ["a", "b", "z"])
def test_letters_of_inserted_numbers(suffix):
    assert check_suffix(suffix) == suffix


@pytest.mark.parametrize("suffix", ["", "A", "aa", "đ", "á", "1", " a", "a\n", "-"])
def test_other_suffixes_are_refused(suffix):
    with pytest.raises(InvalidInput, match="one small letter"):
        check_suffix(suffix)


@pytest.mark.parametrize(
    ("number", "suffix", "label"),
    [
        (1, "", "01"),
        (9, "", "09"),
        (10, "", "10"),
        (45, "a", "45a"),
        (5, "b", "05b"),
        (1205, "", "1205"),
    ],
)
def test_entry_label(number, suffix, label):
    assert entry_label(number, suffix) == label


@pytest.mark.parametrize("number", [0, -3])
def test_numbers_begin_with_one(number):
    with pytest.raises(InvalidInput, match="begin with 1"):
        entry_label(number)


@pytest.mark.parametrize(
    ("rule", "period", "year", "expected"),
    [
        ("year", "2024", 2024, True),
        ("year", "2024", 2025, False),
        ("term", "2025-2030", 2024, False),
        ("term", "2025-2030", 2025, True),
        ("term", "2025–2030", 2030, True),
        ("term", "2025-2030", 2031, False),
    ],
)
def test_covers(rule, period, year, expected):
    assert covers(rule, period, date(year, 6, 1)) is expected


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("year", ""),
        ("year", "24"),
        ("year", "2024-2025"),
        ("year", "năm 2024"),
        ("term", "2025"),
        ("term", "2030-2025"),
        ("term", "2025-x-2030"),
        ("term", "XIII"),
    ],
)
def test_periods_that_cannot_be_read(rule, period):
    with pytest.raises(InvalidInput, match="a term of office as 2025-2030"):
        check_period(rule, period)


def test_periods_lose_the_spaces_around():
    assert check_period("year", " 2024 ") == "2024"


def test_an_open_register_of_the_period_gives_numbers():
    check_can_take("open", "2024", date(2024, 8, 14))
    check_can_take("open", "2020-2025", date(2024, 8, 14), "term")


@pytest.mark.parametrize(
    ("state", "period", "rule", "message"),
    [
        ("closed", "2024", "year", "register of 2024 is closed"),
        ("open", "2023", "year", "register is of 2023; 14/08/2024 belongs to another"),
        ("open", "2025-2030", "term", "register is of 2025-2030"),
    ],
)
def test_other_registers_give_none(state, period, rule, message):
    with pytest.raises(Conflict, match=message) as problem:
        check_can_take(state, period, date(2024, 8, 14), rule)
    assert "Điều 15" in problem.value.rule


def test_registers_have_the_columns_of_annex_iv():
    assert [len(columns) for columns in (REGISTER_OUT, REGISTER_IN, REGISTER_FOLLOW)] == [10, 10, 7]
    assert REGISTER_IN[1] == REGISTER_FOLLOW[0] == "Arrival number"
    assert REGISTER_OUT[0] == REGISTER_IN[3]
