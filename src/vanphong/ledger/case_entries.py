"""Documents in files of work: pages of a file, and the files of a document."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import union
from typing import Any
from vanphong.ledger.paging import SIZE
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import case_entry
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_link
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import document_text
from vanphong.ledger.upsert import upsert


KEY = ("case_file_uid", "number")

_E = case_entry.c
_F = case_file.c
_D = document_index.c


def put(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, with the Zope transaction."""
    store(writing().connection(), [complete(case_entry, row) for row in rows])


def replace(
    case_file_uid: str, numbers: Collection[int], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Take some numbers of a file away, then write rows, with the Zope transaction."""
    connection = writing().connection()
    connection.execute(
        delete(case_entry).where(
            _E.case_file_uid == case_file_uid,
            _E.number >= min(numbers),
            _E.number <= max(numbers),
        )
    )
    store(connection, [complete(case_entry, row) for row in rows])


def page(case_file_uid: str, after: int = 0, size: int = SIZE) -> list[Row]:
    """Entries of a file whose numbers come after one, each with the row of its document.

    Read by key from there on, so a page of a long file costs no more than one of a short.
    """
    query = (
        select(case_entry, *_of_document())
        .outerjoin(document_index, _D.document_uid == _E.document_uid)
        .where(_E.case_file_uid == case_file_uid, _E.number > after)
        .order_by(_E.number)
        .limit(size)
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def readable(document_uids: Collection[str], tokens: Collection[str]) -> frozenset[str]:
    """Which of some documents somebody with these tokens may find."""
    query = select(document_reader.c.document_uid).where(
        document_reader.c.document_uid.in_(sorted(document_uids)),
        document_reader.c.token.in_(sorted(tokens)),
    )
    with reading() as connection:
        return frozenset(connection.execute(query).scalars())


def files_of(document_uid: str) -> list[Row]:
    """The files that hold a document, the latest filed first: columns of both."""
    query = (
        select(case_entry, *(column for column in case_file.c if column.name not in _SAME))
        .join(case_file, _F.case_file_uid == _E.case_file_uid)
        .where(_E.document_uid == document_uid)
        .order_by(_E.filed_at.desc(), _E.case_file_uid)
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def filed(document_uids: Collection[str]) -> frozenset[str]:
    """Which of some documents lie in any file."""
    query = select(_E.document_uid).where(_E.document_uid.in_(sorted(document_uids))).distinct()
    with reading() as connection:
        return frozenset(connection.execute(query).scalars())


def held(
    case_file_uid: str, after: str = "", limit: int = 200, *, granted: bool = False
) -> list[str]:
    """UIDs of documents in a file, in the order of UIDs.

    :param granted: only those that the file lets its readers read.
    """
    query = (
        select(_E.document_uid)
        .where(_E.case_file_uid == case_file_uid, _E.document_uid > after)
        .order_by(_E.document_uid)
        .limit(limit)
    )
    if granted:
        query = query.where(_E.grants)
    with reading() as connection:
        return list(connection.execute(query).scalars())


def sharing(
    case_file_uids: Collection[str], document_uid: str, *, organ_key: str, field: str
) -> dict[str, dict[str, int]]:
    """How many documents of some files share thread, sender or field with a document."""
    files = sorted(case_file_uids)
    if not files:
        return {}
    base = (
        select(_E.case_file_uid, func.count())
        .where(_E.case_file_uid.in_(files), _E.document_uid != document_uid)
        .group_by(_E.case_file_uid)
    )
    asked = {"thread": base.where(_E.document_uid.in_(_thread(document_uid)))}
    if organ_key:
        asked["sender"] = base.join(document_index, _D.document_uid == _E.document_uid).where(
            _D.organ_key == organ_key
        )
    if field:
        asked["field"] = base.join(
            document_text, document_text.c.document_uid == _E.document_uid
        ).where(document_text.c.field == field)
    with reading() as connection:
        return {
            name: dict(connection.execute(query).tuples().all()) for name, query in asked.items()
        }


def readable_named(body_uid: str, text: str, tokens: Collection[str]) -> Row | None:
    """The newest document of a body with a symbol or number that somebody may find."""
    named = or_(_D.symbol == text, _D.label == text)
    query = _readable(tokens).where(_D.body_uid == body_uid, named).limit(1)
    with reading() as connection:
        row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def readable_like(text: str, tokens: Collection[str], limit: int = 10) -> list[Row]:
    """Documents whose symbol begins with a text that somebody may find, the newest first."""
    if not text:
        return []
    query = _readable(tokens).where(_D.symbol.startswith(text, autoescape=True), _D.symbol != "")
    with reading() as connection:
        return [dict(row) for row in connection.execute(query.limit(limit)).mappings()]


def _readable(tokens: Collection[str]) -> Any:
    may_find = exists().where(
        document_reader.c.document_uid == _D.document_uid,
        document_reader.c.token.in_(sorted(tokens)),
    )
    return (
        select(document_index)
        .where(may_find)
        .order_by(_D.registered_at.desc(), _D.document_uid.desc())
    )


def forget(case_file_uid: str) -> None:
    """Drop the entries of a file that is gone."""
    writing().connection().execute(delete(case_entry).where(_E.case_file_uid == case_file_uid))


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those with the same numbers."""
    upsert(connection, case_entry, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(case_entry).where(and_(*(_E[name] == row[name] for name in KEY))))


def take_away(case_file_uid: str, number: int) -> None:
    """Drop one entry, with the Zope transaction."""
    drop(writing().connection(), {"case_file_uid": case_file_uid, "number": number})


_SAME = ("case_file_uid", "pages")

_SHOWN = (
    "path",
    "direction",
    "label",
    "symbol",
    "subject",
    "organ_name",
    "issued_date",
    "document_type",
    "state",
    "urgency",
    "secrecy",
    "has_file",
)


def _of_document() -> list[Any]:
    return [_D[name] for name in _SHOWN]


def _thread(document_uid: str) -> Any:
    """UIDs of documents that name this one, or are named by it."""
    link = document_link.c
    return union(
        select(link.document_uid).where(link.target_uid == document_uid),
        select(link.target_uid).where(link.document_uid == document_uid, link.target_uid != ""),
    )
