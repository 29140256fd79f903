"""The sample day is Wednesday 14 August 2024, 08:00; summer hours 07:00-11:00, 13:30-17:00."""

from datetime import UTC
from datetime import date
from datetime import datetime
from vanphong.calendars.clock import TZ
from vanphong.calendars.rules import DEFAULT_CALENDAR
from vanphong.calendars.rules import Lateness
from vanphong.calendars.rules import add_working_days
from vanphong.calendars.rules import add_working_hours
from vanphong.calendars.rules import deadline_on
from vanphong.calendars.rules import lateness
from vanphong.calendars.rules import present_by
from vanphong.calendars.rules import register_by
from vanphong.calendars.rules import soon_before
from vanphong.errors import InvalidInput
import pytest


NOW = "2024-08-14 08:00"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=TZ)


@pytest.mark.parametrize(
    ("moment", "days", "due"),
    [
        ("2024-08-14 08:00", 0, "2024-08-14 17:00"),
        ("2024-08-14 22:00", 0, "2024-08-14 17:00"),
        ("2024-08-14 08:00", 1, "2024-08-15 17:00"),
        ("2024-08-14 08:00", 3, "2024-08-19 17:00"),
        ("2024-08-17 08:00", 0, "2024-08-19 17:00"),  # a Saturday
        ("2024-08-17 08:00", 1, "2024-08-19 17:00"),
        ("2024-08-30 08:00", 1, "2024-09-03 17:00"),
        ("2024-10-15 08:00", 1, "2024-10-16 16:30"),  # winter hours begin
        ("2024-12-31 08:00", 7, "2025-01-10 16:30"),
    ],
)
def test_add_working_days(moment, days, due):
    assert add_working_days(DEFAULT_CALENDAR, at(moment), days) == at(due)


def test_add_working_days_takes_the_day_in_vietnam():
    evening_in_london = datetime(2024, 8, 13, 18, 0, tzinfo=UTC)
    assert add_working_days(DEFAULT_CALENDAR, evening_in_london, 0) == at("2024-08-14 17:00")


def test_deadlines_do_not_lie_back():
    with pytest.raises(InvalidInput, match="2 working days back"):
        add_working_days(DEFAULT_CALENDAR, at(NOW), -2)


@pytest.mark.parametrize(
    ("day", "due"),
    [("2024-08-15", "2024-08-15 17:00"), ("2024-12-01", "2024-12-01 16:30")],
)
def test_a_day_as_deadline_means_its_end_of_work(day, due):
    assert deadline_on(DEFAULT_CALENDAR, date.fromisoformat(day)) == at(due)


@pytest.mark.parametrize("rule", [register_by, present_by])
@pytest.mark.parametrize(
    ("arrived", "urgent", "due"),
    [
        ("2024-08-14 08:05", False, "2024-08-15 17:00"),
        ("2024-08-14 08:05", True, "2024-08-14 08:35"),
        ("2024-08-16 16:50", False, "2024-08-19 17:00"),
        ("2024-08-17 22:00", True, "2024-08-17 22:30"),  # urgent at night is urgent
        ("2024-08-17 22:00", False, "2024-08-19 17:00"),
    ],
)
def test_registering_and_presenting_are_due_the_next_working_day(rule, arrived, urgent, due):
    assert rule(DEFAULT_CALENDAR, at(arrived), urgent) == at(due)


@pytest.mark.parametrize(
    ("due", "kind", "amount", "unit"),
    [
        ("2024-08-14 11:00", "today", 3, "hour"),
        ("2024-08-14 17:00", "today", 6, "hour"),
        ("2024-08-14 08:45", "today", 45, "minute"),
        ("2024-08-14 08:00", "today", 1, "minute"),
        ("2024-08-15 08:00", "soon", 1, "day"),
        ("2024-08-15 17:00", "soon", 1, "day"),
        ("2024-08-16 11:00", "ontime", 2, "day"),
        ("2024-08-20 17:00", "ontime", 4, "day"),
        ("2024-08-14 07:30", "late", 30, "minute"),
        ("2024-08-13 17:00", "late", 1, "day"),
        ("2024-08-12 17:00", "late", 2, "day"),
        ("2024-08-09 17:00", "late", 3, "day"),
    ],
)
def test_lateness_on_the_sample_day(due, kind, amount, unit):
    assert lateness(DEFAULT_CALENDAR, at(due), at(NOW)) == Lateness(kind, amount, unit)


