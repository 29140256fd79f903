"""GET @work and @work/unit/<uid>."""

from vanphong.calendars import clock
from vanphong.calendars.rules import soon_before
from vanphong.calendars.settings import work_calendar
from vanphong.desktop.services.work.shown import shown_row
from vanphong.desktop.services.work.shown import shown_unit
from vanphong.ledger import work
from vanphong.organisation import people
from vanphong.organisation.services.roster.get import shown as shown_person
from vanphong.ui.services import OfficeService
from zope.publisher.interfaces import NotFound


class WorkGet(OfficeService):
    """The open steps that wait for the person, or those of a unit."""

    takes = 2

    def answer(self):
        """Whatever the rest of the address asks for."""
        if not self.path:
            return self._mine()
        if self.path[0] == "unit" and len(self.path) == self.takes:
            return shown_unit(self.path[1], self.query, self.request)
        raise NotFound(self.context, self.path[-1], self.request)

    def _mine(self) -> dict:
        """One page of one box, the numbers of all boxes, and who it is all for.

        A number above 1000 means "more than 1000".
        """
        me, now = people.me(), clock.now()
        soon = soon_before(work_calendar(), now)
        box, order = self.query.text("box", "all"), self.query.text("order", "due")
        page = work.inbox(
            me.tokens,
            box=box,
            page=self.query.whole("page", 1),
            order=order,
            now=now,
            soon_until=soon,
        )
        return {
            "@id": f"{self.context.absolute_url()}/@work",
            "me": {
                "user_id": me.user_id,
                "fullname": me.fullname,
                "positions": [shown_person(one) for one in me.positions],
            },
            "box": box,
            "order": order,
            "counts": work.counts(me.tokens, now=now, soon_until=soon),
            "page": page.number,
            "more": page.more,
            "items": [shown_row(row, self.request) for row in page.rows],
        }
