"""Finishing a step, and what ends with it (kết thúc xử lý)."""

from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
import pytest


def assign(journey, step, user="head", to="worker", confirm=False):
    return journey.do("assign", step, user, user_id=to, title=to, due=None, confirm=confirm)


@pytest.mark.parametrize("received", [False, True])
def test_a_unit_finishes_by_itself(directed, received):
    lead = directed.step("lead")
    if received:
        directed.do("receive", lead, "unit-clerk")
    directed.do("finish", lead, "head", result=" Đã trả lời. ", case_file=" 02.VH ")
    lead = directed.again(lead)
    assert (lead.state, lead.result, lead.case_file) == ("done", "Đã trả lời.", "02.VH")
    assert (lead.finished_at, lead.finished_by) == (directed.now, "Trưởng phòng VH&TT")
    assert directed.stage == "finished"


def test_the_lead_says_the_result(directed):
    with pytest.raises(RuleBroken, match="Write the result") as refusal:
        directed.do("finish", directed.step("lead"), "head")
    assert refusal.value.field == "result"


def test_the_last_report_is_the_result_when_nothing_else_is_said(directed):
    lead = directed.step("lead")
    directed.do("report", lead, "head", result="Đã trả lời.")
    directed.do("finish", lead, "head")
    assert directed.again(lead).result == "Đã trả lời."


def test_others_need_no_result(directed):
    directed.do("finish", directed.step("coordinate"), "other-head")
    directed.do("finish", directed.step("inform"), "chief")
    assert directed.step("coordinate").state == directed.step("inform").state == "done"
    assert directed.stage == "directed"


def test_a_person_s_end_is_the_unit_s(assigned):
    unit, child = assigned.step("lead", "Desk:vhtt"), assigned.step("lead", "worker")
    assigned.do("finish", child, "worker", result="Đã trả lời.", case_file="02.VH")
    for step in (assigned.again(unit), assigned.again(child)):
        assert (step.state, step.result, step.case_file) == ("done", "Đã trả lời.", "02.VH")
        assert step.finished_by == "Chuyên viên VH&TT"
    assert assigned.stage == "finished"


def test_unless_the_head_wants_to_confirm(directed):
    unit = directed.step("lead")
    child = assign(directed, unit, confirm=True)
    directed.do("finish", child, "worker", result="Đã trả lời.")
    unit = directed.again(unit)
    assert (unit.state, unit.result) == ("received", "Đã trả lời.")
    assert directed.again(child).state == "done"
    assert directed.stage == "in_process"
    assert directed.step("coordinate").state == "open"
    directed.do("finish", unit, "head")
    assert directed.again(unit).result == "Đã trả lời."
    assert directed.stage == "finished"


def test_the_head_who_does_not_confirm_assigns_again(directed):
    unit = directed.step("lead")
    directed.do("finish", assign(directed, unit, confirm=True), "worker", result="Tạm xong.")
    again = assign(directed, unit, to="colleague")
    directed.do("finish", again, "colleague", result="Xong hẳn.")
    assert directed.again(unit).result == "Xong hẳn."
    assert directed.stage == "finished"


def test_the_case_file_of_the_person_stays_when_the_head_confirms(directed):
    unit = directed.step("lead")
    child = assign(directed, unit, confirm=True)
    directed.do("finish", child, "worker", result="Đã trả lời.", case_file="02.VH")
    directed.do("finish", unit, "head")
    assert directed.again(unit).case_file == "02.VH"


@pytest.mark.parametrize("assigned_on", [False, True])
def test_the_end_of_the_lead_ends_coordination(directed, assigned_on):
    step = directed.step("coordinate")
    if assigned_on:
        assign(directed, step, "other-head")
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    ended = [one for one in directed.sheet if one.action == "coordinate"]
    assert len(ended) == 1 + assigned_on
    assert {(one.state, one.comment) for one in ended} == {("done", "lead-finished")}


def test_it_does_not_end_what_is_for_information(directed):
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    inform = directed.step("inform")
    assert inform.state == "open"
    directed.do("finish", inform, "chief")
    assert directed.stage == "finished"


def test_a_coordinator_who_has_answered_keeps_the_answer(directed):
    directed.do("finish", directed.step("coordinate"), "other-head", result="Đã góp ý.")
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    step = directed.step("coordinate")
    assert (step.result, step.comment) == ("Đã góp ý.", "")


def test_the_end_of_a_coordinator_s_person_is_the_coordinator_s(directed):
    step = directed.step("coordinate")
    directed.do("finish", assign(directed, step, "other-head"), "worker")
    assert directed.again(step).state == "done"
    assert directed.stage == "directed"


def test_a_leader_ends_what_needs_no_directive(journey):
    step = journey.present()
    journey.do("finish", step, "leader", result="Lưu.")
    assert journey.stage == "finished"


@pytest.mark.parametrize("action", ["lead", "coordinate", "inform"])
def test_not_twice(directed, action):
    user = {"lead": "head", "coordinate": "other-head", "inform": "chief"}[action]
    directed.do("finish", directed.step(action), user, result="Xong.")
    with pytest.raises(Conflict, match="finished already"):
        directed.do("finish", directed.step(action), user, result="Xong.")


@pytest.mark.parametrize("how", ["hand_back", "take_back"])
def test_no_coordinator_is_left_behind_by_a_new_directive(directed, how):
    _give_up(directed, how)
    directed.direct(lead="worker", directive="d2")
    directed.do("finish", directed.step("lead"), "worker", result="Xong.")
    assert directed.stage == "finished"
    assert directed.step("coordinate").state in ("done", "cancelled")


@pytest.mark.parametrize("how", ["hand_back", "take_back"])
def test_no_coordinator_is_left_behind_when_the_leader_ends_it(directed, how):
    _give_up(directed, how)
    directed.do("finish", directed.step("direct"), "leader", result="Lưu.")
    assert directed.stage == "finished"
    assert directed.step("coordinate").state in ("done", "cancelled")


def _give_up(journey, how):
    """The lead goes back to the leader."""
    if how == "hand_back":
        journey.do("hand_back", journey.step("lead"), "head", reason="Không thuộc chức năng.")
    else:
        journey.do("take_back", journey.step("lead"), "leader", opened=False)
