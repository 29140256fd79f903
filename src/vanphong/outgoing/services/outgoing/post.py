"""POST @outgoing."""

from vanphong.attachments.services.sent import SentFiles
from vanphong.ledger.services import ActService
from vanphong.outgoing import actions
from vanphong.outgoing.services.sent import fields_of
from vanphong.outgoing.services.shown import shown


class OutgoingPost(ActService):
    """Begin a draft in this unit."""

    act = "create_draft"

    def perform(self):
        """The new document."""
        document = actions.create_draft(
            self.context,
            fields_of(self.body),
            SentFiles(self.body),
            reply_to=self.body.text("reply_to"),
            overlap_reason=self.body.text("overlap_reason"),
        )
        self.created(document.absolute_url())
        return shown(document, self.request)
