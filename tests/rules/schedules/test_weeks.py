"""Weeks, lunar dates and dates that come again."""

from datetime import date
from datetime import time
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
import pytest


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2024, 8, 14), "2024-33"),
        (date(2024, 8, 12), "2024-33"),
        (date(2024, 8, 18), "2024-33"),
        (date(2024, 12, 30), "2025-01"),
        (date(2021, 1, 3), "2020-53"),
        (date(2026, 2, 9), "2026-07"),
    ],
)
def test_the_week_of_a_day(day, key):
    week = rules.week_of(day)
    assert week.key == key
    assert day in week
    assert rules.parse_week(key) == week
    assert week.first.weekday() == 0
    assert week.last.weekday() == 6


def test_weeks_follow_each_other_over_new_year():
    assert rules.Week(2020, 53).after() == rules.Week(2021, 1)
    assert rules.Week(2024, 1).after(-1) == rules.Week(2023, 52)
    assert (rules.weeks_in(2020), rules.weeks_in(2024)) == (53, 52)


def test_the_first_and_the_last_week_have_no_other_beside_them():
    first, last = rules.Week(2000, 1), rules.Week(2099, 53)
    assert first.after(-1) == first
    assert last.after() == last
    assert last.after(-1) == rules.Week(2099, 52)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((2024, 33), (2024, 33)),
        ((2020, 53), (2020, 53)),
        ((2025, 53), (2026, 1)),
        ((2099, 53), (2099, 53)),
    ],
)
def test_a_form_has_53_weeks_for_every_year(asked, found):
    assert rules.counted(*asked) == rules.Week(*found)


@pytest.mark.parametrize("asked", [(2025, 54), (2025, 0), (1999, 1), (1999, 53)])
def test_a_form_asks_for_no_other_week(asked):
    with pytest.raises(InvalidInput):
        rules.counted(*asked)


@pytest.mark.parametrize(("year", "number"), [(2024, 0), (2024, 53), (1999, 1), (2100, 1)])
def test_a_week_that_does_not_exist_is_refused(year, number):
    with pytest.raises(InvalidInput):
        rules.Week(year, number)


@pytest.mark.parametrize("text", ["", "33", "2024/33", "2024-", "a" * 10_000])
def test_what_is_no_week_is_refused(text):
    with pytest.raises(InvalidInput):
        rules.parse_week(text)


#: The first day of the lunar year (Tết), as the State announced it.
@pytest.mark.parametrize(
    "day",
    [
        date(2007, 2, 17),  # a day before the Chinese one
        date(2010, 2, 14),
        date(2015, 2, 19),
        date(2020, 1, 25),
        date(2023, 1, 22),
        date(2024, 2, 10),
        date(2025, 1, 29),
        date(2026, 2, 17),
        date(2030, 2, 2),  # a day before the Chinese one
    ],
)
def test_tet(day):
    assert rules.lunar(day) == rules.LunarDate(1, 1, day.year)


@pytest.mark.parametrize(
    ("day", "month", "leap"),
    [
        (date(2023, 2, 20), 2, False),
        (date(2023, 3, 22), 2, True),
        (date(2023, 4, 20), 3, False),
        (date(2025, 6, 25), 6, False),
        (date(2025, 7, 25), 6, True),
        (date(2025, 8, 23), 7, False),
    ],
)
def test_leap_months(day, month, leap):
    found = rules.lunar(day)
    assert (found.day, found.month, found.leap) == (1, month, leap)


def test_lunar_days_follow_each_other():
    """Over forty years: the day goes up by one, or a month of 29 or 30 days ends."""
    day = date(2000, 1, 1).toordinal()
    last = rules.lunar(date.fromordinal(day))
    for number in range(day + 1, day + 40 * 365):
        now = rules.lunar(date.fromordinal(number))
        if now.day == 1:
            assert last.day in (29, 30)
            assert (now.month, now.leap) != (last.month, last.leap)
        else:
            assert now == rules.LunarDate(last.day + 1, last.month, last.year, last.leap)
        last = now


def test_days_that_come_again():
    days = rules.occurrences(date(2024, 8, 12), "weekly", date(2024, 9, 2))
    assert [one.day for one in days] == [12, 19, 26, 2]
    days = rules.occurrences(date(2024, 1, 31), "monthly", date(2024, 4, 30))
    assert [(one.day, one.month) for one in days] == [(31, 1), (29, 2), (31, 3), (30, 4)]


@pytest.mark.parametrize(
    ("every", "until"),
    [
        ("daily", date(2024, 9, 1)),
        ("weekly", date(2024, 8, 1)),
        ("weekly", date(2034, 8, 1)),
    ],
)
def test_recurrences_that_are_refused(every, until):
    with pytest.raises(InvalidInput):
        rules.occurrences(date(2024, 8, 12), every, until)


def test_proposals_are_taken_until_thursday_of_the_week_before():
    until = rules.cut_off(rules.Week(2024, 34), 3, time(16))
    assert (until.date(), until.hour) == (date(2024, 8, 15), 16)


@pytest.mark.parametrize(
    ("year", "name"),
    [(1945, "Ất Dậu"), (1975, "Ất Mão"), (2024, "Giáp Thìn"), (2025, "Ất Tỵ"), (2026, "Bính Ngọ")],
)
def test_lunar_years_have_names(year, name):
    assert rules.year_name(year) == name


def test_days_are_left_out():
    days = rules.occurrences(date(2024, 8, 12), "weekly", date(2024, 9, 2))
    assert rules.without(days, [date(2024, 8, 19)]) == (days[0], *days[2:])
    for skipped in ([date(2024, 8, 20)], list(days)):
        with pytest.raises(InvalidInput):
            rules.without(days, skipped)
