"""The column beside the work: what falls due today, what my unit holds, what I gave."""

from datetime import datetime
from datetime import time
from functools import cached_property
from vanphong import _
from vanphong.calendars.clock import TZ
from vanphong.desktop.browser.rows import Presenter
from vanphong.desktop.waiting import Waiting
from vanphong.ledger import work
from vanphong.organisation import directory
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import unit_of
from vanphong.ui import format as fmt


#: Rows of a panel; who wants more goes to the list.
FEW = 6


class Side:
    """Panels of the desktop; each is empty when there is nothing to say."""

    def __init__(self, portal, request, waiting: Waiting, show: Presenter) -> None:
        self.url = portal.absolute_url()
        self.request = request
        self.waiting = waiting
        self.show = show

    @cached_property
    def today(self) -> list[dict]:
        """Steps that fall due before this day ends."""
        if not self.waiting.counts.sum("soon"):
            return []
        now = self.waiting.now
        midnight = datetime.combine(now.date(), time.max, TZ)
        found = work.inbox(
            self.waiting.me.tokens, box="soon", size=FEW, now=now, soon_until=midnight
        )
        return [
            {**self.show.work(row), "time": fmt.clock_time(row["due_at"])} for row in found.rows
        ]

    @cached_property
    def held(self) -> list[dict]:
        """Per unit that the person leads: who holds how much."""
        units = [directory.unit(uid) for uid in self._led()]
        found = [{"title": one.short, "uid": one.uid, "rows": self._holders(one)} for one in units]
        return [
            {**one, "url": f"{self.url}/@@unit-work?unit={one['uid']}"}
            for one in found
            if one["rows"]
        ]

    def _led(self) -> list[str]:
        leads = set(self.waiting.me.leads())
        return [uid for uid in self.waiting.unit_uids() if uid in leads]

    def _holders(self, unit) -> list[dict]:
        return [
            {
                "title": holder(row),
                "open": row["open"],
                "late": row["late"],
                "url": f"{self.url}/@@unit-work?unit={unit.uid}&actor={row['actor']}",
            }
            for row in work.holding(unit.uid, self.waiting.now)
        ]

    @cached_property
    def given(self) -> list[dict]:
        """Open steps that the person gave to others, the latest ones first."""
        found = work.given_by(self.waiting.me.user_id, size=FEW)
        self.gave_more = found.more
        return [self.show.work(row) for row in found.rows]

    gave_more = False


def holder(row: dict):
    """How the holder of open steps is called inside the unit."""
    function = row["actor"].partition(":")[0]
    if unit_of(row["actor"]) is None:
        return row["actor_title"]
    return _("Not given to anybody yet") if function == DESK else _("The heads of the unit")
