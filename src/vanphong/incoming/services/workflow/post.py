"""POST @workflow/<transition>."""

from vanphong.routing.stages import refuse_move
from vanphong.ui.services import OfficeService


class WorkflowPost(OfficeService):
    """Refused for everybody, whatever the state: no transition stands for itself."""

    takes = 1

    def answer(self):
        """Say what moves a document instead."""
        refuse_move(self.context)
