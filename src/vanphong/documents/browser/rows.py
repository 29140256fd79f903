"""Rows of the ledger as lists show them: what all lists of documents and tasks have in common."""

from datetime import datetime
from vanphong.calendars import clock
from vanphong.calendars.rules import Lateness
from vanphong.calendars.rules import WorkCalendar
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar


class Rows:
    """Turns rows of the ledger into what a template needs; asks nothing for a single row.

    :param request: for addresses.
    :param calendar: by which deadlines are counted, by default that of the office.
    :param now: the moment at which they are, by default this one.
    """

    def __init__(
        self, request, calendar: WorkCalendar | None = None, now: datetime | None = None
    ) -> None:
        self.request = request
        self.calendar = calendar or work_calendar()
        self.now = now or clock.now()

    def url(self, row: dict) -> str:
        """Address of what a row is about."""
        return self.request.physicalPathToURL(row["path"].split("/"))

    def left(self, due: datetime | None, finished: datetime | None = None) -> Lateness:
        """How a deadline stands."""
        return lateness(self.calendar, due, self.now, finished)


def held(steps: list[dict]) -> dict:
    """Who has a document now, since when, and how many others do.

    :param steps: its open steps, the most important first.
    """
    if not steps:
        return {"holder": "", "since": None, "others": 0}
    others = len({step["actor"] for step in steps}) - 1
    return {"holder": steps[0]["actor_title"], "since": steps[0]["started_at"], "others": others}
