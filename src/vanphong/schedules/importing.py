"""Events of a calendar file, as values for items."""

from datetime import datetime
from icalendar import Calendar
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: Largest file, in octets, and most events: a unit's week, not somebody's whole calendar.
LARGEST = 2 * 1024 * 1024
MOST = 500


def read(data: bytes) -> list[dict[str, Any]]:
    """The events as raw values of items; recurring ones count as their first.

    :raises InvalidInput: for what is no calendar, too large, or has too many events.
    """
    if len(data) > LARGEST:
        raise InvalidInput(_("The file is larger than 2 MB."), field="file")
    events = data.upper().count(b"BEGIN:VEVENT")
    if events > MOST:
        raise InvalidInput(
            _("The calendar has ${n} events; at most ${most} are taken over at once."),
            n=events,
            most=MOST,
            field="file",
        )
    try:
        calendar = Calendar.from_ical(data)
        return [_event(one) for one in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as problem:
        raise InvalidInput(_("This is not a calendar file (.ics)."), field="file") from problem


def _event(event: Any) -> dict[str, Any]:
    begin = event.decoded("DTSTART")
    end = event.decoded("DTEND", None)
    raw: dict[str, Any] = {
        "content": str(event.get("SUMMARY", "")),
        "place": str(event.get("LOCATION", "")),
        "note": str(event.get("DESCRIPTION", ""))[:1000],
    }
    if not isinstance(begin, datetime):
        return raw | {"day": begin, "session": "all-day"}
    begin = clock.local(begin)
    raw |= {"day": begin.date(), "start": begin.time().replace(tzinfo=None, second=0)}
    if isinstance(end, datetime) and clock.local(end).date() == begin.date():
        raw["end"] = clock.local(end).time().replace(tzinfo=None, second=0)
    return raw
