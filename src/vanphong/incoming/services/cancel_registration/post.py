"""POST @cancel-registration."""

from vanphong.incoming import actions
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService


class CancelPost(ActService):
    """Cancel a mistaken registration, with the reason."""

    act = "cancel_registration"

    def perform(self):
        """The document, whose number is void."""
        actions.cancel_registration(self.context, reason=self.body.text("reason"))
        return shown(self.context, self.request)
