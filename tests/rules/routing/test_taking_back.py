"""Taking back what nobody has opened (lấy lại)."""

from contextlib import suppress
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
import pytest


@pytest.mark.parametrize("action", ["lead", "coordinate", "inform"])
def test_not_when_somebody_has_opened_it(directed, action):
    before = directed.sheet
    with pytest.raises(Conflict, match="has opened it already"):
        directed.do("take_back", directed.step(action), "leader", opened=True)
    assert directed.sheet is before


def test_not_when_it_was_received(directed):
    lead = directed.step("lead")
    directed.do("receive", lead, "head")
    with pytest.raises(Conflict, match="being handled"):
        directed.do("take_back", lead, "leader", opened=False)


def test_the_holder_cannot(directed):
    with pytest.raises(NotAllowed):
        directed.do("take_back", directed.step("lead"), "head", opened=False)


def test_the_clerk_takes_back_the_presentation(journey):
    step = journey.present()
    journey.do("take_back", step, "clerk", opened=False)
    assert journey.again(step).state == "cancelled"
    assert journey.stage == "registered"


def test_who_passed_it_on_has_it_again(journey):
    journey.present("clerk", "chief")
    passed = journey.present("chief", "leader")
    again = journey.do("take_back", passed, "chief", opened=False)
    assert (again.action, again.actor, again.state) == ("direct", "chief", "open")
    assert journey.stage == "presented"
    journey.direct(user="chief", author="chief")
    assert journey.stage == "directed"


@pytest.mark.parametrize("user", ["leader", "clerk"])
def test_the_leader_directs_anew_when_the_lead_is_taken_back(journey, user):
    journey.present()
    lead = journey.direct(user=user, author="leader")
    again = journey.do("take_back", lead, user, opened=False)
    assert journey.again(lead).state == "cancelled"
    assert (again.action, again.actor) == ("direct", "leader")
    assert journey.stage == "presented"


@pytest.mark.parametrize("action", ["coordinate", "inform"])
def test_the_others_go_on_when_one_of_them_is_taken_back(directed, action):
    number = len(directed.sheet)
    directed.do("take_back", directed.step(action), "leader", opened=False)
    assert directed.step(action).state == "cancelled"
    assert len(directed.sheet) == number
    assert directed.stage == "directed"


def test_the_head_takes_back_what_a_person_was_given(assigned):
    parent, child = assigned.step("lead", "Desk:vhtt"), assigned.step("lead", "worker")
    assigned.do("take_back", child, "head", opened=False)
    assert assigned.again(child).state == "cancelled"
    assert assigned.again(parent).state == "received"
    assert assigned.stage == "in_process"


def test_an_extension_asked_for_is_not_to_be_decided_any_more(assigned):
    child = assigned.step("lead", "worker")
    decision = assigned.do("ask_extension", child, "worker", due=assigned.day(5, 18), reason="Chờ.")
    assigned.do("take_back", child, "head", opened=False)
    assert assigned.again(decision).state == "cancelled"


def test_what_was_handed_back_cannot_be_lost_by_taking_it_back(directed):
    back = directed.do("hand_back", directed.step("lead"), "head", reason="Không thuộc chức năng.")
    with suppress(OfficeError):
        directed.do("take_back", back, "head", opened=False)
    assert directed.stage in ("presented", "directed", "in_process")


def test_a_directive_taken_back_cannot_be_lost_by_taking_it_back_again(directed):
    again = directed.do("take_back", directed.step("lead"), "leader", opened=False)
    with suppress(OfficeError):
        directed.do("take_back", again, "leader", opened=False)
    assert directed.stage in ("presented", "registered")
