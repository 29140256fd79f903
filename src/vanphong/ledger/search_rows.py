"""Rows of ``document_text``: how they are stored, and the full-text index with them."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from datetime import timedelta
from hashlib import sha256
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update
from types import ModuleType
from typing import Any
from vanphong.calendars.clock import TZ
from vanphong.ledger import search_postgresql
from vanphong.ledger import search_sqlite
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import bare
from vanphong.ledger.words import indexed


#: Positions count milliseconds from here, and leave room for so many documents in each.
BEGINNING = datetime(1900, 1, 1, tzinfo=TZ)
ROOM = 1 << 20

_T = document_text.c
_INDEXED = ("head_exact", "head_folded", "body")


def engine(connection: Connection) -> ModuleType:
    """How this database keeps its full-text index."""
    return search_postgresql if connection.dialect.name == "postgresql" else search_sqlite


def put_document(row: Mapping[str, Any], body: Callable[[], str] = str) -> bool:
    """Write what the fields of a document say, with the Zope transaction.

    Tells whether the texts of its files are written anew.

    ``head`` are the texts of the fields, ``at`` the moment that orders the document.
    ``body`` gives the texts of its files, and is asked for when ``files`` are others than before.
    """
    connection = writing().connection()
    query = select(_T.files, _T.body).where(_T.document_uid == row["document_uid"])
    before = connection.execute(query).first()
    if before is not None and before.files == row.get("files", ""):
        store(connection, [expected({**row, "body": before.body})])
        return False
    store(connection, [expected({**row, "body": body()})])
    return True


def put_text(document_uid: str, body: str) -> None:
    """Write the texts of the files of a document that is there, with the Zope transaction.

    :param body: see ``words``; each file begins with FILE and its name, PAGE parts the pages.
    """
    connection = writing().connection()
    for row in _rows(connection, _T.document_uid == document_uid):
        _replace(connection, row["position"], row, {**row, "body": body})


def forget(document_uid: str) -> None:
    """Take a document that is deleted out of the search."""
    drop(writing().connection(), document_uid)


def expected(row: Mapping[str, Any]) -> Row:
    """A complete row, and the moment that orders it, in milliseconds since BEGINNING."""
    values = dict(row)
    at, head = values.pop("at"), values.pop("head")
    exact, folded = indexed(head)
    words = {"head_exact": exact, "head_folded": folded}
    return complete(document_text, values | words) | {"moment": moment_of(at)}


def stored(connection: Connection, condition: ColumnElement[bool]) -> list[Row]:
    """The rows under a condition, each with the moment that orders it."""
    found = _rows(connection, condition)
    return [{"moment": row.pop("position") // ROOM, **row} for row in found]


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, and the index where words or moment have changed."""
    for row in rows:
        values = {name: value for name, value in row.items() if name != "moment"}
        begin = row["moment"] * ROOM
        present = _rows(connection, _T.document_uid == row["document_uid"])
        if not present:
            _insert(connection, begin, values)
        elif begin <= present[0]["position"] < begin + ROOM:
            _replace(connection, present[0]["position"], present[0], values)
        else:
            drop(connection, row["document_uid"])
            _insert(connection, begin, values)


def drop(connection: Connection, document_uid: str) -> None:
    """Drop a row, and its words from the index."""
    for row in _rows(connection, _T.document_uid == document_uid):
        engine(connection).remove(connection, row["position"], _texts(row))
        connection.execute(delete(document_text).where(_T.position == row["position"]))


def wipe(connection: Connection) -> None:
    """Drop everything."""
    engine(connection).wipe(connection)
    connection.execute(delete(document_text))


def moment_of(at: datetime) -> int:
    """Milliseconds since BEGINNING, by which documents are ordered."""
    return max((at - BEGINNING) // timedelta(milliseconds=1), 0)


def _insert(connection: Connection, begin: int, values: Row) -> None:
    """Into the first free position from the one that the UID says."""
    digest = sha256(values["document_uid"].encode()).digest()
    wanted = begin + int.from_bytes(digest[:4]) % (ROOM // 2)
    taken = set(
        connection.execute(
            select(_T.position).where(_T.position.between(wanted, wanted + ROOM // 2 - 1))
        ).scalars()
    )
    position = next(one for one in range(wanted, wanted + ROOM // 2) if one not in taken)
    connection.execute(insert(document_text).values(position=position, **values))
    engine(connection).add(connection, position, _texts(values))


def _replace(connection: Connection, position: int, old: Row, new: Row) -> None:
    changed = {name: new[name] for name in new if name != "position" and new[name] != old[name]}
    if not changed:
        return
    if any(name in changed for name in _INDEXED):
        engine(connection).remove(connection, position, _texts(old))
        engine(connection).add(connection, position, _texts(new))
    connection.execute(update(document_text).where(_T.position == position).values(changed))


def _texts(row: Row) -> tuple[str, str, str, str]:
    """The words of a row as they stand in the index."""
    exact, _folded = indexed([row["body"]])
    return row["head_exact"], exact, row["head_folded"], bare(exact)


def _rows(connection: Connection, condition: ColumnElement[bool]) -> list[Row]:
    found: Iterable[Any] = connection.execute(select(document_text).where(condition)).mappings()
    return [dict(row) for row in found]
