"""Whom and what an item of a body may name."""

from vanphong.organisation import directory
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import MEMBERS
from vanphong.organisation.rules import token
from vanphong.schedules import rules
from vanphong.schedules import weeks
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


_KEY = "vanphong.schedules.known"


def titles(schedule) -> dict[str, str]:
    """People of the body and units below it: title by actor token. Kept for the request.

    A unit is named by its members' token: what it is invited to concerns all of it.
    """
    request = getRequest()
    cache = {} if request is None else IAnnotations(request).setdefault(_KEY, {})
    if schedule.body_uid not in cache:
        cache[schedule.body_uid] = _titles(weeks.body_of(schedule))
    return cache[schedule.body_uid]


def known(schedule, week: rules.Week | None = None) -> rules.Known:
    """What ``rules.read_item`` needs to know."""
    return rules.Known(titles(schedule), schedule.rooms, week)


def leaders(schedule) -> list[rules.Who]:
    """Those by whom a schedule is looked at: the leaders of the body, and of its Office."""
    body = weeks.body_of(schedule)
    units = [] if body is None else [body, *directory.offices(body)]
    found = []
    for unit in units:
        for one in directory.people(unit):
            if LEADERS in one.functions:
                found.append(rules.Who(one.user_id, one.title))
    return list(dict.fromkeys(found))


def units(schedule) -> list[directory.UnitInfo]:
    """The units below the body."""
    body = weeks.body_of(schedule)
    return [] if body is None else list(directory.subunits(body))


def unit_token(unit_uid: str) -> str:
    """The token by which a unit is named in an item."""
    return token(MEMBERS, unit_uid)


def _titles(body) -> dict[str, str]:
    found: dict[str, str] = {}
    if body is None:
        return found
    for one in directory.staff(body):
        found.setdefault(one.user_id, one.title)
    for unit in directory.subunits(body):
        found[unit_token(unit.uid)] = unit.short
    return found
