"""GET @search-documents."""

from collections.abc import Iterable
from dataclasses import replace
from vanphong.documents import results
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.ledger import search as engine
from vanphong.organisation import people
from vanphong.ui.services import OfficeService
from vanphong.ui.services import address
from vanphong.ui.services import iso
from vanphong.ui.services import titled


PLAIN = (
    "number",
    "label",
    "symbol",
    "subject",
    "organ_name",
    "document_type",
    "direction",
    "body_uid",
    "register_uid",
    "period",
    "field",
    "has_file",
)

DATED = ("issued_date", "arrived_at", "registered_at", "due_at")


class SearchGet(OfficeService):
    """One page of the results; ``facets=1`` counts them, too.

    ``items_total`` above 1000 means "more than 1000", and the facets are those of the 1,000
    newest then.
    """

    def answer(self):
        """The results with their snippets."""
        me = people.me()
        criteria, reader = search.criteria(self.query, me), search.reader_of(me)
        found = engine.find(
            criteria,
            reader,
            order=search.order(self.query),
            page=self.query.whole("page", 1),
            size=self.query.whole("size", engine.SIZE),
        )
        words = criteria.words.folded() if found.loosened else criteria.words
        answer = {
            "@id": f"{self.context.absolute_url()}/@search-documents",
            "page": found.number,
            "size": found.size,
            "more": found.more,
            "loosened": found.loosened,
            "only_newest": found.cut,
            "cut": rules.parse_query(self.query.text("q")).cut,
            "items": self._items(found.rows, words),
        }
        if self.query.flag("facets"):
            answer |= _counted(engine.facets(replace(criteria, words=words), reader))
        return answer

    def _items(self, rows: list[dict], words) -> list[dict]:
        bodies = engine.bodies([row["document_uid"] for row in rows]) if words.terms else {}
        said = results.texts(rows)
        return [
            self._item(row, rules.snippet(bodies.get(row["document_uid"], ""), words), texts)
            for row, texts in zip(rows, said, strict=True)
        ]

    def _item(self, row: dict, snippet: rules.Snippet | None, texts: dict) -> dict:
        urgency = rules.URGENCY[row["urgency"]]
        return {
            "@id": address(row["path"], self.request),
            "@type": search.TYPES.get(row["direction"], ""),
            "UID": row["document_uid"],
            "urgency": titled(urgency.code, urgency.label, self.request),
            "state": {"token": row["state"], "title": texts["state"]},
            "holder": texts["holder"],
            "snippet": _shown(snippet),
            **{name: row[name] for name in PLAIN},
            **{name: iso(row[name]) for name in DATED},
        }


def _shown(snippet: rules.Snippet | None) -> dict | None:
    if snippet is None:
        return None
    pieces = [{"text": text, "marked": mark} for mark, text in snippet.pieces]
    return {"file": snippet.file, "page": snippet.page, "pieces": pieces}


def _counted(facets: engine.Facets) -> dict:
    def listed(counts: Iterable[tuple[object, int]]) -> list[dict]:
        return [{"value": value, "count": count} for value, count in counts]

    return {
        "items_total": facets.total,
        "facets": {name: listed(counts) for name, counts in facets.values.items()},
    }
