"""The settings of the work schedules, read from the registry."""

from datetime import datetime
from datetime import time
from plone.registry.interfaces import IRegistry
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
from vanphong.schedules.interfaces import IScheduleSettings
from zope.component import queryUtility


def _value(name: str, default: Any) -> Any:
    """One value; the default as long as the site has none."""
    registry = queryUtility(IRegistry)
    found = None if registry is None else registry.get(f"{IScheduleSettings.__identifier__}.{name}")
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


def remind_hours() -> tuple[int, ...]:
    """How many hours before a meeting is reminded of it, the earliest first."""
    field = IScheduleSettings["remind_before"]
    try:
        return rules.read_hours(_value(field.__name__, field.default))
    except InvalidInput:
        return rules.read_hours(field.default)
