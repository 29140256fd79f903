"""The files of the documents: the same one twice, those not read, those not checked."""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from sqlalchemy import Connection
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import update
from typing import Any
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import file
from vanphong.ledger.upsert import upsert


#: So many files are listed of one kind.
SHOWN = 100

KEY = ("file_uid", "document_uid")

_F = file.c


def put(rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the rows of some files, with the Zope transaction."""
    store(writing().connection(), [complete(file, row) for row in rows])


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same file."""
    upsert(connection, file, rows, KEY)


def change(file_uid: str, values: Mapping[str, Any]) -> None:
    """Write some columns of a file, for every document that it belongs to."""
    writing().connection().execute(update(file).where(_F.file_uid == file_uid).values(**values))


def documents_with(file_uid: str) -> list[str]:
    """UIDs of the documents that a file belongs to."""
    with reading() as connection:
        query = select(_F.document_uid).where(_F.file_uid == file_uid)
        return list(connection.execute(query).scalars())


def forget(document_uid: str) -> None:
    """Drop the files of a document that is deleted."""
    writing().connection().execute(delete(file).where(_F.document_uid == document_uid))


def of(document_uid: str) -> list[Row]:
    """The files of a document, the main one first."""
    query = select(file).where(_F.document_uid == document_uid).order_by(_F.position)
    return _rows(query)


def same(sha256: str, body_uid: str, exclude_uid: str = "") -> list[Row]:
    """Files of a body with the same content, the newest first.

    ``exclude_uid`` is the document that is asked for. Who may read the others is for the
    caller to ask.
    """
    query = (
        select(file)
        .where(_F.sha256 == sha256, _F.body_uid == body_uid, _F.document_uid != exclude_uid)
        .order_by(_F.added_at.desc())
        .limit(SHOWN)
    )
    return _rows(query)


def after(file_uid: str, limit: int, states: Collection[str] | None = None) -> list[Row]:
    """Files with their first document, in the order of their UIDs, those behind one of them.

    :param states: of their check for viruses; None for all.
    """
    query = (
        select(_F.file_uid, func.min(_F.document_uid).label("document_uid"))
        .where(_F.file_uid > file_uid, *_checked(states))
        .group_by(_F.file_uid)
        .order_by(_F.file_uid)
        .limit(limit)
    )
    return _rows(query)


def count(states: Collection[str] | None = None) -> int:
    """How many files there are, or with a check that ended in one of these states."""
    return _count(select(func.count(func.distinct(_F.file_uid))).where(*_checked(states)))


def unread(limit: int = SHOWN) -> list[Row]:
    """Files whose words cannot be found, the newest first; see the index ``file_unread``."""
    return _rows(select(file).where(_F.unread).order_by(_F.added_at.desc()).limit(limit))


def count_unread() -> int:
    """How many files there are whose words cannot be found."""
    return _count(select(func.count()).select_from(file).where(_F.unread))


def count_checked(states: Collection[str]) -> int:
    """How many files there are whose check for viruses ended in one of these states."""
    return _count(select(func.count()).select_from(file).where(_F.checked.in_(list(states))))


def _checked(states: Collection[str] | None) -> list[Any]:
    return [] if states is None else [_F.checked.in_(list(states))]


def _rows(query: Any) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _count(query: Any) -> int:
    with reading() as connection:
        return int(connection.execute(query).scalar_one())
