"""Those who coordinate (phối hợp): what happens to them when the lead ends."""

from vanphong.routing.rules.extensions import close_decisions
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended


def end_coordination(sheet: Sheet, by: By, state: State, comment: str = "") -> Sheet:
    """End what coordinates with a lead that has ended, requests for more time included."""
    running = [step for step in sheet if step.action is Action.COORDINATE and step.state in RUNNING]
    sheet = change(sheet, *(ended(step, by, state, comment=comment) for step in running))
    for step in running:
        sheet = close_decisions(sheet, step.uid, by)
    return sheet
