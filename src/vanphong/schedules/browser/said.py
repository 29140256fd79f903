"""Conflicts and tabs, as the staff pages say them."""

from collections.abc import Iterable
from vanphong import _
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import words
from vanphong.schedules.browser.address import week_url
from zope.i18n import translate


def conflict(one: rules.Conflict, request) -> dict:
    """One conflict in words."""
    mapping = words.conflict_mapping(one)
    mapping["time"] = translate(mapping["time"], context=request)
    text = translate(_(one.text, mapping=mapping), context=request)
    return {"text": text, "hint": one.is_hint, "clash": str(one.clash), "other": one.other}


def conflicts(found: Iterable[rules.Conflict], request) -> list[dict]:
    """Several, the hardest first."""
    return [conflict(one, request) for one in found]


def tabs(schedule, here: str, week: rules.Week) -> list[dict]:
    """The pages of a schedule, the present one marked."""
    url = schedule.absolute_url()
    found = [
        ("week", _("Week"), week_url(schedule, "week", week)),
        ("my-schedule", _("My schedule"), f"{url}/@@my-schedule"),
        ("by-leader", _("By leader"), week_url(schedule, "by-leader", week)),
        ("by-room", _("By room"), week_url(schedule, "by-room", week)),
        (
            "schedule-month",
            _("Month"),
            f"{url}/@@schedule-month/{week.last.year}/{week.last.month}",
        ),
    ]
    if viewing.may(viewing.MANAGE, schedule):
        found.append(("schedule-setup", _("Rooms and reception days"), f"{url}/@@schedule-setup"))
    return [{"title": title, "url": there, "on": name == here} for name, title, there in found]
