"""Working time as rules: which days and hours count, and when something is due or late."""

from vanphong.calendars.rules.days import Holidays
from vanphong.calendars.rules.days import MonthDay
from vanphong.calendars.rules.days import Season
from vanphong.calendars.rules.days import WorkCalendar
from vanphong.calendars.rules.days import end_of_day
from vanphong.calendars.rules.days import is_working_day
from vanphong.calendars.rules.days import next_working_day
from vanphong.calendars.rules.days import season_of
from vanphong.calendars.rules.days import sessions_on
from vanphong.calendars.rules.days import working_days_between
from vanphong.calendars.rules.days import working_minutes
from vanphong.calendars.rules.deadlines import Lateness
from vanphong.calendars.rules.deadlines import add_working_days
from vanphong.calendars.rules.deadlines import add_working_hours
from vanphong.calendars.rules.deadlines import deadline_on
from vanphong.calendars.rules.deadlines import lateness
from vanphong.calendars.rules.deadlines import present_by
from vanphong.calendars.rules.deadlines import register_by
from vanphong.calendars.rules.deadlines import soon_before
from vanphong.calendars.rules.entries import DEFAULT_CALENDAR
from vanphong.calendars.rules.entries import DEFAULT_HOLIDAY_LINES
from vanphong.calendars.rules.entries import DEFAULT_SEASON_LINES
from vanphong.calendars.rules.entries import parse_holidays
from vanphong.calendars.rules.entries import parse_makeup
from vanphong.calendars.rules.entries import parse_seasons


__all__ = [
    "DEFAULT_CALENDAR",
    "DEFAULT_HOLIDAY_LINES",
    "DEFAULT_SEASON_LINES",
    "Holidays",
    "Lateness",
    "MonthDay",
    "Season",
    "WorkCalendar",
    "add_working_days",
    "add_working_hours",
    "deadline_on",
    "end_of_day",
    "is_working_day",
    "lateness",
    "next_working_day",
    "parse_holidays",
    "parse_makeup",
    "parse_seasons",
    "present_by",
    "register_by",
    "season_of",
    "sessions_on",
    "soon_before",
    "working_days_between",
    "working_minutes",
]
