"""DELETE @saved-searches/<uid>."""

from vanphong.documents import actions
from vanphong.ledger.services import ActService


class SavedSearchesDelete(ActService):
    """Forget a search of one's own."""

    act = "delete_search"
    takes = 1

    def perform(self):
        """Nothing is left to show."""
        actions.delete_search(self.context, "".join(self.path))
        self.request.response.setStatus(204)
