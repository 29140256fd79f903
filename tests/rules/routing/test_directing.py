"""The directive: one lead, others beside it, in a time (Decree 30/2020, Article 23)."""

from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
import pytest


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 23"


def test_a_directive_opens_one_step_for_each(journey):
    waiting = journey.present()
    due = journey.day(7)
    journey.direct(coordinators=["nv", "tckh"], inform=["chief", "xa"], due=due)
    opened = [(step.action, step.actor, step.due) for step in journey.sheet[1:]]
    assert opened == [
        ("lead", "Desk:vhtt", due),
        ("coordinate", "Desk:nv", due),
        ("coordinate", "Desk:tckh", due),
        ("inform", "chief", None),
        ("inform", "Desk:xa", None),
    ]
    assert {step.directive for step in journey.sheet[1:]} == {"d1"}
    assert {step.giver for step in journey.sheet[1:]} == {"leader"}
    assert {step.entered_by for step in journey.sheet[1:]} == {""}
    ended = journey.again(waiting)
    assert (ended.state, ended.finished_by) == ("done", "Chủ tịch")


def test_a_clerk_enters_it_for_the_leader(journey):
    journey.present()
    lead = journey.direct(user="clerk", author="leader")
    assert (lead.giver, lead.giver_title, lead.entered_by) == ("leader", "Chủ tịch", "clerk")


@pytest.mark.parametrize(
    ("cast", "text", "field"),
    [
        ({"lead": ()}, "Name the one unit", "lead"),
        ({"lead": (), "coordinators": ["nv"]}, "Name the one unit", "lead"),
        ({"lead": ("vhtt", "nv")}, "Only one unit or person leads; vhtt, nv", "lead"),
        ({"coordinators": ["vhtt"]}, "vhtt is named twice", "coordinate"),
        ({"inform": ["vhtt"]}, "vhtt is named twice", "inform"),
        ({"coordinators": ["nv", "nv"]}, "nv is named twice", "coordinate"),
        ({"coordinators": ["nv"], "inform": ["nv"]}, "nv is named twice", "inform"),
    ],
)
def test_exactly_one_lead_and_nobody_twice(journey, cast, text, field):
    journey.present()
    before = journey.sheet
    with pytest.raises(RuleBroken) as refusal:
        journey.direct(**cast)
    assert text in str(refusal.value)
    assert (refusal.value.field, refusal.value.rule) == (field, ARTICLE)
    assert journey.sheet is before


@pytest.mark.parametrize("lead", ["vhtt", "worker"])
def test_the_lead_is_a_unit_or_a_person(journey, lead):
    journey.present()
    assert journey.direct(lead=lead).actor in ("Desk:vhtt", "worker")


def test_not_before_it_was_presented(journey):
    with pytest.raises(Conflict, match="has not been presented"):
        journey.direct()


def test_not_beside_another_directive(directed):
    for replaces in ("", "another"):
        with pytest.raises(Conflict, match="vhtt leads already"):
            directed.direct(directive="d2", replaces=replaces)


def test_one_directive_replaces_another(assigned):
    child = assigned.step("lead", "worker")
    assigned.do("ask_extension", child, "worker", due=assigned.day(9), reason="Chờ số liệu.")
    assert assigned.stage == "in_process"
    new = assigned.direct(lead="nv", directive="d2", replaces="d1")
    old = [step for step in assigned.sheet if step.directive == "d1"]
    assert len(old) == 5  # lead, coordinate, inform, the worker's, the extension to decide
    assert {step.state for step in old} == {"cancelled"}
    assert {step.finished_by for step in old} == {"Chủ tịch"}
    assert (new.actor, new.state) == ("Desk:nv", "open")
    assert assigned.stage == "directed"


def test_what_was_done_under_the_old_directive_stays_done(directed):
    directed.do("finish", directed.step("inform"), "chief")
    directed.do("finish", directed.step("coordinate"), "other-head", result="Đã góp ý.")
    directed.direct(lead="nv", directive="d2", replaces="d1")
    states = {step.action: step.state for step in directed.sheet if step.directive == "d1"}
    assert states == {"lead": "cancelled", "coordinate": "done", "inform": "done"}


def test_directing_anew_after_the_lead_was_handed_back(directed):
    directed.do("hand_back", directed.step("lead"), "head", reason="Không đúng chức năng.")
    assert directed.stage == "presented"
    new = directed.direct(lead="tckh", directive="d2", replaces="d1")
    assert directed.stage == "directed"
    assert directed.step("coordinate").state == "cancelled"
    assert (new.actor, new.directive) == ("Desk:tckh", "d2")


def test_what_is_finished_is_not_directed_anew(directed):
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    with pytest.raises(Conflict):
        directed.direct(directive="d2", replaces="d1")
