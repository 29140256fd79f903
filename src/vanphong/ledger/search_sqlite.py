"""The full-text index on SQLite: FTS5 without content of its own.

Its row number is the position of the document, so that matches come newest first by
themselves. It keeps no texts: to take words out, they must be given again as they went in.
"""

from collections.abc import Sequence
from sqlalchemy import ColumnClause
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import FromClause
from sqlalchemy import Select
from sqlalchemy import column
from sqlalchemy import literal_column
from sqlalchemy import select
from sqlalchemy import table
from sqlalchemy import text
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import Words


#: Rows that have words: where from, on which conditions, and the column of their positions.
Matching = tuple[FromClause, list[ColumnElement[bool]], ColumnElement[int]]

#: The words of one document: fields and files, exact, then both folded.
Texts = tuple[str, str, str, str]

#: The index is asked about ranges, not about single documents.
ONE_BY_ONE = False

_WORDS = table("document_words", column("rowid"))
_MATCHES: ColumnClause = literal_column("document_words")
_INSERT = text(
    "INSERT INTO document_words (rowid, head, body, head_folded, body_folded) "
    "VALUES (:p, :a, :b, :c, :d)"
)
_DELETE = text(
    "INSERT INTO document_words (document_words, rowid, head, body, head_folded, body_folded) "
    "VALUES ('delete', :p, :a, :b, :c, :d)"
)


def add(connection: Connection, position: int, texts: Texts) -> None:
    """Put a document into the index."""
    connection.execute(_INSERT, _values(position, texts))


def remove(connection: Connection, position: int, texts: Texts) -> None:
    """Take a document out; ``texts`` are those that it was put in with."""
    connection.execute(_DELETE, _values(position, texts))


def wipe(connection: Connection) -> None:
    """Empty the index."""
    connection.execute(text("INSERT INTO document_words (document_words) VALUES ('delete-all')"))


def settle(connection: Connection) -> None:
    """After many changes: merge the index into one piece."""
    connection.execute(text("INSERT INTO document_words (document_words) VALUES ('optimize')"))


def matching(words: Words, few: Sequence[int] | None = None) -> Matching:
    """Rows of ``document_text`` that have the words.

    :param few: positions to which the search is confined.
    """
    # the plus keeps SQLite from walking the texts and asking the index for each
    join: ColumnElement[bool] = literal_column("document_text.position = +document_words.rowid")
    found: list[ColumnElement[bool]] = [_MATCHES.op("MATCH")(expression(words))]
    if few is not None:
        found.append(_WORDS.c.rowid.in_(few))
    return _WORDS.join(document_text, join), found, _WORDS.c.rowid


def walking(words: Words, newest: int) -> Matching | None:
    """None: the index itself gives the newest first."""
    return None


def without(words: Words) -> ColumnElement[bool]:
    """The condition that a row of ``document_text`` has none of the words, when none is wanted."""
    found = select(_WORDS.c.rowid).where(_MATCHES.op("MATCH")(expression(words)))
    return document_text.c.position.not_in(found)


def among(positions: Sequence[int], words: Words) -> Select:
    """Those positions of documents that have the words, and perhaps some others."""
    # one by one would ask the index anew for each
    within = _WORDS.c.rowid.between(min(positions), max(positions))
    query = select(_WORDS.c.rowid).where(_MATCHES.op("MATCH")(expression(words)), within)
    return query.order_by(_WORDS.c.rowid.desc()).limit(4 * len(positions))


def expression(words: Words) -> str:
    """The words as FTS5 takes them; words hold letters and digits only, so nothing is escaped."""
    where = "{head body}" if words.exact else "{head_folded body_folded}"
    if not words.terms:
        return f"{where} : ({_joined(words.without, 'OR')})"
    wanted = f"{where} : ({_joined(words.terms, 'AND')})"
    if not words.without:
        return wanted
    return f"({wanted}) NOT {where} : ({_joined(words.without, 'OR')})"


def _joined(terms: Sequence[Sequence[str]], operator: str) -> str:
    return f" {operator} ".join(f'"{" ".join(term)}"' for term in terms)


def _values(position: int, texts: Texts) -> dict[str, int | str]:
    head, body, head_folded, body_folded = texts
    return {"p": position, "a": head, "b": body, "c": head_folded, "d": body_folded}
