"""Whole journeys: the stage of the law after every act (Decree 30/2020, Articles 22 to 24)."""

from vanphong.routing import rules
import pytest


def p(user, to):
    return lambda j: j.present(user, to)


def d(user="leader", **cast):
    return lambda j: j.direct(user=user, **cast)


def m(move, action, actor, user, **more):
    return lambda j: j.do(move, j.step(action, actor), user, **more)


UNIT, WORKER = "Desk:vhtt", "worker"
ASSIGN = m("assign", "lead", UNIT, "head", user_id=WORKER, title="CV", due=None)
CONFIRM = m("assign", "lead", UNIT, "head", user_id=WORKER, title="CV", due=None, confirm=True)

JOURNEYS = {
    "straight": [
        (p("clerk", "leader"), "presented"),
        (d(), "directed"),
        (m("receive", "lead", UNIT, "unit-clerk"), "in_process"),
        (ASSIGN, "in_process"),
        (m("report", "lead", WORKER, WORKER, result="Đang làm."), "in_process"),
        (m("finish", "lead", WORKER, WORKER), "finished"),
    ],
    "through the Office": [
        (p("clerk", "chief"), "presented"),
        (p("chief", "deputy"), "presented"),
        (p("deputy", "leader"), "presented"),
        (d(coordinators=["nv"], inform=["xa"]), "directed"),
        (m("finish", "coordinate", "Desk:nv", "other-head"), "directed"),
        (m("finish", "lead", UNIT, "head", result="Xong."), "finished"),
    ],
    "ended without a directive": [
        (p("clerk", "chief"), "presented"),
        (m("finish", "direct", "chief", "chief", result="Lưu văn thư."), "finished"),
    ],
    "confirmed by the head": [
        (p("clerk", "leader"), "presented"),
        (d("clerk"), "directed"),
        (CONFIRM, "in_process"),
        (m("finish", "lead", WORKER, WORKER, result="Dự thảo."), "in_process"),
        (m("finish", "lead", UNIT, "head", result="Đã ký."), "finished"),
    ],
    "handed back twice": [
        (p("clerk", "leader"), "presented"),
        (d(), "directed"),
        (ASSIGN, "in_process"),
        (m("hand_back", "lead", WORKER, WORKER, reason="Đi công tác."), "in_process"),
        (m("hand_back", "lead", UNIT, "head", reason="Sai chức năng."), "presented"),
        (d(directive="d2", replaces="d1", lead="nv"), "directed"),
        (m("finish", "lead", "Desk:nv", "other-head", result="Xong."), "finished"),
    ],
    "handed back and ended by the leader": [
        (p("clerk", "leader"), "presented"),
        (d(), "directed"),
        (m("hand_back", "lead", UNIT, "head", reason="Sai chức năng."), "presented"),
        (m("finish", "direct", "leader", "leader", result="Lưu."), "finished"),
    ],
    "handed back and passed on": [
        (p("clerk", "deputy"), "presented"),
        (d("deputy", author="deputy"), "directed"),
        (m("hand_back", "lead", UNIT, "head", reason="Sai chức năng."), "presented"),
        (p("deputy", "leader"), "presented"),
        (d(directive="d2", replaces="d1", lead="nv"), "directed"),
    ],
    "taken back at every turn": [
        (p("clerk", "chief"), "presented"),
        (m("take_back", "direct", "chief", "clerk", opened=False), "registered"),
        (p("clerk", "chief"), "presented"),
        (p("chief", "leader"), "presented"),
        (m("take_back", "direct", "leader", "chief", opened=False), "presented"),
        (p("chief", "leader"), "presented"),
        (d(), "directed"),
        (m("take_back", "lead", UNIT, "leader", opened=False), "presented"),
        (d(directive="d2", replaces="d1"), "directed"),
        (ASSIGN, "in_process"),
        (m("take_back", "lead", WORKER, "head", opened=False), "in_process"),
        (m("finish", "lead", UNIT, "head", result="Xong."), "finished"),
    ],
    "replaced while it was being carried out": [
        (p("clerk", "leader"), "presented"),
        (d(), "directed"),
        (ASSIGN, "in_process"),
        (d(directive="d2", replaces="d1", lead="nv"), "directed"),
        (m("receive", "lead", "Desk:nv", "other-head"), "in_process"),
        (d(directive="d3", replaces="d2"), "directed"),
        (m("finish", "lead", UNIT, "head", result="Xong."), "finished"),
    ],
    "a person leads": [
        (p("clerk", "leader"), "presented"),
        (d(lead=WORKER), "directed"),
        (m("finish", "lead", WORKER, WORKER, result="Xong."), "finished"),
    ],
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_stages_of_a_journey(journey, name):
    assert journey.stage == "registered"
    for number, (act, stage) in enumerate(JOURNEYS[name], start=1):
        act(journey)
        assert journey.stage == stage, f"{name}, act {number}"


@pytest.mark.parametrize("name", JOURNEYS)
def test_on_every_way_there_is_one_lead_at_most_and_no_orphan(journey, name):
    for act, _stage in JOURNEYS[name]:
        act(journey)
        uids = {step.uid for step in journey.sheet}
        assert len(uids) == len(journey.sheet)
        assert all(step.parent in uids for step in journey.sheet if step.parent)
        leads = [
            step
            for step in journey.sheet
            if step.action == "lead" and not step.parent and step.state in rules.RUNNING
        ]
        assert len(leads) <= 1
        waiting = [s for s in journey.sheet if s.action == "direct" and s.state == "open"]
        assert len(waiting) + len(leads) <= 1


@pytest.mark.parametrize("name", JOURNEYS)
def test_what_has_ended_says_when_and_by_whom(journey, name):
    for act, _stage in JOURNEYS[name]:
        act(journey)
    for step in journey.sheet:
        ended = step.state not in rules.RUNNING
        assert (step.finished_at is not None) is ended
        assert bool(step.finished_by) is ended


def test_children_of_a_step(assigned):
    unit, child = assigned.step("lead", UNIT), assigned.step("lead", WORKER)
    assert rules.children(assigned.sheet, unit.uid) == [child]
    assert rules.children(assigned.sheet, child.uid) == []
