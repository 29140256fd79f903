"""Two meetings of the sample body: one that everybody may know of, one called urgently.

Both are called on the working day before, for the next two working days; most have answered.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
from plone import api
from vanphong import sample_outgoing
from vanphong.calendars import clock
from vanphong.calendars.rules import next_working_day
from vanphong.calendars.settings import work_calendar
from vanphong.invitations import actions
from vanphong.organisation import people
import json


DATA = Path(__file__).parent / "profiles" / "sample"


def play(units: dict, present: datetime) -> None:
    """Issue the invitations and give the answers."""
    meetings = json.loads((DATA / "invitations.json").read_text(encoding="utf-8"))
    day = present.date()
    for number, one in enumerate(meetings):
        day = next_working_day(work_calendar(), day)
        clock.freeze(present - timedelta(days=1, minutes=60 - 20 * number))
        document = _issued(units, one, day, present)
        for answer in one["answers"]:
            _answer(units, document, answer, present)
    clock.freeze(present)


def _issued(units: dict, one: dict, day: date, present: datetime):
    begins = datetime.combine(day, time.fromisoformat(one["at"]), clock.TZ)
    event = {
        **one["event"],
        "starts_at": begins,
        "ends_at": begins + timedelta(minutes=one["minutes"]),
        "answer_by": begins - timedelta(hours=one["answer_hours_before"]),
    }
    raw = {**one, "particulars": event, "stage": "issued"}
    return sample_outgoing.play_one(units, raw, present)


def _answer(units: dict, document, one: dict, present: datetime) -> None:
    clock.freeze(min(clock.now() + timedelta(minutes=15), present))
    people.forget()
    with api.env.adopt_user(username=one["by"]):
        actions.answer(document, one["kind"], who=one.get("who", ""), reason=one.get("reason", ""))
