from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from vanphong.calendars.clock import TZ
from vanphong.calendars.rules import DEFAULT_CALENDAR
from vanphong.calendars.rules import DEFAULT_HOLIDAY_LINES
from vanphong.calendars.rules import DEFAULT_SEASON_LINES
from vanphong.calendars.rules import Holidays
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import end_of_day
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.rules import next_working_day
from vanphong.calendars.rules import parse_holidays
from vanphong.calendars.rules import parse_makeup
from vanphong.calendars.rules import parse_seasons
from vanphong.calendars.rules import sessions_on
from vanphong.calendars.rules import working_days_between
from vanphong.calendars.rules import working_minutes
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


# 2026: Tết from Monday 16 to Friday 20 February; Monday 31 August exchanged for Saturday 22.
CALENDAR = WorkCalendar(
    weekdays=frozenset(range(5)),
    seasons=parse_seasons(DEFAULT_SEASON_LINES),
    holidays=parse_holidays(
        [*DEFAULT_HOLIDAY_LINES, "2026-02-16..2026-02-20 Tết", "2026-08-31 Nghỉ hoán đổi"]
    ),
    makeup=parse_makeup(["2026-08-22 làm bù ngày 31/8"]),
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=TZ)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-08-21", True),
        ("2026-08-22", True),  # a Saturday worked instead
        ("2026-08-23", False),
        ("2026-08-31", False),
        ("2026-09-01", False),
        ("2026-09-02", False),
        ("2026-09-03", True),
        ("2026-01-01", False),
        ("2031-01-01", False),  # every year
        ("2026-02-15", False),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-30", False),
        ("2026-05-01", False),
    ],
)
def test_working_days(day, working):
    assert is_working_day(CALENDAR, date.fromisoformat(day)) is working


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-08-14", "2024-08-15"),
        ("2024-08-16", "2024-08-19"),
        ("2026-02-13", "2026-02-23"),
        ("2026-08-21", "2026-08-22"),
        ("2026-08-28", "2026-09-03"),
        ("2026-12-31", "2027-01-04"),
    ],
)
def test_next_working_day(day, expected):
    assert next_working_day(CALENDAR, date.fromisoformat(day)) == date.fromisoformat(expected)


def test_a_calendar_without_working_days_is_refused():
    idle = WorkCalendar(frozenset(), CALENDAR.seasons)
    with pytest.raises(RuleBroken, match=r"60 days after 14/08/2024"):
        next_working_day(idle, date(2024, 8, 14))


@pytest.mark.parametrize(
    ("day", "sessions"),
    [
        ("2026-04-15", ["07:30-11:30", "13:00-16:30"]),
        ("2026-04-16", ["07:00-11:00", "13:30-17:00"]),
        ("2026-10-15", ["07:00-11:00", "13:30-17:00"]),
        ("2026-10-16", ["07:30-11:30", "13:00-16:30"]),
        ("2027-01-04", ["07:30-11:30", "13:00-16:30"]),
        ("2026-08-22", ["07:00-11:00", "13:30-17:00"]),
        ("2026-08-23", []),
        ("2026-09-02", []),
    ],
)
def test_sessions_follow_the_season(day, sessions):
    found = sessions_on(CALENDAR, date.fromisoformat(day))
    assert [f"{start:%H:%M}-{end:%H:%M}" for start, end in found] == sessions
    assert all(moment.utcoffset() == timedelta(hours=7) for pair in found for moment in pair)


def test_the_day_ends_with_its_last_session_also_on_a_day_off():
    assert end_of_day(CALENDAR, date(2024, 8, 14)) == at("2024-08-14 17:00")
    assert end_of_day(CALENDAR, date(2024, 1, 7)) == at("2024-01-07 16:30")


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2024-08-14 08:00", "2024-08-14 08:00", 0),
        ("2024-08-14 08:00", "2024-08-14 09:30", 90),
        ("2024-08-14 08:00", "2024-08-14 17:00", 390),
        ("2024-08-14 11:00", "2024-08-14 13:30", 0),
        ("2024-08-14 05:00", "2024-08-14 23:00", 450),
        ("2024-08-14 08:00", "2024-08-15 17:00", 840),
        ("2024-08-16 16:00", "2024-08-19 08:00", 120),
        ("2024-08-17 08:00", "2024-08-18 17:00", 0),
        ("2024-08-15 08:00", "2024-08-14 08:00", 0),
        ("2026-02-13 16:00", "2026-02-23 08:00", 60),
    ],
)
def test_working_minutes(start, end, minutes):
    assert working_minutes(CALENDAR, at(start), at(end)) == minutes


def test_working_minutes_of_moments_in_another_zone():
    start = datetime(2024, 8, 14, 1, 0, tzinfo=UTC)  # 08:00 in Vietnam
    assert working_minutes(CALENDAR, start, at("2024-08-14 09:00")) == 60


@pytest.mark.parametrize("after", ["2024-01-01", "2026-02-10", "2026-08-20", "2026-12-30"])
@pytest.mark.parametrize("length", [0, 1, 2, 6, 7, 8, 15, 40, 800])
def test_working_days_between_counts_what_one_would_count_by_hand(after, length):
    after = date.fromisoformat(after)
    days = [after + timedelta(days=n) for n in range(1, length + 1)]
    expected = sum(is_working_day(CALENDAR, day) for day in days)
    assert working_days_between(CALENDAR, after, after + timedelta(days=length)) == expected


