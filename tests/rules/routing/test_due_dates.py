"""Due dates: not before today, not after the date they come under."""

from datetime import timedelta
from vanphong.errors import RuleBroken
from vanphong.routing import rules
import pytest


@pytest.mark.parametrize(
    ("due", "parent", "text"),
    [
        (None, None, None),
        ((0, 17), None, None),
        ((0, 7), None, None),  # today, though the hour has passed
        ((5, 17), None, None),
        ((-1, 17), None, "The due date 13/08/2024 lies before today, 14/08/2024."),
        ((3, 17), (5, 17), None),
        ((5, 17), (5, 17), None),
        ((5, 18), (5, 17), "lies after that of the unit, 17:00, 19/08/2024."),
        ((6, 17), (5, 17), "The due date 17:00, 20/08/2024 lies after"),
        (None, (5, 17), "Give a due date: the unit itself has until 17:00, 19/08/2024."),
    ],
)
def test_check_due(journey, due, parent, text):
    due = due and journey.day(*due)
    parent = parent and journey.day(*parent)
    if text is None:
        rules.check_due(due, journey.now, parent)
        return
    with pytest.raises(RuleBroken) as refusal:
        rules.check_due(due, journey.now, parent)
    assert text in str(refusal.value)
    assert refusal.value.field == "due"
    assert refusal.value.rule


def test_a_directive_cannot_be_due_yesterday(journey):
    journey.present()
    with pytest.raises(RuleBroken, match="lies before today"):
        journey.direct(due=journey.day(-1))


def test_a_directive_may_have_no_due_date(journey):
    journey.present()
    lead = journey.direct(due=None)
    child = journey.do("assign", lead, "head", user_id="worker", title="CV", due=journey.day(90))
    assert (lead.due, child.due) == (None, journey.day(90))


@pytest.mark.parametrize("days", [0, 3, 5])
def test_a_person_gets_no_more_time_than_the_unit(directed, days):
    lead = directed.step("lead")
    due = directed.day(days)
    assert directed.do("assign", lead, "head", user_id="worker", title="CV", due=due).due == due


@pytest.mark.parametrize(("days", "text"), [(6, "lies after"), (-1, "lies before today")])
def test_a_person_cannot_get_a_date_outside(directed, days, text):
    before = directed.sheet
    with pytest.raises(RuleBroken, match=text):
        directed.do(
            "assign",
            directed.step("lead"),
            "head",
            user_id="worker",
            title="CV",
            due=directed.day(days),
        )
    assert directed.sheet is before


def test_a_person_without_a_date_of_their_own_has_the_unit_s(directed):
    lead = directed.step("lead")
    assert (
        directed.do("assign", lead, "head", user_id="worker", title="CV", due=None).due == lead.due
    )


def test_work_that_is_late_already_can_still_be_assigned(directed):
    lead = directed.step("lead")
    directed.now += timedelta(days=20)
    child = directed.do("assign", lead, "head", user_id="worker", title="CV", due=None)
    assert child.due == lead.due < directed.now
