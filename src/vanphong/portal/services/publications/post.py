"""POST @publish."""

from vanphong.ledger.services import ActService
from vanphong.portal import actions
from vanphong.portal.services.shown import given
from vanphong.portal.services.shown import shown


class PublishPost(ActService):
    """Publish an issued document."""

    act = "publish"

    def perform(self):
        """The publication."""
        made = actions.publish(self.context, **given(self.body))
        self.created(made.absolute_url())
        return shown(made, self.request)