def test_working_days_between_swapped_days_are_none():
    assert working_days_between(CALENDAR, date(2024, 8, 14), date(2024, 8, 1)) == 0


def test_holidays_have_names():
    assert CALENDAR.holidays.name_of(date(2026, 2, 18)) == "Tết"
    assert CALENDAR.holidays.name_of(date(2030, 9, 2)) == "Quốc khánh"
    assert CALENDAR.holidays.name_of(date(2030, 9, 3)) is None


def test_the_default_calendar_knows_the_fixed_holidays_only():
    assert not is_working_day(DEFAULT_CALENDAR, date(2027, 4, 30))
    assert is_working_day(DEFAULT_CALENDAR, date(2026, 2, 17))
    assert DEFAULT_CALENDAR.makeup == frozenset()


@pytest.mark.parametrize(
    ("line", "days", "name"),
    [
        ("2026-09-02 Quốc khánh", 1, "Quốc khánh"),
        ("02/09/2026   Quốc khánh ", 1, "Quốc khánh"),
        ("2026-02-16..2026-02-20 Tết", 5, "Tết"),
        ("16/02/2026..20/02/2026 Tết", 5, "Tết"),
        ("2026-09-02", 1, "2026-09-02"),
        ("", 0, None),
        ("   ", 0, None),
    ],
)
def test_holiday_lines(line, days, name):
    found = parse_holidays([line]).dates
    assert len(found) == days
    assert set(found.values()) == ({name} if name else set())


def test_holidays_of_every_year_are_kept_apart():
    assert parse_holidays(["01/05 Lao động"]) == Holidays({}, {(5, 1): "Lao động"})


def test_a_leap_day_holiday_does_no_harm_in_other_years():
    cal = WorkCalendar(frozenset(range(5)), CALENDAR.seasons, parse_holidays(["29/02 Ngày lẻ"]))
    assert working_days_between(cal, date(2024, 2, 28), date(2024, 3, 1)) == 1
    assert working_days_between(cal, date(2025, 2, 27), date(2025, 3, 3)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Quốc khánh 2026-09-02",
        "2026-13-01 x",
        "2026-02-30 x",
        "31/02 x",
        "31/02/2026 x",
        "02/09/26 x",
        "2026-02-16.. Tết",
        "..2026-02-16 Tết",
        "1/2/3/4 x",
        "2026-02-16-2026-02-20 Tết",
    ],
)
def test_unreadable_holiday_lines_are_named(line):
    with pytest.raises(InvalidInput) as problem:
        parse_holidays(["01/01 Tết Dương lịch", "", line])
    assert problem.value.field == "holidays"
    assert "line 3" in str(problem.value)
    assert line in str(problem.value)
    assert "2026-02-16..2026-02-20" in str(problem.value)


@pytest.mark.parametrize("line", ["2026-02-20..2026-02-16 Tết", "2026-02-16..2027-02-20 Tết"])
def test_ranges_that_run_backwards_or_too_long_are_refused(line):
    with pytest.raises(InvalidInput, match=r"line 1.*at most 31 days"):
        parse_holidays([line])


def test_makeup_lines():
    lines = ["2026-08-22 làm bù", "", "29/08/2026"]
    assert parse_makeup(lines) == {date(2026, 8, 22), date(2026, 8, 29)}
    with pytest.raises(InvalidInput, match=r"line 2: “thứ Bảy” does not begin with a day"):
        parse_makeup(["2026-08-22", "thứ Bảy"])


def test_season_lines():
    summer, winter = parse_seasons(DEFAULT_SEASON_LINES)
    assert (summer.start_md, summer.end_md) == ((4, 16), (10, 15))
    assert winter.sessions == ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))
    assert winter.covers(date(2024, 2, 29))
    assert not winter.covers(date(2024, 4, 16))
    (whole_year,) = parse_seasons(["01/01–31/12 08:00–12:00 13:00–17:00"])
    assert whole_year.covers(date(2024, 2, 29))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["01/01-31/12"], "line 1"),
        (["01/01-31/12 07:00"], "line 1"),
        (["01/01-31/12 11:00-07:00"], "in order"),
        (["01/01-31/12 07:00-11:00 10:30-17:00"], "in order"),
        (["01/01-31/13 07:00-11:00"], "16/04-15/10 07:00-11:00 13:30-17:00"),
        (["01/01-31/12 7h-11h"], "line 1"),
        ([], "No season covers 01/01"),
        (["01/01-30/12 07:00-11:00"], "No season covers 31/12"),
        (["16/04-15/10 07:00-11:00", "15/10-15/04 07:30-11:30"], "Two seasons cover 15/10"),
        (["01/03-28/02 07:00-11:00"], "No season covers 29/02"),
    ],
)
def test_bad_seasons_are_named(lines, message):
    with pytest.raises(InvalidInput) as problem:
        parse_seasons(lines)
    assert message in str(problem.value)


def test_a_day_without_a_season_is_refused():
    with pytest.raises(RuleBroken, match="no working hours for 14/08/2024"):
        end_of_day(WorkCalendar(frozenset({0}), ()), date(2024, 8, 14))
