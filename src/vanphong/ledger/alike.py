"""Documents that may be here already: with the same file, the same number, or a like text.

Whether two texts look alike is told by keys that the features above give for each document;
here they are only kept and compared. Everything that is found the reader may open: it is a
condition of the query, as in the search.
"""

from collections.abc import Collection
from collections.abc import Sequence
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.ledger.search import Reader
from vanphong.ledger.search import readable
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_text
from vanphong.ledger.tables import file
from vanphong.ledger.tables import text_band
from vanphong.ledger.upsert import insert


KEY = ("band", "document_uid")

#: So many rows with a key in common are looked at: letters of one form may be thousands.
LOOKED_AT = 2000

#: So many of these are given, those with the most keys in common first.
GIVEN = 30

#: Characters of the texts that are given with them; more than an opening has.
BEGINNING = 8000

_B, _D, _T, _F = text_band.c, document_index.c, document_text.c, file.c


def put(document_uid: str, bands: Collection[int]) -> None:
    """Write the keys of a document anew, with the Zope transaction."""
    connection = writing().connection()
    connection.execute(delete(text_band).where(_B.document_uid == document_uid))
    store(connection, [{"band": band, "document_uid": document_uid} for band in set(bands)])


def add(bands: Collection[int], document_uids: Sequence[str]) -> None:
    """Write the same keys for new documents that have the same text."""
    rows = [{"band": band, "document_uid": uid} for uid in document_uids for band in set(bands)]
    store(writing().connection(), rows)


def bands_of(document_uid: str) -> tuple[int, ...]:
    """The keys of a document that is stored."""
    with reading() as connection:
        query = select(_B.band).where(_B.document_uid == document_uid)
        return tuple(connection.execute(query).scalars())


def forget(document_uid: str) -> None:
    """Drop the keys of a document that is deleted."""
    writing().connection().execute(delete(text_band).where(_B.document_uid == document_uid))


def with_bands(
    bands: Collection[int], body_uid: str, reader: Reader, exclude_uid: str = ""
) -> list[tuple[Row, str]]:
    """Documents of a body that have a key in common, the likeliest first.

    Each with the beginning of the texts of its files, see ``words``.
    """
    return _sharing(bands, _open_to(reader, body_uid, exclude_uid, _with_text()))


def on_their_way(
    bands: Collection[int],
    body_uid: str,
    direction: str,
    states: Collection[str],
    exclude_uid: str = "",
) -> list[tuple[Row, str]]:
    """The same among all documents of a body in some states, whoever may read them.

    Nothing of them is for the asker but their subjects, units and states.
    """
    query = (
        _with_text()
        .join(document_text, _T.document_uid == _D.document_uid)
        .where(
            _D.body_uid == body_uid,
            _D.direction == direction,
            _D.state.in_(sorted(states)),
            _D.document_uid != exclude_uid,
        )
    )
    return _sharing(bands, query)


def with_files(
    digests: Collection[str], body_uid: str, reader: Reader, exclude_uid: str = ""
) -> list[Row]:
    """Documents of a body that have a file with one of these SHA-256, the newest first."""
    if not digests:
        return []
    having = select(_F.document_uid).where(_F.sha256.in_(sorted(digests)))
    return _newest(_D.document_uid.in_(having), body_uid, reader, exclude_uid)


def with_number(
    duplicate_key: str, identifier: str, body_uid: str, reader: Reader, exclude_uid: str = ""
) -> list[Row]:
    """Documents of a body with the same issuer, number and symbol, the newest first.

    Empty ones are alike to nothing (Decree 30/2020, Annex VI, Part I.III.1.h).
    """
    pairs = ((_D.duplicate_key, duplicate_key), (_D.document_identifier, identifier))
    same = [column == value for column, value in pairs if value]
    return _newest(or_(*same), body_uid, reader, exclude_uid) if same else []


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows; those that are there are left alone."""
    if rows:
        connection.execute(insert(connection, text_band).on_conflict_do_nothing(), list(rows))


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    same = (_B[name] == row[name] for name in KEY)
    connection.execute(delete(text_band).where(*same))


def expected(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    """Complete rows."""
    return [complete(text_band, row) for row in rows]


def _with_text() -> Select:
    return select(document_index, func.substr(_T.body, 1, BEGINNING).label("text"))


def _sharing(bands: Collection[int], query: Select) -> list[tuple[Row, str]]:
    """What of a query has a key in common, with its text; those with the most first."""
    if not bands:
        return []
    some = select(_B.document_uid).where(_B.band.in_(sorted(bands))).limit(LOOKED_AT).subquery()
    shared = (
        select(some.c.document_uid, func.count().label("shared"))
        .group_by(some.c.document_uid)
        .subquery()
    )
    query = (
        query.join(shared, shared.c.document_uid == _D.document_uid)
        .order_by(shared.c.shared.desc(), _D.registered_at.desc(), _D.document_uid)
        .limit(GIVEN)
    )
    return [(row, row.pop("text")) for row in _rows(query)]


def _newest(
    condition: ColumnElement[bool], body_uid: str, reader: Reader, exclude_uid: str
) -> list[Row]:
    query = _open_to(reader, body_uid, exclude_uid, select(document_index)).where(condition)
    return _rows(query.order_by(_D.registered_at.desc(), _D.document_uid).limit(GIVEN))


def _open_to(reader: Reader, body_uid: str, exclude_uid: str, query: Select) -> Select:
    return query.join(document_text, _T.document_uid == _D.document_uid).where(
        _D.body_uid == body_uid, _D.document_uid != exclude_uid, readable(reader)
    )


def _rows(query: Select) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
