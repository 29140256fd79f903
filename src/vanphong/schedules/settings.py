"""The settings of the work schedules, read from the registry."""

from datetime import datetime
from datetime import time
from plone import api
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
from vanphong.schedules.interfaces import IScheduleSettings


def _value(name: str, default):
    found = api.portal.get_registry_record(name, interface=IScheduleSettings, default=None)
    return default if found is None else found


def cut_off(week: rules.Week) -> datetime:
    """Until when units propose for a week."""
    try:
        at = rules.read_time(_value("cut_off_time", ""), "cut_off_time")
    except InvalidInput:
        at = None
    return rules.cut_off(week, int(_value("cut_off_weekday", 3)), at or time(16))


def replaces_invitation() -> bool:
    """Whether a published week usually takes the place of invitations."""
    return bool(_value("replaces_invitation", True))
