"""GET @outgoing."""

from vanphong.documents import rules
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing.services.shown import shown_row
from vanphong.ui.services import OfficeService


class OutgoingGet(OfficeService):
    """The outgoing documents of a body that this person may read, the newest first.

    With ``own`` those that the unit issues in its own name.
    """

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        unit = self.context
        issuing = unit if self.query.flag("own") else directory.body_of(unit)
        tokens, filters = people.me().tokens, self._filters()
        number = self.query.whole("page", 1)
        page = documents.list_documents(
            issuing.UID(), "out", tokens=tokens, filters=filters, page=number
        )
        total = documents.count_documents(issuing.UID(), "out", tokens=tokens, filters=filters)
        return {
            "@id": f"{unit.absolute_url()}/@outgoing",
            "page": page.number,
            "more": page.more,
            "items_total": total,
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
