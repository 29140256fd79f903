"""The sample body can be made on any day of the week, also before days off."""

from datetime import date
from datetime import datetime
from datetime import time
from tests.schedule_office import Planner
from vanphong import sample_invitations
from vanphong import sample_schedules
from vanphong.calendars import clock
from vanphong.ledger import invitations as ledger
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.schedules import rules
from vanphong.schedules import weeks
import pytest


#: Monday to Sunday; after the Friday come four days off.
DAYS = (*(date(2024, 8, number) for number in range(26, 32)), date(2024, 9, 1))


@pytest.fixture
def units(office):
    """Units by the names that the sample has for them; its rooms and rules are not made yet."""
    schedule = Planner(office).schedule
    schedule.rooms = schedule.reception_rules = ()
    organisation = office.body.__parent__
    return {
        one.getId(): one
        for body in organisation.objectValues()
        for one in (body, *filter(IUnitMarker.providedBy, body.objectValues()))
    }


@pytest.mark.parametrize("day", DAYS, ids=lambda day: f"{day:%a}")
def test_its_schedule_and_its_meetings(office, units, day):
    present = datetime.combine(day, time(8), clock.TZ)
    known = {row["document_uid"] for row in ledger.public(present).rows}
    clock.freeze(present)
    sample_schedules.play(office.body, units, present)
    sample_invitations.play(units, present)
    week = weeks.find(Planner(office).schedule, rules.week_of(day))
    assert week.edition.number
    new = [row for row in ledger.public(present).rows if row["document_uid"] not in known]
    assert [row["starts_at"] > present for row in new] == [True]
