"""Handing back with a reason (chuyển lại)."""

from vanphong.errors import RuleBroken
import pytest


REASON = "Không thuộc chức năng, nhiệm vụ."


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_is_asked_for(directed, reason):
    with pytest.raises(RuleBroken, match="Give the reason") as refusal:
        directed.do("hand_back", directed.step("lead"), "head", reason=reason)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize("received", [False, True])
def test_a_unit_s_lead_goes_back_to_the_leader(directed, received):
    lead = directed.step("lead")
    if received:
        directed.do("receive", lead, "head")
    back = directed.do("hand_back", lead, "head", reason=f" {REASON} ")
    lead = directed.again(lead)
    assert (lead.state, lead.comment) == ("returned", REASON)
    assert lead.finished_by == "Trưởng phòng VH&TT"
    assert (back.action, back.actor, back.state) == ("direct", "leader", "open")
    assert (back.instruction, back.giver) == (REASON, "head")
    assert directed.stage == "presented"


def test_also_when_a_clerk_had_entered_the_directive(journey):
    journey.present()
    lead = journey.direct(user="clerk", author="leader")
    assert journey.do("hand_back", lead, "head", reason=REASON).actor == "leader"


def test_a_coordinator_s_is_reported_to_the_leader(directed):
    back = directed.do("hand_back", directed.step("coordinate"), "other-head", reason=REASON)
    assert (back.action, back.actor, back.instruction) == ("inform", "leader", REASON)
    assert directed.stage == "directed"
    directed.do("finish", back, "leader")
    assert directed.stage == "directed"


def test_a_person_s_step_goes_back_to_the_unit(assigned):
    parent, child = assigned.step("lead", "Desk:vhtt"), assigned.step("lead", "worker")
    received, number = assigned.again(parent).received_at, len(assigned.sheet)
    assigned.do("hand_back", child, "worker", reason=REASON)
    assert assigned.again(child).state == "returned"
    parent = assigned.again(parent)
    assert (parent.state, parent.comment, parent.received_at) == ("received", REASON, received)
    assert len(assigned.sheet) == number
    assert assigned.stage == "in_process"


def test_the_unit_then_gives_it_to_somebody_else(assigned):
    parent = assigned.step("lead", "Desk:vhtt")
    assigned.do("hand_back", assigned.step("lead", "worker"), "worker", reason=REASON)
    assigned.do("assign", parent, "head", user_id="colleague", title="CV", due=None)
    assigned.do("finish", assigned.step("lead", "colleague"), "colleague", result="Xong.")
    assert assigned.stage == "finished"


def test_a_lead_that_is_a_person_goes_back_to_the_leader(journey):
    journey.present()
    lead = journey.direct(lead="worker")
    back = journey.do("hand_back", lead, "worker", reason=REASON)
    assert (back.action, back.actor) == ("direct", "leader")


def test_an_extension_asked_for_is_not_to_be_decided_any_more(assigned):
    child = assigned.step("lead", "worker")
    decision = assigned.do("ask_extension", child, "worker", due=assigned.day(5, 18), reason="Chờ.")
    assigned.do("hand_back", child, "worker", reason=REASON)
    assert assigned.again(decision).state == "cancelled"
