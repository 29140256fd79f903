"""POST @search-exports."""

from vanphong.documents import actions
from vanphong.documents.services.search_exports.shown import shown
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService


class SearchExportsPost(ActService):
    """Have a file made: ``{"kind": "xlsx", "query": {"q": "…"}, "columns": ["number"]}``."""

    act = "export_results"

    def perform(self):
        """How it stands."""
        query = self.body.values.get("query", {})
        if not isinstance(query, dict):
            raise InvalidInput(
                _("“query” must be an object with the names of filters."), field="query"
            )
        uid = actions.export_results(
            self.context,
            kind=self.body.text("kind"),
            query=query,
            columns=self.body.texts("columns"),
        )
        found = shown(self, uid)
        self.created(found["@id"])
        return found
