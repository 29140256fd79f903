"""Opening and closing a register, which is done by its workflow, leaves a line in the trail."""

from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from vanphong.ledger.acts import done
from vanphong.registers.interfaces import IRegisterMarker


#: The transitions of the register's workflow, and the names of the acts in the trail.
ACTS = {"close": "close_register", "reopen": "reopen_register"}


def record_state(register: IRegisterMarker, event: IAfterTransitionEvent) -> None:
    """Write who closed the register or opened it again."""
    act = ACTS.get(event.transition.id) if event.transition is not None else None
    if act is not None:
        done(act, register, register=register.title)
