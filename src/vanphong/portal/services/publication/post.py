"""POST @review and @unpublish."""

from vanphong.ledger.services import ActService
from vanphong.portal import actions
from vanphong.portal.services.shown import shown


class ReviewPost(ActService):
    """Let through what waits for review, or send it back."""

    act = "approve_publication"

    def perform(self):
        """The publication."""
        accept = "accept" not in self.body or self.body.flag("accept")
        actions.approve_publication(self.context, accept=accept, reason=self.body.text("reason"))
        return shown(self.context, self.request)


class UnpublishPost(ActService):
    """Withdraw a document from the portal."""

    act = "unpublish"

    def perform(self):
        """The publication."""
        actions.unpublish(self.context, reason=self.body.text("reason"))
        return shown(self.context, self.request)
