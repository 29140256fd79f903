"""What waits for the person of this request, counted once for the whole page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from vanphong.calendars import clock
from vanphong.calendars.rules import soon_before
from vanphong.calendars.settings import work_calendar
from vanphong.documents.browser import scope as list_scope
from vanphong.ledger import overviews
from vanphong.ledger import paging
from vanphong.organisation import people
from vanphong.organisation.directory import Person
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.desktop.waiting"


@dataclass(frozen=True)
class Counts:
    """Open steps: how many in all, by box, unopened, due soon, overdue, and since when."""

    rows: tuple[dict, ...]

    def narrowed(self, place: str) -> "Counts":
        """The counts of one unit; of all when ``place`` is empty."""
        if not place:
            return self
        return Counts(tuple(row for row in self.rows if row["place"] == place))

    def sum(self, column: str = "open", box: str = "") -> int:
        """A column added up, of one box or of all."""
        return sum(row[column] for row in self.rows if not box or row["box"] == box)

    @property
    def first_due(self) -> datetime | None:
        """The earliest deadline, None when nothing has one."""
        return min((row["first_due"] for row in self.rows if row["first_due"]), default=None)

    @property
    def is_capped(self) -> bool:
        """Whether there is more than was counted."""
        return self.sum() > paging.CAP


class Waiting:
    """The person, their positions and their open steps; made once a request."""

    def __init__(self, me: people.Me) -> None:
        self.now = clock.now()
        self.me = me

    @cached_property
    def calendar(self):
        """The work calendar in force."""
        return work_calendar()

    @cached_property
    def soon_until(self) -> datetime:
        """Up to when a deadline counts as soon."""
        return soon_before(self.calendar, self.now)

    @cached_property
    def counts(self) -> Counts:
        """All counts, by one query."""
        if not self.me.tokens:
            return Counts(())
        found = overviews.tally(self.me.tokens, self.now, self.soon_until)
        return Counts(tuple(found))

    @cached_property
    def positions(self) -> list[Person]:
        """Positions of the person, the main one first."""
        return list_scope.positions(self.me)

    @cached_property
    def bodies(self) -> list:
        """Bodies whose documents come to the person, the main one first."""
        return list_scope.bodies(self.me)

    def unit_uids(self) -> Iterable[str]:
        """UIDs of the units in which the person holds a position."""
        return [position.unit_uid for position in self.positions]


def waiting(request) -> Waiting:
    """What waits for the person of this request; each person apart, should it act for two."""
    me = people.me()
    found = IAnnotations(request).setdefault(KEY, {})
    if me.user_id not in found:
        found[me.user_id] = Waiting(me)
    return found[me.user_id]


def forget(request) -> None:
    """Count anew: an act of this request has changed what waits."""
    IAnnotations(request).pop(KEY, None)
