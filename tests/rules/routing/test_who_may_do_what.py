"""Every move on every kind of step in every state, and whose step it must be."""

from itertools import product
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.routing import rules
import pytest


RUNNING = "open received assigned"
AWAITING = "open received"

#: The steps of an outgoing document.
CHAIN = ("draft", "opine", "review", "appraise", "approve", "sign", "number")

#: move -> kind of step -> states in which it is allowed
ALLOWED = {
    "receive": {"lead": "open", "coordinate": "open"},
    "assign": {"lead": "open received", "coordinate": "open received"},
    "hand_back": {"lead": "open received", "coordinate": "open received"},
    "ask_extension": {"lead": RUNNING, "coordinate": RUNNING},
    "decide_extension": {"extend": "open"},
    "report": {"lead": "open received", "coordinate": "open received"},
    "finish": {
        "lead": "open received",
        "coordinate": "open received",
        "inform": "open received",
        "direct": "open received",
    },
    "direct": {"direct": "open"},
    "pass_on": {"direct": "open"},
    "take_back": dict.fromkeys(("lead", "coordinate", "inform", "direct", "opine"), "open"),
    "urge": dict.fromkeys(("lead", "coordinate", "direct", *CHAIN), RUNNING),
    "complete": dict.fromkeys(CHAIN, AWAITING),
    "send_back": dict.fromkeys(CHAIN[1:], AWAITING),
    "invite": dict.fromkeys(("draft", "review", "appraise", "approve", "sign"), AWAITING),
    "replace_holder": dict.fromkeys(rules.Action, AWAITING),
}

OWNERS = {"take_back": "leader", "urge": "clerk"}


def test_the_table_names_every_move():
    assert set(ALLOWED) == set(rules.MOVES)


@pytest.mark.parametrize(("move", "action", "state"), product(ALLOWED, rules.Action, rules.State))
def test_move_by_kind_and_state(journey, move, action, state):
    step = journey.alone(action, state)
    by = journey.by(OWNERS.get(move, "head"))
    states = ALLOWED[move].get(action)
    if states is None:
        with pytest.raises(RuleBroken, match="cannot be handled this way"):
            rules.check(journey.sheet, step.uid, move, by)
    elif state not in states.split():
        with pytest.raises(Conflict, match="already"):
            rules.check(journey.sheet, step.uid, move, by)
    else:
        assert rules.check(journey.sheet, step.uid, move, by) is step


@pytest.mark.parametrize(
    ("actor", "may"),
    [
        ("Desk:vhtt", {"head", "unit-clerk"}),
        ("Leaders:vhtt", {"head"}),
        ("Clerks:vhtt", {"unit-clerk"}),
        ("worker", {"worker"}),
    ],
)
@pytest.mark.parametrize("user", ["head", "unit-clerk", "worker", "other-head", "leader", "clerk"])
def test_only_the_holder_receives(journey, actor, may, user):
    step = journey.alone(actor=actor)
    if user in may:
        assert rules.check(journey.sheet, step.uid, "receive", journey.by(user)) is step
        return
    with pytest.raises(NotAllowed, match="This step is with Phòng VH&TT"):
        rules.check(journey.sheet, step.uid, "receive", journey.by(user))


@pytest.mark.parametrize(
    ("user", "may"),
    [("leader", True), ("clerk", True), ("head", False), ("deputy", False)],
)
def test_only_the_giver_or_who_entered_it_takes_back(journey, user, may):
    step = journey.alone(entered_by="clerk")
    if may:
        assert rules.check(journey.sheet, step.uid, "take_back", journey.by(user)) is step
        return
    with pytest.raises(NotAllowed, match="Chủ tịch gave this on"):
        rules.check(journey.sheet, step.uid, "take_back", journey.by(user))


def test_the_holder_is_asked_before_the_state(journey):
    step = journey.alone(state="done")
    with pytest.raises(NotAllowed):
        rules.check(journey.sheet, step.uid, "receive", journey.by("other-head"))


def test_a_step_that_is_not_on_the_sheet(journey):
    journey.alone()
    with pytest.raises(InvalidInput, match="no such step") as refusal:
        rules.check(journey.sheet, "gone", "receive", journey.by("head"))
    assert refusal.value.field == "step"


@pytest.mark.parametrize(
    ("state", "received", "seen"),
    [
        ("open", False, True),
        ("assigned", True, True),
        ("done", False, True),
        ("returned", False, True),
        ("cancelled", False, False),
        ("cancelled", True, True),
    ],
)
def test_who_keeps_the_right_to_read(journey, state, received, seen):
    step = journey.alone(state=state, received_at=journey.now if received else None)
    assert rules.was_seen(step) is seen


def test_open_steps_of_a_person(directed):
    def of(user):
        return [step.action for step in rules.open_steps(directed.sheet, directed.by(user).tokens)]

    assert of("head") == of("unit-clerk") == ["lead"]
    assert of("other-head") == ["coordinate"]
    assert of("chief") == ["inform"]
    assert of("leader") == of("worker") == []


@pytest.mark.parametrize("state", rules.State)
def test_every_state_has_a_text_and_awaits_or_not(journey, state):
    assert rules.STATE_TEXTS[state]
    assert journey.alone(state=state).awaits is (state in ("open", "received"))


@pytest.mark.parametrize("action", rules.Action)
def test_every_action_has_a_text(action):
    assert rules.ACTION_TEXTS[action]
