"""The work calendar in force, read from the registry."""

from functools import lru_cache
from plone import api
from vanphong.calendars import rules
from vanphong.calendars.interfaces import ICalendarSettings


def work_calendar() -> rules.WorkCalendar:
    """The calendar that an administrator has set."""
    lines = [
        tuple(api.portal.get_registry_record(name, interface=ICalendarSettings) or ())
        for name in ("seasons", "holidays", "makeup")
    ]
    return _parsed(*lines)


@lru_cache(maxsize=8)
def _parsed(seasons, holidays, makeup) -> rules.WorkCalendar:
    return rules.WorkCalendar(
        weekdays=rules.DEFAULT_CALENDAR.weekdays,
        seasons=rules.parse_seasons(seasons),
        holidays=rules.parse_holidays(holidays),
        makeup=rules.parse_makeup(makeup),
    )
