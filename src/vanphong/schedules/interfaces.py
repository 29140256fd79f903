"""Public contract of the work schedules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from vanphong import _
from zope import schema
from zope.interface import Interface


class ISchedules(Interface):
    """Marks the folder that holds the schedules of all bodies."""


class ISchedule(Interface):
    """Marks the schedule of one body: its weeks, rooms and reception days."""


class IScheduleWeek(Interface):
    """Marks a week of a schedule."""


@dataclass(frozen=True)
class ScheduleActDone:
    """Something was done in a schedule; ``context`` is the schedule or the week."""

    act: str
    context: Any
    detail: Mapping[str, Any]


class IScheduleSettings(Interface):
    """How weeks are collected and published."""

    cut_off_weekday = schema.Choice(
        title=_("Units propose until"),
        description=_("Day of the week before; afterwards only the Office adds items."),
        vocabulary="vanphong.weekdays",
        default=3,
        required=False,
    )
    cut_off_time = schema.TextLine(
        title=_("at"),
        description=_("Such as 16:00."),
        default="16:00",
        required=False,
        max_length=5,
    )
    replaces_invitation = schema.Bool(
        title=_("The published schedule replaces invitations"),
        description=_("Offered for each week; the banner then says so on every page and print."),
        default=True,
        required=False,
    )
    remind_before = schema.TextLine(
        title=_("Remind of meetings, hours before"),
        description=_(
            "Such as 24, 2: those who are invited are reminded a day and two hours before the"
            " meeting begins, unless they have said that they do not come. Empty: never."
        ),
        default="24, 2",
        required=False,
        max_length=40,
    )
