"""A unit receives, assigns, reports (Decree 30/2020, Article 24)."""

from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
import pytest


@pytest.mark.parametrize("user", ["head", "unit-clerk"])
def test_head_or_clerk_receives_for_the_unit(directed, user):
    lead = directed.step("lead")
    directed.do("receive", lead, user)
    lead = directed.again(lead)
    assert (lead.state, lead.received_at) == ("received", directed.now)
    assert directed.stage == "in_process"
    with pytest.raises(Conflict):
        directed.do("receive", lead, user)


def test_the_unit_gives_the_work_to_a_person(directed):
    lead = directed.step("lead")
    child = directed.do("assign", lead, "head", user_id="worker", title="Chuyên viên", due=None)
    lead = directed.again(lead)
    assert (lead.state, lead.received_at) == ("assigned", directed.now)
    assert (child.action, child.actor, child.parent) == ("lead", "worker", lead.uid)
    assert (child.directive, child.giver, child.state) == (lead.directive, "head", "open")
    assert child.instruction == lead.instruction
    assert directed.stage == "in_process"


def test_receiving_first_keeps_the_time_of_it(directed):
    lead = directed.step("lead")
    directed.do("receive", lead, "unit-clerk")
    received = directed.now
    directed.do("assign", lead, "head", user_id="worker", title="CV", due=None)
    assert directed.again(lead).received_at == received


def test_an_own_instruction_replaces_the_leader_s(directed):
    child = directed.do(
        "assign",
        directed.step("lead"),
        "head",
        user_id="worker",
        title="CV",
        due=None,
        instruction="  Soạn văn bản trả lời. ",
    )
    assert child.instruction == "Soạn văn bản trả lời."


def test_a_coordinator_assigns_a_coordinating_step(directed):
    step = directed.step("coordinate")
    child = directed.do("assign", step, "other-head", user_id="worker", title="CV", due=None)
    assert child.action == "coordinate"


def test_not_assigned_twice(assigned):
    with pytest.raises(Conflict, match="assigned on"):
        assigned.do(
            "assign",
            assigned.step("lead", "Desk:vhtt"),
            "head",
            user_id="colleague",
            title="CV",
            due=None,
        )


def test_a_person_does_not_give_it_on(assigned):
    child = assigned.step("lead", "worker")
    with pytest.raises(RuleBroken, match="Hand it back"):
        assigned.do("assign", child, "worker", user_id="colleague", title="CV", due=None)


def test_a_report_goes_on(assigned):
    child = assigned.step("lead", "worker")
    assigned.do("report", child, "worker", result=" Đã có dự thảo. ")
    child = assigned.again(child)
    assert (child.state, child.result) == ("received", "Đã có dự thảo.")
    assert child.received_at == assigned.now
    first = assigned.now
    assigned.do("report", child, "worker", result="Đã trình ký.")
    assert assigned.again(child).result == "Đã trình ký."
    assert assigned.again(child).received_at == first


def test_a_report_says_something(assigned):
    with pytest.raises(RuleBroken, match="Write what has been done") as refusal:
        assigned.do("report", assigned.step("lead", "worker"), "worker", result="  ")
    assert refusal.value.field == "result"


@pytest.mark.parametrize("user", ["clerk", "leader", "other-head"])
def test_reminders_are_counted(assigned, user):
    child = assigned.step("lead", "worker")
    assigned.do("urge", child, user, text=" Khẩn trương. ")
    assigned.do("urge", child, user)
    urges = assigned.again(child).urges
    assert [(one.by, one.text) for one in urges] == [
        (assigned.by(user).title, "Khẩn trương."),
        (assigned.by(user).title, ""),
    ]
    assert urges[0].at < urges[1].at


@pytest.mark.parametrize(("actor", "user"), [("worker", "worker"), ("Desk:vhtt", "head")])
def test_nobody_reminds_themselves(assigned, actor, user):
    with pytest.raises(NotAllowed, match="your own"):
        assigned.do("urge", assigned.step("lead", actor), user)


def test_who_was_asked_to_direct_can_be_reminded(journey):
    step = journey.present()
    journey.do("urge", step, "clerk")
    assert len(journey.again(step).urges) == 1
