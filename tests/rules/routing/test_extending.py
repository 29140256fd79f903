"""Asking for a later due date, and the answer (xin gia hạn)."""

from dataclasses import replace
from datetime import timedelta
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
import pytest


def ask(journey, step, user, days=9, reason="Chờ số liệu của xã."):
    return journey.do("ask_extension", step, user, due=journey.day(days), reason=reason)


@pytest.mark.parametrize("state", ["open", "received", "assigned"])
def test_the_unit_asks_the_leader(journey, state):
    step = journey.alone(state=state, due=journey.day(5))
    decision = ask(journey, step, "head")
    assert (decision.action, decision.actor, decision.parent) == ("extend", "leader", step.uid)
    assert (decision.giver, decision.directive) == ("head", "d1")
    asked = journey.again(step).extension
    assert (asked.due, asked.state, asked.asked_by) == (
        journey.day(9),
        "asked",
        "Trưởng phòng VH&TT",
    )
    assert journey.again(step).due == journey.day(5)
    assert journey.again(step).state == state


def test_a_person_asks_who_assigned_it(assigned):
    assert ask(assigned, assigned.step("lead", "worker"), "worker").actor == "head"


@pytest.mark.parametrize(
    ("days", "reason", "text", "field"),
    [
        (9, " ", "Give the reason", "reason"),
        (5, "Vì.", "is not later than the present one, 19/08/2024", "due"),
        (4, "Vì.", "The date asked for, 18/08/2024, is not later", "due"),
    ],
)
def test_what_is_asked_for_must_make_sense(directed, days, reason, text, field):
    with pytest.raises(RuleBroken) as refusal:
        ask(directed, directed.step("lead"), "head", days, reason)
    assert text in str(refusal.value)
    assert refusal.value.field == field


def test_a_late_step_cannot_ask_for_a_day_that_is_past(directed):
    directed.now += timedelta(days=20)
    with pytest.raises(RuleBroken, match="lies before today"):
        ask(directed, directed.step("lead"), "head", 9)


def test_without_a_due_date_there_is_nothing_to_extend(journey):
    with pytest.raises(RuleBroken, match="has no due date"):
        ask(journey, journey.alone(), "head")


def test_not_twice_at_once(directed):
    lead = directed.step("lead")
    ask(directed, lead, "head")
    with pytest.raises(Conflict, match="asked for already"):
        ask(directed, lead, "head", 10)


@pytest.mark.parametrize(("due", "granted"), [(None, 9), (7, 7), (30, 30)])
def test_granted(directed, due, granted):
    lead = directed.step("lead")
    decision = ask(directed, lead, "head")
    directed.do("decide_extension", decision, "leader", grant=True, due=due and directed.day(due))
    lead = directed.again(lead)
    assert lead.due == directed.day(granted)
    assert (lead.extension.state, lead.extension.decided_by) == ("granted", "Chủ tịch")
    assert directed.again(decision).state == "done"


def test_refused_with_a_reason(directed):
    lead = directed.step("lead")
    decision = ask(directed, lead, "head")
    with pytest.raises(RuleBroken, match="Give the reason"):
        directed.do("decide_extension", decision, "leader", grant=False)
    directed.do("decide_extension", decision, "leader", grant=False, reason="Đã đủ thời gian.")
    lead = directed.again(lead)
    assert (lead.due, lead.extension.state) == (directed.day(5), "refused")
    assert directed.again(decision).result == "Đã đủ thời gian."


@pytest.mark.parametrize("grant", [True, False])
def test_decided_once_only_and_asked_again(directed, grant):
    lead = directed.step("lead")
    decision = ask(directed, lead, "head")
    directed.do("decide_extension", decision, "leader", grant=grant, reason="Vì.")
    with pytest.raises(Conflict):
        directed.do("decide_extension", decision, "leader", grant=True)
    assert ask(directed, lead, "head", 15).actor == "leader"


@pytest.mark.parametrize("user", ["head", "clerk", "deputy"])
def test_only_who_gave_the_step_decides(directed, user):
    decision = ask(directed, directed.step("lead"), "head")
    with pytest.raises(NotAllowed):
        directed.do("decide_extension", decision, user, grant=True)


def test_not_into_the_past(directed):
    decision = ask(directed, directed.step("lead"), "head")
    directed.now += timedelta(days=20)
    with pytest.raises(RuleBroken, match="lies before today"):
        directed.do("decide_extension", decision, "leader", grant=True)


def test_what_is_granted_is_later_than_before(directed):
    decision = ask(directed, directed.step("lead"), "head")
    with pytest.raises(RuleBroken):
        directed.do("decide_extension", decision, "leader", grant=True, due=directed.day(3))


def test_a_person_gets_no_more_than_the_unit_which_asks_first(assigned):
    unit, child = assigned.step("lead", "Desk:vhtt"), assigned.step("lead", "worker")
    decision = ask(assigned, child, "worker")
    with pytest.raises(RuleBroken, match="lies after that of the unit"):
        assigned.do("decide_extension", decision, "head", grant=True)
    above = ask(assigned, unit, "head")
    assigned.do("decide_extension", above, "leader", grant=True)
    assigned.do("decide_extension", decision, "head", grant=True)
    assert assigned.again(child).due == assigned.again(unit).due == assigned.day(9)


def test_a_request_that_is_no_longer_open_cannot_be_decided(directed):
    lead = directed.step("lead")
    decision = ask(directed, lead, "head")
    decided = replace(directed.again(lead).extension, state="granted")
    directed.sheet = tuple(
        replace(step, extension=decided) if step.uid == lead.uid else step
        for step in directed.sheet
    )
    with pytest.raises(Conflict, match="decided already"):
        directed.do("decide_extension", decision, "leader", grant=True)


def test_finishing_makes_the_request_moot(assigned):
    child = assigned.step("lead", "worker")
    decision = ask(assigned, child, "worker")
    above = ask(assigned, assigned.step("lead", "Desk:vhtt"), "head")
    assigned.do("finish", child, "worker", result="Xong.")
    assert {assigned.again(one).state for one in (decision, above)} == {"cancelled"}


def test_the_end_of_the_lead_makes_a_coordinator_s_request_moot(directed):
    decision = ask(directed, directed.step("coordinate"), "other-head")
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    assert directed.again(decision).state == "cancelled"
