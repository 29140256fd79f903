from vanphong.attachments.rules import CHECK
from vanphong.attachments.rules import PREVIEW
from vanphong.attachments.rules import READ
from vanphong.attachments.rules import WHY
from vanphong.attachments.rules import Progress
from vanphong.attachments.rules import State
from vanphong.attachments.rules import held
from vanphong.attachments.rules import released
from vanphong.attachments.rules.progress import BY_NATURE
import pytest


def progress(check, read, preview):
    """From words such as ``"failed crash"``."""
    found = Progress()
    for name, said in ((CHECK, check), (READ, read), (PREVIEW, preview)):
        state, _space, why = said.partition(" ")
        found = found.to(name, State(state), why)
    return found


@pytest.mark.parametrize(
    ("stages", "next_", "may_retry", "is_unread", "summary"),
    [
        (("waiting", "waiting", "waiting"), CHECK, False, False, "waiting"),
        (("done", "waiting", "waiting"), READ, False, False, "waiting"),
        (("done", "running", "waiting"), READ, False, False, "running"),
        (("done", "done", "waiting"), PREVIEW, False, False, "waiting"),
        (("done", "done", "done"), "", False, False, "done"),
        (("done", "failed crash", "done"), "", True, True, "failed"),
        (("done", "skipped no-tesseract", "done"), "", True, True, "done"),
        (("done", "skipped no-reader", "skipped no-pages"), "", False, False, "skipped"),
        (("done", "skipped no-text", "done"), "", False, False, "done"),
        (("skipped no-scanner", "done", "done"), "", True, False, "done"),
        (("skipped scanning-off", "done", "done"), "", False, False, "done"),
        (("done", "done many-pages", "failed timeout"), "", True, False, "failed"),
    ],
)
def test_what_comes_next_and_what_can_be_tried_again(stages, next_, may_retry, is_unread, summary):
    found = progress(*stages)
    assert found.next == next_
    assert found.may_retry is may_retry
    assert found.is_unread is is_unread
    assert found.summary.state == summary


def test_again_begins_only_with_what_went_wrong():
    found = progress("done", "failed crash", "skipped no-soffice").again()
    assert [one.state for one in found.stages] == ["done", "waiting", "waiting"]
    assert found.of(READ).why == ""


def test_what_is_held_goes_on_when_it_is_let_out():
    found = held("no-scanner")
    assert found.next == ""
    assert not found.to(READ, State.DONE).next
    out = released(found, State.DONE)
    assert out.of(CHECK).state == State.DONE
    assert out.next == READ


def test_every_reason_is_said():
    assert set(WHY) >= BY_NATURE
    assert all(text and text[0].islower() for text in WHY.values())
