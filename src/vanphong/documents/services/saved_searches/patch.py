"""PATCH @saved-searches."""

from vanphong.documents import actions
from vanphong.ledger.services import ActService


class SavedSearchesPatch(ActService):
    """Choose the columns of the results: ``{"columns": ["symbol", "subject"]}``."""

    act = "choose_columns"

    def perform(self):
        """Nothing but that it is done."""
        actions.choose_columns(self.context, self.body.texts("columns"))
        return self.reply_no_content()
