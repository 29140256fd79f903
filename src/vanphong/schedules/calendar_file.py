"""Items as an iCalendar file (RFC 5545), in Vietnamese time."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from datetime import timedelta
from icalendar import Calendar
from icalendar import Event
from icalendar import Timezone
from icalendar import TimezoneStandard
from vanphong.calendars import clock
from vanphong.schedules import rules
from vanphong.schedules import words
from zoneinfo import ZoneInfo


ZONE = "Asia/Ho_Chi_Minh"

_TZ = ZoneInfo(ZONE)

#: A calendar program asks again after so long.
AGAIN = "PT1H"


def calendar(name: str, items: Iterable[rules.Item], site: str, request) -> bytes:
    """The file.

    :param site: name of the server, the second half of every UID.
    """
    found = Calendar()
    found.add("PRODID", "-//vanphong//Lịch công tác//VI")
    found.add("VERSION", "2.0")
    found.add("CALSCALE", "GREGORIAN")
    found.add("METHOD", "PUBLISH")
    found.add("X-WR-CALNAME", name)
    found.add("X-WR-TIMEZONE", ZONE)
    found.add("X-PUBLISHED-TTL", AGAIN)
    found.add_component(_zone())
    for item in items:
        found.add_component(event(item, site, request))
    return bytes(found.to_ical())


def event(item: rules.Item, site: str, request) -> Event:
    """One item; a cancelled one stays, so that it disappears from calendars."""
    found = Event()
    found.add("UID", f"{item.uid}@{site}")
    found.add("SEQUENCE", item.sequence)
    found.add("SUMMARY", item.content)
    cancelled = item.state is rules.State.CANCELLED
    found.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    # what is published changes with its sequence only, so the same file comes back
    found.add("DTSTAMP", datetime.combine(item.day, datetime.min.time(), clock.TZ))
    _when(found, item)
    if item.place:
        found.add("LOCATION", item.place)
    told = [words.names(item.chairs), words.names(item.participants), *words.notes(item, request)]
    if cancelled and item.reason:
        told.append(item.reason)
    found.add("DESCRIPTION", "\n".join(one for one in told if one))
    found.add("CLASS", "PUBLIC" if item.visibility is rules.Visibility.PUBLIC else "PRIVATE")
    return found


def _when(found: Event, item: rules.Item) -> None:
    if item.start is None and item.session is rules.Session.ALL_DAY:
        found.add("DTSTART", item.day)
        found.add("DTEND", item.day + timedelta(days=1))
        return
    begin, end = item.span
    if item.start is None:
        begin, end = {"morning": (420, 690), "afternoon": (810, 1020)}.get(
            str(item.session), (begin, end)
        )
    found.add("DTSTART", _moment(item.day, begin))
    found.add("DTEND", _moment(item.day, end))


def _moment(day: date, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=_TZ)


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", ZONE)
    standard.add("DTSTART", datetime(1975, 6, 13))
    standard.add("TZOFFSETFROM", timedelta(hours=7))
    standard.add("TZOFFSETTO", timedelta(hours=7))
    standard.add("TZNAME", "+07")
    zone.add_component(standard)
    return zone
