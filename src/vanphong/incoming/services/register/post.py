"""POST @register."""

from vanphong.incoming import actions
from vanphong.incoming.services.sent import SentFiles
from vanphong.incoming.services.sent import fields_of
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService


class RegisterPost(ActService):
    """Register a document that waits; fields that are sent replace what it has."""

    act = "register"

    def perform(self):
        """The document with its number."""
        document = actions.register(
            self.context,
            fields_of(self.body),
            SentFiles(self.body),
            distinct=self.body.text("distinct"),
            present_to=self.body.text("present_to"),
        )
        return shown(document, self.request)
