"""The rules of work schedules: weeks, items, conflicts, changes, receptions, lunar dates."""

from vanphong.schedules.rules.changes import Change
from vanphong.schedules.rules.changes import Edition
from vanphong.schedules.rules.changes import Mark
from vanphong.schedules.rules.changes import Marked
from vanphong.schedules.rules.changes import affected
from vanphong.schedules.rules.changes import changed
from vanphong.schedules.rules.changes import differences
from vanphong.schedules.rules.changes import marked
from vanphong.schedules.rules.changes import next_edition
from vanphong.schedules.rules.changes import pending
from vanphong.schedules.rules.changes import standing
from vanphong.schedules.rules.changes import unmarked
from vanphong.schedules.rules.collecting import cut_off
from vanphong.schedules.rules.conflicts import Clash
from vanphong.schedules.rules.conflicts import Conflict
from vanphong.schedules.rules.conflicts import all_conflicts
from vanphong.schedules.rules.conflicts import conflicts
from vanphong.schedules.rules.conflicts import time_words
from vanphong.schedules.rules.items import GONE
from vanphong.schedules.rules.items import NOBODY
from vanphong.schedules.rules.items import STANDING
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import Kind
from vanphong.schedules.rules.items import Session
from vanphong.schedules.rules.items import State
from vanphong.schedules.rules.items import Visibility
from vanphong.schedules.rules.items import Who
from vanphong.schedules.rules.items import session_of
from vanphong.schedules.rules.lunar import LunarDate
from vanphong.schedules.rules.lunar import lunar
from vanphong.schedules.rules.lunar import year_name
from vanphong.schedules.rules.plain import as_plain
from vanphong.schedules.rules.plain import from_plain
from vanphong.schedules.rules.reading import Known
from vanphong.schedules.rules.reading import read_day
from vanphong.schedules.rules.reading import read_item
from vanphong.schedules.rules.reading import read_people
from vanphong.schedules.rules.reading import read_time
from vanphong.schedules.rules.reception import LAW
from vanphong.schedules.rules.reception import Reception
from vanphong.schedules.rules.reception import ReceptionRule
from vanphong.schedules.rules.reception import Substitution
from vanphong.schedules.rules.reception import check_rule
from vanphong.schedules.rules.reception import receptions
from vanphong.schedules.rules.recurring import Every
from vanphong.schedules.rules.recurring import copied
from vanphong.schedules.rules.recurring import occurrences
from vanphong.schedules.rules.recurring import without
from vanphong.schedules.rules.reminders import read_hours
from vanphong.schedules.rules.rooms import Room
from vanphong.schedules.rules.rooms import room_of
from vanphong.schedules.rules.seeing import PUBLIC
from vanphong.schedules.rules.seeing import Viewer
from vanphong.schedules.rules.seeing import concerns
from vanphong.schedules.rules.seeing import may_see
from vanphong.schedules.rules.seeing import seen
from vanphong.schedules.rules.weeks import Week
from vanphong.schedules.rules.weeks import counted
from vanphong.schedules.rules.weeks import parse_week
from vanphong.schedules.rules.weeks import week_of
from vanphong.schedules.rules.weeks import weeks_in


__all__ = [
    "GONE",
    "LAW",
    "NOBODY",
    "PUBLIC",
    "STANDING",
    "Change",
    "Clash",
    "Conflict",
    "Edition",
    "Every",
    "Item",
    "Kind",
    "Known",
    "LunarDate",
    "Mark",
    "Marked",
    "Reception",
    "ReceptionRule",
    "Room",
    "Session",
    "State",
    "Substitution",
    "Viewer",
    "Visibility",
    "Week",
    "Who",
    "affected",
    "all_conflicts",
    "as_plain",
    "changed",
    "check_rule",
    "concerns",
    "conflicts",
    "copied",
    "counted",
    "cut_off",
    "differences",
    "from_plain",
    "lunar",
    "marked",
    "may_see",
    "next_edition",
    "occurrences",
    "parse_week",
    "pending",
    "read_day",
    "read_hours",
    "read_item",
    "read_people",
    "read_time",
    "receptions",
    "room_of",
    "seen",
    "session_of",
    "standing",
    "time_words",
    "unmarked",
    "week_of",
    "weeks_in",
    "without",
    "year_name",
]
