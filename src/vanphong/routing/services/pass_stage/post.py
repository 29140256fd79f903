"""POST @pass-stage."""

from vanphong.ledger.services import ActService
from vanphong.routing import stage_actions
from vanphong.routing.interfaces import IStages
from vanphong.routing.stages import state_title


class PassStagePost(ActService):
    """Pass the document on, with a comment if one is sent."""

    act = "pass_stage"

    def perform(self):
        """The state in which it is now."""
        state = stage_actions.pass_stage(self.context, comment=self.body.text("comment"))
        title = state_title(IStages(self.context).workflow, state)
        return {"@id": self.context.absolute_url(), "state": {"token": state, "title": title}}
