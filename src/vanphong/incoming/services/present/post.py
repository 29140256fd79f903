"""POST @present."""

from vanphong.incoming import actions
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService


class PresentPost(ActService):
    """Present the document to one leader."""

    act = "present"

    def perform(self):
        """The presented document."""
        actions.present(self.context, self.body.text("to"), note=self.body.text("note"))
        return shown(self.context, self.request)
