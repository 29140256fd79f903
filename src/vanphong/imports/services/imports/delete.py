"""DELETE @imports/<uid>."""

from vanphong.imports import actions
from vanphong.ledger.services import ActService


class ImportsDelete(ActService):
    """Throw a list away; documents that were entered stay."""

    act = "discard_import"
    takes = 1

    def perform(self):
        """Nothing is left to be shown."""
        actions.discard_import(self.context, "".join(self.path))
        self.request.response.setStatus(204)
