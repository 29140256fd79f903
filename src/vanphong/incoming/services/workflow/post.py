"""POST @workflow/<transition>."""

from vanphong.incoming.stages import OUTSIDE
from vanphong.incoming.stages import STAGES
from vanphong.errors import Conflict
from vanphong.ledger.services import ActService


class WorkflowPost(ActService):
    """Refused for everybody, whatever the state: no transition stands for itself."""

    act = "move"
    takes = 1

    def perform(self):
        """Say what moves a document instead."""
        raise Conflict(OUTSIDE, rule=STAGES)
