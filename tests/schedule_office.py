"""Work schedules of the sample body in the hands of a test."""

from tests.office import as_user
from tests.office import tick
from vanphong.ledger import schedule_items
from vanphong.schedules import actions
from vanphong.schedules import rules
from vanphong.schedules import weeks
import json


#: The week after the present one, for which proposals are taken until Thursday 16:00; the
#: sample has nothing in it.
NEXT = rules.Week(2024, 34)

MONDAY = "2024-08-19"


class Planner:
    """The schedule of the sample body."""

    def __init__(self, office):
        self.office = office
        self.schedule = weeks.schedule(office.body.UID())

    @property
    def week(self):
        """Next week, once somebody has put something down."""
        return weeks.find(self.schedule, NEXT)

    def propose(self, by="truongphong-vhtt", week=NEXT, **raw):
        """An item for next week."""
        values = {"content": "Họp giao ban", "day": MONDAY, "start": "8:00", **raw}
        return self.do("propose", by, self.schedule, week.year, week.number, values)

    def do(self, act, by, *args, **more):
        """An act of somebody."""
        with as_user(by):
            tick()
            return getattr(actions, act)(*args, **more)

    def compiled(self, **raw):
        """Next week with one item of the Office, compiled."""
        self.propose("chanhvp", **raw)
        self.do("compile_week", "chanhvp", self.week)
        return self.week

    def approved(self, **raw):
        """The same, approved."""
        week = self.compiled(**raw)
        self.do("approve", "chanhvp", week)
        return week

    def published(self, **raw):
        """The same, published."""
        week = self.approved(**raw)
        self.do("publish", "chanhvp", week)
        return week

    def rows(self, *, published):
        """The rows of next week in the ledger."""
        return schedule_items.between(
            self.schedule.body_uid, NEXT.first, NEXT.last, published=published
        )

    def contents(self, *, published):
        """What they say."""
        return [json.loads(row["item"])["content"] for row in self.rows(published=published)]
