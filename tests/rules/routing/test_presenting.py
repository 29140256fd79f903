"""Presenting, and passing on what was presented (Decree 30/2020, Article 23)."""

from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
import pytest


def test_the_clerk_presents_to_one_leader(journey):
    step = journey.present("clerk", "leader", note="Kính trình.")
    assert (step.action, step.state, step.actor, step.giver) == (
        "direct",
        "open",
        "leader",
        "clerk",
    )
    assert (step.giver_title, step.instruction, step.parent) == ("Văn thư", "Kính trình.", "")
    assert journey.stage == "presented"


def test_the_holder_passes_on(journey):
    first = journey.present("clerk", "chief")
    second = journey.present("chief", "leader", note="Xin ý kiến.")
    assert journey.again(first).state == "done"
    assert journey.again(first).result == "Xin ý kiến."
    assert (second.actor, second.giver, second.state) == ("leader", "chief", "open")
    assert journey.stage == "presented"


@pytest.mark.parametrize("user", ["clerk", "head", "deputy"])
def test_nobody_else_passes_on(journey, user):
    journey.present("clerk", "leader")
    before = journey.sheet
    with pytest.raises(NotAllowed, match="This step is with Chủ tịch"):
        journey.present(user, "chief")
    assert journey.sheet is before


def test_not_twice_to_the_same_leader(journey):
    journey.present("clerk", "leader")
    with pytest.raises(Conflict, match="It lies before Chủ tịch already"):
        journey.present("leader", "leader")


@pytest.mark.parametrize("received", [False, True])
def test_not_while_a_directive_is_carried_out(directed, received):
    if received:
        directed.do("receive", directed.step("lead"), "head")
    with pytest.raises(Conflict, match="being carried out"):
        directed.present("clerk", "deputy")


def test_again_after_it_was_taken_back(journey):
    step = journey.present("clerk", "leader")
    journey.do("take_back", step, "clerk", opened=False)
    assert journey.stage == "registered"
    assert journey.present("clerk", "deputy").actor == "deputy"
    assert journey.stage == "presented"


def test_not_when_it_is_finished(directed):
    directed.do("finish", directed.step("lead"), "head", result="Xong.")
    with pytest.raises(Conflict):
        directed.present("clerk", "deputy")
