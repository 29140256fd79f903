"""The full-text index on PostgreSQL: two ``tsvector`` a document, exact and folded.

They are written out word by word, with weight A for the fields; PostgreSQL's own parser
and dictionaries are never asked. A phrase is found among the first 16,000 words of a text.
"""

from collections.abc import Sequence
from sqlalchemy import CTE
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import FromClause
from sqlalchemy import Select
from sqlalchemy import String
from sqlalchemy import cast
from sqlalchemy import column
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import select
from sqlalchemy import table
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import TSQUERY
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import BREAK
from vanphong.ledger.words import Words


#: Rows that have words: where from, on which conditions, and the column of their positions.
Matching = tuple[FromClause, list[ColumnElement[bool]], ColumnElement[int]]

#: The words of one document: fields and files, exact, then both folded.
Texts = tuple[str, str, str, str]

#: Words can be looked for in a few documents at hand, and cost the less the fewer they are.
ONE_BY_ONE = True

#: PostgreSQL knows no later place in a text, and no more places of one word.
LAST_PLACE = 16383
MOST_PLACES = 255

_WORDS = table("document_words", column("position"), column("exact"), column("folded"))
_INSERT = text(
    "INSERT INTO document_words (position, exact, folded) "
    "VALUES (:position, CAST(:exact AS tsvector), CAST(:folded AS tsvector))"
)
_DELETE = text("DELETE FROM document_words WHERE position = :position")


def add(connection: Connection, position: int, texts: Texts) -> None:
    """Put a document into the index."""
    head, body, head_folded, body_folded = texts
    exact, folded = vector(head, body), vector(head_folded, body_folded)
    connection.execute(_INSERT, {"position": position, "exact": exact, "folded": folded})


def remove(connection: Connection, position: int, texts: Texts) -> None:
    """Take a document out."""
    connection.execute(_DELETE, {"position": position})


def wipe(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("DELETE FROM document_words"))


def settle(connection: Connection) -> None:
    """After many changes: look again at which words are common."""
    connection.execute(text("ANALYZE document_words"))


def matching(words: Words, few: Sequence[int] | None = None) -> Matching:
    """Rows of ``document_text`` that have the words, gathered by the index.

    :param few: positions to which the search is confined.
    """
    # taken apart from the rest: what reading the words of a document costs, the planner does
    # not know, and would walk through all of them for a rare word
    query = select(_WORDS.c.position).where(_found(words)) if few is None else among(few, words)
    hits = _apart(query, "hits")
    source = hits.join(document_text, document_text.c.position == hits.c.position)
    return source, [], hits.c.position


def walking(words: Words, newest: int) -> Matching:
    """The same among the newest documents, looked at one after the other.

    Common words are found there much faster than the index gathers all documents that have them.
    """
    last = select(_WORDS.c.position).order_by(_WORDS.c.position.desc()).offset(newest).limit(1)
    floor = func.coalesce(last.scalar_subquery(), 0)
    source = _WORDS.join(document_text, document_text.c.position == _WORDS.c.position)
    return source, [_WORDS.c.position > floor, _found(words)], _WORDS.c.position


def without(words: Words) -> ColumnElement[bool]:
    """The condition that a row of ``document_text`` has none of the words, when none is wanted."""
    none = exists().where(_WORDS.c.position == document_text.c.position, _found(words))
    return none.correlate(document_text)


def among(positions: Sequence[int], words: Words) -> Select:
    """Those positions of documents that have the words."""
    some = _apart(select(_WORDS).where(_WORDS.c.position.in_(positions)), "some")
    return select(some.c.position).where(_found(words, some))


def expression(words: Words) -> str:
    """The words as ``tsquery``; words hold letters and digits only, so nothing is escaped."""
    wanted = [_phrase(term) for term in words.terms]
    return " & ".join([*wanted, *(f"!{_phrase(term)}" for term in words.without)])


def vector(head: str, body: str) -> str:
    """A ``tsvector`` written out, of texts as ``words.indexed`` gives them."""
    places: dict[str, list[str]] = {}
    fields = [(word, "A") for word in head.split()]
    texts = [(word, "") for word in body.split()]
    for place, (word, weight) in enumerate([*fields, (BREAK, ""), *texts], 1):
        found = places.setdefault(word, [])
        if len(found) < MOST_PLACES and place <= LAST_PLACE:
            found.append(f"{place}{weight}")
    places.pop(BREAK, None)
    return " ".join(
        f"'{word}':{','.join(found)}" if found else f"'{word}'" for word, found in places.items()
    )


def _apart(query: Select, name: str) -> CTE:
    """A query that is answered by itself, before and without the rest."""
    return query.cte(name).prefix_with("MATERIALIZED")


def _found(words: Words, source: FromClause = _WORDS) -> ColumnElement[bool]:
    column_ = source.c.exact if words.exact else source.c.folded
    query = cast(literal(expression(words), String), TSQUERY)
    return column_.op("@@", is_comparison=True)(query)


def _phrase(term: Sequence[str]) -> str:
    joined = " <-> ".join(f"'{word}'" for word in term)
    return f"({joined})"
