"""Units that have proposed nothing are told on the day of the cut-off, once."""

from datetime import datetime
from vanphong.calendars import clock
from vanphong.ledger import notices
from vanphong.ledger.interfaces import DayBegun
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.schedules import reminding
from zope.event import notify
import pytest


#: The Thursday before week 34; proposals are taken until 16:00.
THURSDAY = datetime(2024, 8, 15, 8, tzinfo=clock.TZ)


def told(planner, unit):
    rows = notices.waiting([token(LEADERS, unit)])
    return [one for one in rows if one["kind"] == reminding.KIND]


@pytest.fixture
def day(portal):
    def begin(moment):
        clock.freeze(moment)
        notify(DayBegun(portal))

    return begin


def test_who_has_proposed_nothing_is_told_once(planner, office, day):
    planner.propose("truongphong-vhtt")
    day(THURSDAY)
    day(THURSDAY.replace(hour=9))
    assert len(told(planner, office.unit("noivu").UID())) == 1
    assert not told(planner, office.unit("vhtt").UID())


@pytest.mark.parametrize(
    "moment", [THURSDAY.replace(day=14), THURSDAY.replace(day=16), THURSDAY.replace(hour=17)]
)
def test_not_on_other_days_nor_afterwards(planner, office, day, moment):
    day(moment)
    assert not told(planner, office.unit("noivu").UID())
