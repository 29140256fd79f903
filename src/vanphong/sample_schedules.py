"""The work schedule of the sample body: last week, this week with adjustments, reception days."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from plone import api
from vanphong.calendars import clock
from vanphong.ledger import notices
from vanphong.organisation import people
from vanphong.schedules import actions
from vanphong.schedules import rules
from vanphong.schedules import weeks
import json
import os


DATA = os.path.join(os.path.dirname(__file__), "profiles", "sample", "schedule.json")

KEEPER = "chanhvp"


def play(body, units: dict, present: datetime) -> None:
    """Put down what the file says, and publish it."""
    with open(DATA, encoding="utf-8") as source:
        data = json.load(source)
    schedule = weeks.make_schedule(body)
    week = rules.week_of(present.date())
    monday = week.first
    _at(monday - timedelta(days=14), "08:00", present)
    for room in data["rooms"]:
        _do("save_room", schedule, **room)
    for rule in data["reception"]:
        _do("save_reception_rule", schedule, rule)
    for back, name in ((1, "last_week"), (0, "this_week")):
        first = monday - timedelta(weeks=back)
        _at(first - timedelta(days=3), "14:00", present)
        for raw in data[name]:
            _propose(schedule, first, raw, units)
        _publish(schedule, rules.week_of(first), present)
    for edition in data["changes"]:
        _at(monday + timedelta(days=edition["day"]), edition["at"], present)
        _adjust(schedule, monday, edition["acts"], units)
    clock.freeze(present)


def _propose(schedule, monday: date, raw: dict, units: dict) -> None:
    week = rules.week_of(monday)
    _do("propose", schedule, week.year, week.number, _raw(raw, monday, units))


def _publish(schedule, week: rules.Week, present: datetime) -> None:
    stored = weeks.find(schedule, week)
    _do("compile_week", stored)
    _do("approve", stored, note="Đã thống nhất với các đồng chí chủ trì")
    _at(week.first - timedelta(days=3), "16:00", present)
    _do("publish", stored)
    notices.withdraw(f"week {stored.UID()}")


def _adjust(schedule, monday: date, acts: list[dict], units: dict) -> None:
    stored = weeks.find(schedule, rules.week_of(monday))
    for one in acts:
        if one["act"] == "propose":
            _propose(schedule, monday, one["raw"], units)
            continue
        uid = next(item.uid for item in stored.items if item.content.startswith(one["of"]))
        if one["act"] == "cancel":
            _do("cancel", stored, uid, one["reason"])
        else:
            _do("change", stored, uid, _raw(one["raw"], monday, units))
    _do("republish", stored)
    notices.withdraw(f"week {stored.UID()}")


def _raw(raw: dict, monday: date, units: dict) -> dict:
    found = dict(raw)
    if "day" in raw:
        found["day"] = monday + timedelta(days=raw["day"])
    found["participants"] = [_named(one, units) for one in raw.get("participants", ())]
    if "participants" not in raw:
        del found["participants"]
    if "preparer" in raw:
        found["preparer"] = _named(raw["preparer"], units)
    return found


def _named(name: str, units: dict) -> str:
    return f"Members:{units[name].UID()}" if name in units else name


def _at(day: date, at: str, present: datetime) -> None:
    clock.freeze(min(datetime.combine(day, time.fromisoformat(at), clock.TZ), present))


def _do(act: str, *args, **more):
    people.forget()
    with api.env.adopt_user(username=KEEPER):
        return getattr(actions, act)(*args, **more)
