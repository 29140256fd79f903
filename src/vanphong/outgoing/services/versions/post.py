"""POST @versions."""

from vanphong.attachments.services.sent import SentFiles
from vanphong.ledger.services import ActService
from vanphong.outgoing import actions
from vanphong.outgoing.services.shown import shown_version


class VersionsPost(ActService):
    """Give the draft a new version."""

    act = "add_version"

    def perform(self):
        """The version."""
        note = self.body.text("note")
        version = actions.add_version(self.context, SentFiles(self.body), note=note)
        self.created(f"{self.context.absolute_url()}/@versions")
        return shown_version(version, self.context)
