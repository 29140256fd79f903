"""Rows of the document index, each with its readers: how they are stored and compared."""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import delete
from sqlalchemy import select
from typing import Any
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_reader
from vanphong.ledger.upsert import insert
from vanphong.ledger.upsert import upsert


def expected(row: Mapping[str, Any]) -> Row:
    """A complete row, with its readers in the order in which they are compared."""
    values = dict(row)
    readers = values.pop("readers", ())
    return complete(document_index, values) | {"readers": tuple(sorted(set(readers)))}


def stored(connection: Connection, condition: ColumnElement[bool]) -> list[Row]:
    """The rows under a condition, with their readers."""
    rows = connection.execute(select(document_index).where(condition)).mappings().all()
    readers: dict[str, list[str]] = {row["document_uid"]: [] for row in rows}
    query = select(document_reader).where(document_reader.c.document_uid.in_(list(readers)))
    for token, uid in connection.execute(query.order_by(document_reader.c.token)):
        readers[uid].append(token)
    return [{**row, "readers": tuple(sorted(readers[row["document_uid"]]))} for row in rows]


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows and replace their readers."""
    plain = [{column.name: row[column.name] for column in document_index.columns} for row in rows]
    upsert(connection, document_index, plain, ["document_uid"])
    for row in rows:
        _store_readers(connection, row["document_uid"], row["readers"])


def add(connection: Connection, rows: Sequence[Row]) -> None:
    """Insert complete rows of documents that are new, with their readers."""
    if not rows:
        return
    names = [column.name for column in document_index.columns]
    connection.execute(
        document_index.insert(), [{name: row[name] for name in names} for row in rows]
    )
    readers = [
        {"token": token, "document_uid": row["document_uid"]}
        for row in rows
        for token in row["readers"]
    ]
    if readers:
        connection.execute(document_reader.insert(), readers)


def drop(connection: Connection, document_uid: str) -> None:
    """Drop a row; its readers go with it by the foreign key."""
    connection.execute(delete(document_index).where(document_index.c.document_uid == document_uid))


def _store_readers(connection: Connection, document_uid: str, readers: Collection[str]) -> None:
    connection.execute(
        delete(document_reader).where(
            document_reader.c.document_uid == document_uid,
            document_reader.c.token.not_in(list(readers)),
        )
    )
    rows = [{"token": token, "document_uid": document_uid} for token in readers]
    if rows:
        connection.execute(insert(connection, document_reader).on_conflict_do_nothing(), rows)
