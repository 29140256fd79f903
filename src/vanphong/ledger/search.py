"""Search in all documents that a person may open: fields and content, the newest first.

Who may read what is a condition of the query itself, so a page is never longer or shorter
for what was hidden. Nothing is counted beyond ``paging.CAP``, and what has to be sorted
(by relevance, by number) is the newest ``RANKED`` matches alone.
"""

from collections import Counter
from collections.abc import Collection
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import FromClause
from sqlalchemy import Row as SqlRow
from sqlalchemy import and_
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.ledger import search_order
from vanphong.ledger.paging import CAP
from vanphong.ledger.search_filters import Criteria
from vanphong.ledger.search_filters import conditions
from vanphong.ledger.search_rows import engine
from vanphong.ledger.session import reading
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import LONGEST_TEXT


__all__ = [
    "ORDERS",
    "RANKED",
    "Criteria",
    "Facets",
    "Found",
    "Reader",
    "bodies",
    "facets",
    "find",
    "first",
    "readable",
]

#: Rows of a page, and at most.
SIZE = 25
LARGEST = 50

#: How many of the newest matches are ranked by relevance or by number.
RANKED = search_order.RANKED

ORDERS = ("newest", "oldest", "relevance", "number")

#: Who may find no more documents than this is better served by looking at those alone.
FEW = 500

#: So many of the newest documents are looked at one by one, where that may do.
WALK = 400

#: So many rows are read by one statement.
_AT_ONCE = 500

_T, _D = document_text.c, document_index.c

#: What a row of the results has.
_SHOWN = (*_D, _T.position, _T.field)

#: What is counted beside the results: name -> column.
FACETS = {
    "direction": _D.direction,
    "document_type": _D.document_type,
    "state": _D.state,
    "organ": _D.organ_name,
    "urgency": _D.urgency,
    "field": _T.field,
    "body": _D.body_uid,
}


#: Bits of ``keepers``: the clerks of the body read it, the heads of its Office do.
CLERKS_READ = 1
CHIEFS_READ = 2


#: Rows that have words: where from, on which conditions, and the column of their positions.
Matching = tuple[FromClause, list[ColumnElement[bool]], ColumnElement[int]]


@dataclass(frozen=True)
class Reader:
    """Who searches.

    ``tokens`` find what ``document_reader`` says; ``clerk_of`` and ``chief_of`` are bodies all
    of whose records the person keeps as clerk or as head of the Office.
    """

    tokens: Collection[str] = ()
    clerk_of: Collection[str] = ()
    chief_of: Collection[str] = ()


@dataclass(frozen=True)
class Found:
    """A page of results.

    ``loosened``: nothing has the words as spelt, these have them without regard to diacritics.
    ``cut``: there are more than RANKED matches, of which only the newest are in this order.
    """

    rows: list[Row]
    number: int
    size: int
    more: bool
    loosened: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Facets:
    """What the newest CAP matches are, and how many: CAP + 1 means "more than CAP"."""

    total: int
    values: dict[str, list[tuple[object, int]]]


