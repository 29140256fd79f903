"""What a task asks for: reach, parts, progress, checklist, end."""

from datetime import UTC
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.tasks.rules import tasks as rules
import pytest


NOW = datetime(2024, 8, 14, 8, tzinfo=UTC)
LATER = datetime(2024, 8, 20, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "reach, unit, person, allowed",
    [
        (rules.Reach(everybody=True), "vhtt", "", True),
        (rules.Reach(units=frozenset({"vhtt"})), "vhtt", "", True),
        (rules.Reach(units=frozenset({"vhtt"})), "noivu", "", False),
        (rules.Reach(people=frozenset({"cv1"})), "", "cv1", True),
        (rules.Reach(people=frozenset({"cv1"})), "", "cv2", False),
    ],
)
def test_reach(reach, unit, person, allowed):
    if allowed:
        rules.check_reach(reach, unit, person, "x")
    else:
        with pytest.raises(NotAllowed):
            rules.check_reach(reach, unit, person, "x")


@pytest.mark.parametrize(
    "due, whole, right",
    [
        (NOW, LATER, True),
        (LATER, LATER, True),
        (LATER, NOW, False),
        (None, NOW, False),
        (None, None, True),
    ],
)
def test_parts_are_due_within_the_whole(due, whole, right):
    if right:
        rules.check_under(due, whole)
    else:
        with pytest.raises(RuleBroken):
            rules.check_under(due, whole)


@pytest.mark.parametrize("percent, note", [(None, "x"), (-1, "x"), (101, "x"), (50, " ")])
def test_progress_that_is_refused(percent, note):
    with pytest.raises(InvalidInput):
        rules.check_percent(percent, note)


def test_a_checklist_keeps_its_ticks():
    items = rules.checklist(["Một", " Hai  hai ", ""], ())
    assert [one.text for one in items] == ["Một", "Hai hai"]
    items = rules.tick(items, items[0].uid, done=True, at=NOW, by="cv1")
    again = rules.checklist(["Ba", "Một"], items)
    assert [(one.text, one.done_by) for one in again] == [("Ba", ""), ("Một", "cv1")]
    assert rules.tick(again, again[1].uid, done=False, at=NOW, by="cv1")[1].done_at is None
    with pytest.raises(InvalidInput):
        rules.tick(items, "khong-co", done=True, at=NOW, by="cv1")


@pytest.mark.parametrize("texts", [["a", "a"], ["x" * 301], [str(n) for n in range(51)]])
def test_checklists_that_are_refused(texts):
    with pytest.raises(InvalidInput):
        rules.checklist(texts, ())


@pytest.mark.parametrize("running, unticked", [(1, 0), (0, 2)])
def test_the_end_waits_for_what_is_left(running, unticked):
    with pytest.raises(RuleBroken):
        rules.check_end(running, unticked)


@pytest.mark.parametrize("state, running", [("finished", 0), ("cancelled", 0), ("open", 1)])
def test_what_is_not_cancelled(state, running):
    with pytest.raises(Conflict):
        rules.check_cancel(state, running)


@pytest.mark.parametrize("text", [" ", "x" * 2001])
def test_texts_that_are_refused(text):
    with pytest.raises(RuleBroken):
        rules.check_text(text)
