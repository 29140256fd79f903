"""What becomes of a background job: its states, and when it is tried again."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from vanphong.errors import Conflict
from vanphong.errors import mark as _


#: Where a job stands. A running one may be between two of its batches.
WAITING = "waiting"
RUNNING = "running"
DONE = "done"
FAILED = "failed"
STOPPED = "stopped"

STATE_TEXTS = {
    FAILED: _("Failed"),
    RUNNING: _("Running"),
    WAITING: _("Waiting its turn"),
    STOPPED: _("Stopped"),
    DONE: _("Completed"),
}

#: States of a job that will go on by itself; of one kind and key there is one such job.
OPEN = (WAITING, RUNNING)

#: How long a job waits after each failure; the next failure is the last one.
PAUSES = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
)

#: What a person may do with a job, and where that leads.
ACTS: dict[str, dict[str, str]] = {
    "stop": {WAITING: STOPPED, RUNNING: STOPPED},
    "resume": {STOPPED: WAITING},
    "retry": {FAILED: WAITING},
}


@dataclass(frozen=True)
class Setback:
    """What follows from a failure: the state, the number of failures, and when to try again."""

    state: str
    tries: int
    due_at: datetime


def acts_on(state: str) -> list[str]:
    """The acts that a job in this state admits."""
    return [act for act, ways in ACTS.items() if state in ways]


def after(act: str, state: str) -> str:
    """The state that an act leads to.

    :raises Conflict: when a job in this state does not admit the act.
    """
    ways = ACTS[act]
    if state not in ways:
        raise Conflict(
            _("This is not done with a job in the state “${state}”."),
            state=STATE_TEXTS[state],
        )
    return ways[state]


def after_batch(state: str, *, finished: bool, again: bool) -> str:
    """The state after a batch that went well.

    :param state: the present one; somebody may have stopped the job during the batch.
    :param finished: the batch was the last one.
    :param again: the same was asked for after the job had begun, so its work may miss that.
    """
    if not finished:
        return state
    return WAITING if again and state == RUNNING else DONE


def after_failure(state: str, tries: int, now: datetime, *, final: bool) -> Setback:
    """What follows when a batch has failed.

    :param tries: failures so far, since the last batch that went well.
    :param final: trying again would not help.
    """
    tries += 1
    if state == STOPPED:
        return Setback(STOPPED, tries, now)
    if final or tries > len(PAUSES):
        return Setback(FAILED, tries, now)
    return Setback(WAITING, tries, now + PAUSES[tries - 1])
