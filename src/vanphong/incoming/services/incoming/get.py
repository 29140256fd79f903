"""GET @incoming."""

from vanphong.documents import rules
from vanphong.documents.browser.scope import scope
from vanphong.incoming.services.shown import shown_row
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.ui.services import OfficeService


class IncomingGet(OfficeService):
    """The incoming documents of the body, the newest first.

    With ``own`` those that the unit itself has received.
    """

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        own = self.query.flag("own")
        body = self.context if own else directory.body_of(self.context)
        tokens = scope(body).tokens
        filters = self._filters()
        page = documents.list_documents(
            body.UID(), "in", tokens=tokens, filters=filters, page=self.query.whole("page", 1)
        )
        return {
            "@id": f"{self.context.absolute_url()}/@incoming",
            "page": page.number,
            "more": page.more,
            "items_total": documents.count_documents(
                body.UID(), "in", tokens=tokens, filters=filters
            ),
            "items": [shown_row(row, self.request) for row in page.rows],
        }

    def _filters(self) -> documents.Filters:
        query = self.query
        urgency = query.text("urgency")
        return documents.Filters(
            states=tuple(query.texts("state")),
            urgency=rules.urgency_of(urgency).number if urgency else None,
            register_uid=query.text("register"),
            period=query.text("period"),
            words=tuple(rules.fold(query.text("q")).split()),
            since=query.day("since"),
            until=query.day("until"),
        )
