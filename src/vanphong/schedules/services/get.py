"""GET @schedule-week/<year>/<number>, @my-schedule and @schedule-rooms."""

from datetime import timedelta
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import people
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules.services import shown
from vanphong.ui.services import OfficeService


#: Longest time of one answer, in days.
LONGEST = 370


class WeekGet(OfficeService):
    """A week; the present one without an address."""

    takes = 2

    def answer(self):
        """The week as far as the person sees it."""
        return shown.week(self.context, week_in(self.path), self.request)


class MyScheduleGet(OfficeService):
    """What the person chairs or attends, in all bodies; ``from`` and ``to`` are days."""

    def answer(self):
        """The published items, in order."""
        today = clock.today()
        first = self.query.day("from") or today
        last = self.query.day("to") or first + timedelta(days=28)
        if not 0 <= (last - first).days <= LONGEST:
            raise InvalidInput(_("At most ${most} days at a time."), most=LONGEST, field="to")
        items = viewing.mine(people.me().tokens, first, last)
        return {"items": [shown.item(one, self.request) for one in items]}


class RoomsGet(OfficeService):
    """The rooms of the body."""

    def answer(self):
        """All of them."""
        return {"items": [shown.room(one) for one in self.context.rooms]}


def week_in(path: list[str]) -> rules.Week:
    """The week in an address; the present one without.

    :raises InvalidInput: for what is none.
    """
    if not path:
        return rules.week_of(clock.today())
    try:
        year, number = (int(one[:6]) for one in path)
    except ValueError as problem:
        raise InvalidInput(_("Write the week as 2024/33."), field="week") from problem
    return rules.Week(year, number)
