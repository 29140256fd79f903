"""Until when units propose for a week."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from vanphong.calendars.clock import TZ
from vanphong.schedules.rules.weeks import Week


def cut_off(week: Week, weekday: int, at: time) -> datetime:
    """The last moment for proposals: on this weekday (Monday is 0) of the week before."""
    day = week.first - timedelta(days=7 - weekday)
    return datetime.combine(day, at, TZ)
