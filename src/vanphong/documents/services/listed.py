"""Rows of the index of documents as JSON, and the lists of them that a body has."""

from collections.abc import Collection
from plone import api
from vanphong.documents import rules
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.ui.services import OfficeService
from vanphong.ui.services import address
from vanphong.ui.services import iso
from vanphong.ui.services import titled


PLAIN = (
    "number",
    "suffix",
    "label",
    "subject",
    "symbol",
    "organ_name",
    "document_type",
    "document_identifier",
    "register_uid",
    "period",
    "has_file",
)


class DocumentsGet(OfficeService):
    """The documents of a body in one direction, the newest first.

    With ``own`` those of the unit itself. A subclass gives ``name``, ``direction``,
    ``tokens`` and ``shown_row``.
    """

    #: Name of the service, without its @.
    name = ""
    #: As the index says it: ``in`` or ``out``.
    direction = ""

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        body = self.context if self.query.flag("own") else directory.body_of(self.context)
        tokens, filters = self.tokens(body), self._filters()
        number = self.query.whole("page", 1)
        asked = (body.UID(), self.direction)
        page = documents.list_documents(*asked, tokens=tokens, filters=filters, page=number)
        return {
            "@id": f"{self.context.absolute_url()}/@{self.name}",
            "page": page.number,
            "more": page.more,
            "items_total": documents.count_documents(*asked, tokens=tokens, filters=filters),
            "items": [self.shown_row(row) for row in page.rows],
        }

    def tokens(self, body) -> Collection[str] | None:
        """Actor tokens by which the person reads documents of the body; None reads all."""
        raise NotImplementedError

    def shown_row(self, row: dict) -> dict:
        """A row of the index as JSON."""
        raise NotImplementedError

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


def shown_row(row: dict, portal_type: str, dated: Collection[str], request) -> dict:
    """What rows of all documents have in common.

    :param dated: columns of dates and moments that are told.
    """
    urgency = rules.URGENCY[row["urgency"]]
    return {
        "@id": address(row["path"], request),
        "@type": portal_type,
        "UID": row["document_uid"],
        "urgency": titled(urgency.code, urgency.label, request),
        "state": shown_state(row["state"], portal_type),
        **{name: row[name] for name in PLAIN},
        **{name: iso(row[name]) for name in dated},
    }


def shown_state(state: str, portal_type: str) -> dict[str, str]:
    """A state of the workflow, with the title that the administrator gave it."""
    workflow = api.portal.get_tool("portal_workflow")
    return {"token": state, "title": workflow.getTitleForStateOnType(state, portal_type)}
