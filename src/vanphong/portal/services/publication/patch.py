"""PATCH @publication."""

from vanphong.ledger.services import ActService
from vanphong.portal import actions
from vanphong.portal.services.shown import given
from vanphong.portal.services.shown import shown


class PublicationPatch(ActService):
    """Change from when to when, under what and with what the document is shown."""

    act = "change_publication"

    def perform(self):
        """The publication; values that are left out stay as they are."""
        actions.change_publication(self.context, **given(self.body, self.context))
        return shown(self.context, self.request)
