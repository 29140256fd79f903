"""POST @return-to-sender."""

from vanphong.incoming import actions
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService


class ReturnPost(ActService):
    """Return a document that is not registered, with the reason."""

    act = "return_to_sender"

    def perform(self):
        """The returned document."""
        actions.return_to_sender(self.context, reason=self.body.text("reason"))
        return shown(self.context, self.request)
