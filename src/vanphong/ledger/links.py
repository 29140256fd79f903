"""What documents say of each other: replies, legal bases, corrections."""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import select
from typing import Any
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_link
from vanphong.ledger.tables import document_reader
from vanphong.ledger.upsert import upsert


KEY = ("document_uid", "position")

_L = document_link.c
_D = document_index.c


def put(document_uid: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write all links of a document anew, with the Zope transaction."""
    connection = writing().connection()
    connection.execute(delete(document_link).where(_L.document_uid == document_uid))
    store(connection, [complete(document_link, row) for row in rows])


def pointing_at(
    target_uid: str, kind: str, states: Collection[str] = (), exclude_uid: str = ""
) -> list[Row]:
    """Documents that name another one in this way, rows of ``document_index``.

    :param states: only those in these states; all when empty.
    """
    query = (
        select(document_index)
        .join(document_link, _L.document_uid == _D.document_uid)
        .where(_L.target_uid == target_uid, _L.kind == kind, _D.document_uid != exclude_uid)
        .order_by(_D.registered_at, _D.document_uid)
    )
    if states:
        query = query.where(_D.state.in_(sorted(states)))
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def readable(symbol_key: str, tokens: Collection[str], limit: int = 2) -> list[Row]:
    """Documents with a symbol that somebody with one of these tokens may read, newest first."""
    if not symbol_key:
        return []
    query = (
        select(document_index)
        .join(document_reader, document_reader.c.document_uid == _D.document_uid)
        .where(_D.symbol_key == symbol_key, document_reader.c.token.in_(sorted(tokens)))
        .distinct()
        .order_by(_D.registered_at.desc(), _D.document_uid)
        .limit(limit)
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def forget(document_uid: str) -> None:
    """Drop the links of a document that is deleted."""
    writing().connection().execute(delete(document_link).where(_L.document_uid == document_uid))


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those in the same places."""
    upsert(connection, document_link, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(document_link).where(and_(*(_L[name] == row[name] for name in KEY))))
