"""How a sheet stands: who gave what, what runs, and which stage of the law that means."""

from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import find


def was_seen(step: Step) -> bool:
    """Whether the holder keeps the right to read: not when it was taken back unreceived."""
    return step.state is not State.CANCELLED or step.received_at is not None


def gave(sheet: Sheet, step: Step, user_id: str) -> bool:
    """Whether this person gave the step, entered it for the giver, or gave one above it."""
    if user_id in (step.giver, step.entered_by):
        return True
    return bool(step.parent) and gave(sheet, find(sheet, step.parent), user_id)


def leading(sheet: Sheet) -> Step | None:
    """The running lead step of the directive in force, if any."""
    for step in sheet:
        if step.action is Action.LEAD and not step.parent and step.state in RUNNING:
            return step
    return None


def awaiting_direction(sheet: Sheet) -> Step | None:
    """The open step that waits for a leader's directive, if any."""
    for step in sheet:
        if step.action is Action.DIRECT and step.state is State.OPEN:
            return step
    return None


def is_under_way(sheet: Sheet) -> bool:
    """Whether somebody has to act on the document, or nobody has yet."""
    return any(step.state in RUNNING for step in sheet) or not any(
        step.state is State.DONE for step in sheet
    )


def stage(sheet: Sheet) -> str:
    """The stage of the law that a document with this sheet is in.

    One of registered, presented, directed, in_process, finished (Decree 30/2020,
    Articles 22 to 24).
    """
    lead = leading(sheet)
    if lead is not None:
        return "directed" if lead.state is State.OPEN else "in_process"
    if awaiting_direction(sheet) is not None:
        return "presented"
    ended = any(
        step.state is State.DONE and not step.parent and step.action in (Action.LEAD, Action.DIRECT)
        for step in sheet
    )
    return "finished" if ended else "registered"