@pytest.mark.parametrize(
    ("now", "due", "expected"),
    [
        # Friday: Monday is the next working day.
        ("2024-08-16 16:00", "2024-08-19 17:00", Lateness("soon", 1, "day")),
        ("2024-08-16 16:00", "2024-08-20 17:00", Lateness("ontime", 2, "day")),
        ("2024-08-16 15:00", "2024-08-17 17:00", Lateness("soon", 1, "day")),
        # Weekend: no working time passes; another day counts as one, the same day by the clock.
        ("2024-08-17 08:00", "2024-08-17 17:00", Lateness("today", 9, "hour")),
        ("2024-08-17 08:00", "2024-08-16 17:00", Lateness("late", 1, "day")),
        ("2024-08-18 08:00", "2024-08-16 17:00", Lateness("late", 1, "day")),
        ("2024-08-18 08:00", "2024-08-19 17:00", Lateness("soon", 1, "day")),
        ("2024-08-14 17:00", "2024-08-14 16:59", Lateness("late", 1, "minute")),
        # National Day lies between.
        ("2024-08-30 08:00", "2024-09-04 17:00", Lateness("ontime", 2, "day")),
        ("2024-09-05 08:00", "2024-08-30 17:00", Lateness("late", 3, "day")),
    ],
)
def test_lateness_around_days_off(now, due, expected):
    assert lateness(DEFAULT_CALENDAR, at(due), at(now)) == expected


def test_without_a_deadline_nothing_is_late():
    assert lateness(DEFAULT_CALENDAR, None, at(NOW)) == Lateness("none")
    assert lateness(DEFAULT_CALENDAR, None, at(NOW), at(NOW)) == Lateness("none")


@pytest.mark.parametrize(
    ("due", "finished", "expected"),
    [
        ("2024-08-12 17:00", "2024-08-12 16:00", Lateness("ontime", 1, "hour")),
        ("2024-08-12 17:00", "2024-08-12 17:00", Lateness("ontime", 1, "minute")),
        ("2024-08-12 17:00", "2024-08-13 09:00", Lateness("late", 1, "day")),
        ("2024-08-14 17:00", "2024-08-13 09:00", Lateness("ontime", 1, "day")),
        ("2024-08-12 11:00", "2024-08-12 14:30", Lateness("late", 1, "hour")),
    ],
)
def test_finished_work_is_judged_by_when_it_was_finished(due, finished, expected):
    assert lateness(DEFAULT_CALENDAR, at(due), at(NOW), at(finished)) == expected


@pytest.mark.parametrize("now", ["2024-08-14 08:00", "2024-08-16 16:00", "2024-08-17 08:00"])
@pytest.mark.parametrize("days", range(7))
def test_the_limit_for_queries_agrees_with_lateness(now, days):
    now = at(now)
    due = deadline_on(DEFAULT_CALENDAR, date.fromordinal(now.date().toordinal() + days))
    is_near = lateness(DEFAULT_CALENDAR, due, now).kind in ("soon", "today")
    assert (due < soon_before(DEFAULT_CALENDAR, now)) is is_near


@pytest.mark.parametrize(
    ("moment", "hours", "due"),
    [
        ("2024-08-14 10:00", 4, "2024-08-14 16:30"),
        ("2024-08-14 08:00", 3, "2024-08-14 11:00"),
        ("2024-08-14 08:00", 3.5, "2024-08-14 14:00"),
        ("2024-08-14 16:30", 8, "2024-08-15 17:00"),  # a day has 7.5 hours
        ("2024-08-14 12:00", 0, "2024-08-14 13:30"),
        ("2024-08-14 09:00", 0, "2024-08-14 09:00"),
        ("2024-08-14 22:00", 0.5, "2024-08-15 07:30"),
        ("2024-08-16 16:00", 2, "2024-08-19 08:00"),  # over a weekend
        ("2024-08-30 16:00", 8, "2024-09-03 16:30"),  # over a holiday
        ("2024-10-15 16:00", 2, "2024-10-16 08:30"),  # winter hours begin
    ],
)
def test_add_working_hours(moment, hours, due):
    found = add_working_hours(DEFAULT_CALENDAR, at(moment), hours)
    assert found.strftime("%Y-%m-%d %H:%M") == due


def test_no_negative_hours():
    with pytest.raises(InvalidInput, match="3 working hours back"):
        add_working_hours(DEFAULT_CALENDAR, at(NOW), -3)
