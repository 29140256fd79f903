"""Plone's own GET @search: asked for the words of documents, it is the office's search.

Programs that know plone.restapi alone find documents with it, in its own format.
"""

from AccessControl import getSecurityManager
from plone.restapi.services.search.get import SearchGet
from vanphong.documents import results
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.errors import InvalidInput
from vanphong.ledger import search as engine
from vanphong.organisation import people
from vanphong.ui import errors
from vanphong.ui.given import Given
from vanphong.ui.services import address


#: What a search by words may ask for beside them; anything else is a question to the catalogue.
BESIDE = {"portal_type", "b_start", "b_size", "sort_on", "sort_order", "metadata_fields"}

#: Orders of Plone that are ours, too; by default Plone answers by relevance.
ORDERS = {"": "relevance", "relevance": "relevance", "Date": "newest", "created": "newest"}


class SiteSearchGet(SearchGet):
    """The office's search for who uses the office; else Plone's."""

    def reply(self):
        """A batch of results as plone.restapi shows them."""
        if not self._is_ours():
            return super().reply()
        self.request.response.setHeader("Cache-Control", "private, no-store")
        try:
            return self._answer(Given(self.request.form))
        except InvalidInput as problem:
            self.request.response.setStatus(problem.status)
            return {"type": "BadRequest", "message": errors.message(problem, self.request)}

    def _is_ours(self) -> bool:
        form = self.request.form
        text, types = form.get("SearchableText"), form.get("portal_type", [])
        types = [types] if isinstance(types, str) else types
        return (
            isinstance(text, str)
            and bool(text.strip())
            and set(form) <= {"SearchableText", *BESIDE}
            and form.get("sort_on", "") in ORDERS
            and isinstance(types, list)
            and set(types) <= set(search.TYPES.values())
            and bool(getSecurityManager().checkPermission("vanphong: Use Office", self.context))
        )

    def _answer(self, given: Given) -> dict:
        me = people.me()
        types = given.texts("portal_type")
        criteria = engine.Criteria(
            words=rules.parse_query(given.text("SearchableText").rstrip("*")).words,
            directions=tuple(way for way, name in search.TYPES.items() if name in types),
        )
        size = min(max(given.whole("b_size", engine.SIZE), 1), engine.LARGEST)
        page = max(given.whole("b_start", 0), 0) // size + 1
        reader, order = search.reader_of(me), ORDERS[given.text("sort_on")]
        found = engine.find(criteria, reader, order=order, page=page, size=size)
        said = results.texts(found.rows)
        url = f"{self.context.absolute_url()}/@search"
        return {
            "@id": url,
            "items": [self._item(*pair) for pair in zip(found.rows, said, strict=True)],
            "items_total": self._total(criteria, reader, found),
            "more": found.more,
        }

    def _item(self, row: dict, texts: dict) -> dict:
        return {
            "@id": address(row["path"], self.request),
            "@type": search.TYPES.get(row["direction"], ""),
            "UID": row["document_uid"],
            "title": row["subject"] or row["symbol"],
            "description": " · ".join(filter(None, (row["symbol"], row["organ_name"]))),
            "review_state": row["state"],
            "type_title": texts["type"],
        }

    def _total(self, criteria, reader, found: engine.Found) -> int:
        """How many there are; 1001 means "more than 1000"."""
        if not found.more and found.number == 1:
            return len(found.rows)
        return engine.facets(criteria, reader).total
