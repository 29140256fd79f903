"""POST @correct."""

from vanphong.incoming import actions
from vanphong.incoming.services.sent import fields_of
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService


class CorrectPost(ActService):
    """Correct those fields that are sent; the old values stay in the trail."""

    act = "correct"

    def perform(self):
        """The corrected document."""
        actions.correct(self.context, fields_of(self.body), distinct=self.body.text("distinct"))
        return shown(self.context, self.request)
