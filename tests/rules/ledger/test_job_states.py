from datetime import datetime
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.ledger import rules
import pytest


NOW = datetime(2026, 3, 2, 7, 30, tzinfo=clock.TZ)

STATES = ("waiting", "running", "done", "failed", "stopped")

ADMITTED = {
    ("stop", "waiting"): "stopped",
    ("stop", "running"): "stopped",
    ("resume", "stopped"): "waiting",
    ("retry", "failed"): "waiting",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("act", ["stop", "resume", "retry"])
def test_what_a_state_admits(act, state):
    assert (act in rules.acts_on(state)) is ((act, state) in ADMITTED)
    if (act, state) in ADMITTED:
        assert rules.after(act, state) == ADMITTED[act, state]
    else:
        with pytest.raises(Conflict):
            rules.after(act, state)


@pytest.mark.parametrize(
    ("state", "finished", "again", "then"),
    [
        ("running", False, False, "running"),
        ("running", False, True, "running"),
        ("running", True, False, "done"),
        ("running", True, True, "waiting"),
        ("stopped", False, False, "stopped"),
        ("stopped", False, True, "stopped"),
        ("stopped", True, False, "done"),
        ("stopped", True, True, "done"),
    ],
)
def test_after_a_batch(state, finished, again, then):
    assert rules.after_batch(state, finished=finished, again=again) == then


@pytest.mark.parametrize(
    ("state", "tries", "final", "then", "seconds"),
    [
        ("running", 0, False, "waiting", 10),
        ("running", 1, False, "waiting", 60),
        ("running", 2, False, "waiting", 300),
        ("running", 3, False, "waiting", 900),
        ("running", 4, False, "waiting", 3600),
        ("running", 5, False, "failed", 0),
        ("running", 0, True, "failed", 0),
        ("stopped", 0, False, "stopped", 0),
        ("stopped", 0, True, "stopped", 0),
    ],
)
def test_after_a_failure(state, tries, final, then, seconds):
    setback = rules.after_failure(state, tries, NOW, final=final)
    assert (setback.state, setback.tries) == (then, tries + 1)
    assert (setback.due_at - NOW).total_seconds() == seconds


def test_every_state_has_its_words():
    assert set(rules.STATE_TEXTS) == set(STATES)
