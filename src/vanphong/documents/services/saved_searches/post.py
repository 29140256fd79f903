"""POST @saved-searches."""

from vanphong.documents import actions
from vanphong.documents.services.saved_searches.shown import shown
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService


class SavedSearchesPost(ActService):
    """Save a search: ``{"name": "…", "query": {"q": "…"}, "unit_uid": ""}``."""

    act = "save_search"

    def perform(self):
        """The saved search."""
        query = self.body.values.get("query")
        if not isinstance(query, dict):
            raise InvalidInput(
                _("“query” must be an object with the names of filters."), field="query"
            )
        saved = actions.save_search(
            self.context,
            name=self.body.text("name"),
            query=query,
            unit_uid=self.body.text("unit_uid"),
        )
        found = shown(saved, self.context.absolute_url())
        self.created(found["@id"])
        return found