def find(
    criteria: Criteria, reader: Reader, *, order: str = "newest", page: int = 1, size: int = SIZE
) -> Found:
    """One page of the documents that fit and that the reader may open.

    Rows are those of the index of documents, with ``position``. A text with diacritics that is
    found nowhere as it is spelt is looked for without regard to them.
    """
    size = min(max(size, 1), LARGEST)
    page = min(max(page, 1), CAP // size)
    with reading() as connection:
        found = _page(connection, criteria, reader, order, page, size)
        if not found.rows and page == 1 and criteria.words.exact:
            loose = replace(criteria, words=criteria.words.folded())
            found = replace(_page(connection, loose, reader, order, page, size), loosened=True)
    return found


def first(criteria: Criteria, reader: Reader, limit: int, *, order: str = "newest") -> list[Row]:
    """The first of all that ``find`` would show page by page, for an export."""
    with reading() as connection:
        found = _page(connection, criteria, reader, order, 1, limit).rows
        if not found and criteria.words.exact:
            loose = replace(criteria, words=criteria.words.folded())
            found = _page(connection, loose, reader, order, 1, limit).rows
    return found


def facets(criteria: Criteria, reader: Reader) -> Facets:
    """How many fit, and what they are; both for the newest CAP matches."""
    with reading() as connection:
        found = _Asked(connection, criteria, reader).newest(CAP + 1, *FACETS.values())
    counted = {
        name: Counter(row[place] for row in found[:CAP] if row[place] not in ("", None))
        for place, name in enumerate(FACETS)
    }
    return Facets(len(found), {name: counts.most_common() for name, counts in counted.items()})


def bodies(document_uids: Collection[str]) -> dict[str, str]:
    """The texts of the files of some documents, the beginning of each."""
    query = select(_T.document_uid, func.substr(_T.body, 1, LONGEST_TEXT)).where(
        _T.document_uid.in_(sorted(document_uids))
    )
    with reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def _page(
    connection: Connection, criteria: Criteria, reader: Reader, order: str, page: int, size: int
) -> Found:
    asked = _Asked(connection, criteria, reader)
    offset = (page - 1) * size
    if order in ("newest", "oldest"):
        forward, limit = order == "newest", offset + size + 1
        if offset > LARGEST:  # what lies before the page is not read for it
            found = asked.newest(limit, _T.position, newest=forward)
            rows = _rows(connection, [row.position for row in found[offset:]])
            return _shown(rows, page, size)
        return _shown(_dicts(asked.newest(limit, *_SHOWN, newest=forward)[offset:]), page, size)
    newest = asked.newest(RANKED + 1, *search_order.columns(criteria.words))
    last = offset + size + 1
    ranked = search_order.ranked(connection, newest[:RANKED], criteria.words, order, last)
    rows = _rows(connection, ranked[offset:last])
    return _shown(rows, page, size, len(newest) > RANKED)


def _shown(rows: list[Row], page: int, size: int, cut: bool = False) -> Found:
    more = len(rows) > size and page < CAP // size
    return Found(rows[:size], page, size, more, cut=cut)


def _rows(connection: Connection, positions: list[int]) -> list[Row]:
    """The rows at some positions, in that order."""
    query = select(*_SHOWN).join(document_text, _T.document_uid == _D.document_uid)
    found: dict[int, Row] = {}
    for start in range(0, len(positions), _AT_ONCE):
        some = query.where(_T.position.in_(positions[start : start + _AT_ONCE]))
        found.update({row["position"]: row for row in _dicts(connection.execute(some).all())})
    return [found[position] for position in positions]


def _dicts(rows: Sequence[SqlRow]) -> list[Row]:
    names = rows[0]._fields if rows else ()
    return [dict(zip(names, row, strict=True)) for row in rows]


class _Asked:
    """The queries for one person and one set of criteria."""

    def __init__(self, connection: Connection, criteria: Criteria, reader: Reader) -> None:
        self.connection = connection
        self.criteria = criteria
        self.reader = reader
        self.index = engine(connection)

    def newest(self, limit: int, *columns: ColumnElement, newest: bool = True) -> Sequence[SqlRow]:
        """The newest that fit and may be read, or the oldest."""
        words, walk = self.criteria.words, None
        if newest and words.terms and self.few is None:
            walk = self.index.walking(words, max(WALK, 4 * limit))
        if walk is not None:
            found = self._run(walk, columns, limit)
            if len(found) == limit:
                return found
        return self._run(self._matching(), columns, limit, newest)

    @cached_property
    def few(self) -> list[int] | None:
        """The positions of all that the reader may find; None when they may be more than FEW."""
        if self.reader.clerk_of or self.reader.chief_of:
            return None
        uids = select(document_reader.c.document_uid).where(_mine(self.reader))
        if self.connection.execute(uids.offset(FEW).limit(1)).first() is not None:
            return None
        # several tokens of one person may read the same document
        found = set(self.connection.execute(uids).scalars().all())
        query = select(_T.position).where(_T.document_uid.in_(sorted(found)))
        return list(self.connection.execute(query).scalars().all())

    def _matching(self) -> Matching:
        words = self.criteria.words
        if words.terms:
            return self.index.matching(words, self.few)
        found = [self.index.without(words)] if words.without else []
        if self.few is not None:
            found.append(_T.position.in_(self.few))
        return document_text, found, _T.position

    def _run(
        self, matching: Matching, columns: Sequence[ColumnElement], limit: int, newest: bool = True
    ) -> Sequence[SqlRow]:
        source, found, position = matching
        source = source.join(document_index, _D.document_uid == _T.document_uid)
        query = select(*columns).select_from(source).where(*found, *conditions(self.criteria))
        if self.few is None:
            query = query.where(readable(self.reader))
        query = query.order_by(position.desc() if newest else position).limit(limit)
        return self.connection.execute(query).all()


def readable(reader: Reader) -> ColumnElement[bool]:
    """What of ``document_text`` joined with ``document_index`` the reader may open."""
    keeps = [
        and_(_D.body_uid.in_(sorted(kept)), _T.keepers.op("&")(bit) != 0)
        for kept, bit in ((reader.clerk_of, CLERKS_READ), (reader.chief_of, CHIEFS_READ))
        if kept
    ]
    # OFFSET 0: PostgreSQL asks for each row in turn, and does not collect all readers first
    mine = select(document_reader.c.document_uid).where(_mine(reader))
    listed = mine.where(document_reader.c.document_uid == _T.document_uid).offset(0).exists()
    return or_(*keeps, listed)


def _mine(reader: Reader) -> ColumnElement[bool]:
    return document_reader.c.token.in_(sorted(reader.tokens))
