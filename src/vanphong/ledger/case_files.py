"""Files of work: lists by person, unit and year, and completion while typing."""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import delete
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import or_
from sqlalchemy import select
from typing import Any
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import capped
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import case_file_reader
from vanphong.ledger.tables import complete
from vanphong.ledger.upsert import insert
from vanphong.ledger.upsert import upsert


#: Parts in a file: who makes it, who puts documents into it, who reads it, who keeps it.
MAKER = "maker"
CONTRIBUTOR = "contributor"
READER = "reader"
KEEPER = "keeper"

_F = case_file.c
_R = case_file_reader.c
_NEWEST_FIRST = (_F.year.desc(), _F.opened_at.desc(), _F.case_file_uid)


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; what is empty lets everything through.

    ``parts`` are those that the person has in the file; ``years`` the retention, -1 for all;
    ``due_by`` the last year of retention, included; ``words`` are folded.
    """

    body_uid: str = ""
    unit_uids: tuple[str, ...] = ()
    year: int = 0
    states: tuple[str, ...] = ()
    years: int = -1
    maker: str = ""
    parts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    due_by: int = 0


def put(row: Mapping[str, Any], readers: Mapping[str, str]) -> None:
    """Write a file, with who may find it by token and part, with the Zope transaction."""
    store(writing().connection(), [expected({**row, "readers": readers})])


def find(case_file_uid: str) -> Row | None:
    """The row of a file. Who may see it is for the caller to ask."""
    return next(iter(found([case_file_uid])), None)


def found(uids: Collection[str]) -> list[Row]:
    """The rows of some files. Who may see them is for the caller to ask."""
    query = select(case_file).where(_F.case_file_uid.in_(sorted(uids)))
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def listed(
    tokens: Collection[str] | None,
    filters: Filters = Filters(),
    *,
    page: int = 1,
    size: int = SIZE,
) -> Page:
    """Files that somebody with these tokens may find, the newest first; None for all."""
    query = _narrowed(select(case_file), tokens, filters)
    with reading() as connection:
        return page_of(connection, query.order_by(*_NEWEST_FIRST), page, size)


def count(tokens: Collection[str] | None, filters: Filters = Filters()) -> int:
    """How many ``listed`` has; ``paging.CAP + 1`` means "more than CAP"."""
    query = _narrowed(select(literal(1)).select_from(case_file), tokens, filters)
    with reading() as connection:
        return connection.execute(capped(query)).scalar_one()


def notations(body_uid: str, year: int) -> list[str]:
    """All numbers and symbols that files of a body and year have."""
    query = select(_F.notation).where(_F.body_uid == body_uid, _F.year == year)
    with reading() as connection:
        return list(connection.execute(query).scalars())


def with_notation(body_uid: str, year: int, notation: str) -> Row | None:
    """The file with a number and symbol, None while there is none."""
    query = select(case_file).where(
        _F.body_uid == body_uid, _F.year == year, _F.notation == notation
    )
    with reading() as connection:
        row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def named(body_uid: str, text: str) -> list[Row]:
    """The files of a body with this code, or with this number and symbol, the newest first."""
    query = select(case_file).where(
        _F.body_uid == body_uid, or_(_F.code == text, _F.notation == text)
    )
    with reading() as connection:
        found = connection.execute(query.order_by(*_NEWEST_FIRST).limit(5)).mappings()
        return [dict(row) for row in found]


def opened_lines(line_uids: Collection[str]) -> dict[str, Row]:
    """The files opened from some lines of a file list, by line."""
    query = select(case_file).where(_F.line_uid.in_(sorted(line_uids)), _F.line_uid != "")
    with reading() as connection:
        return {row["line_uid"]: dict(row) for row in connection.execute(query).mappings()}


def years_of(tokens: Collection[str]) -> list[int]:
    """The years of the files that somebody may find, the newest first."""
    query = _narrowed(select(_F.year), tokens, Filters()).group_by(_F.year)
    with reading() as connection:
        return list(connection.execute(query.order_by(_F.year.desc()).limit(50)).scalars())


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows and replace their readers."""
    plain = [{column.name: row[column.name] for column in case_file.columns} for row in rows]
    upsert(connection, case_file, plain, ["case_file_uid"])
    for row in rows:
        _store_readers(connection, row["case_file_uid"], dict(row["readers"]))


def expected(row: Mapping[str, Any]) -> Row:
    """The row as it should stand, with its readers in order."""
    plain = {name: value for name, value in row.items() if name != "readers"}
    readers = tuple(sorted(dict(row["readers"]).items()))
    return {**complete(case_file, plain), "readers": readers}


def stored(connection: Connection, condition: ColumnElement[bool]) -> list[Row]:
    """The rows under a condition, with their readers."""
    rows = connection.execute(select(case_file).where(condition)).mappings().all()
    readers: dict[str, list[tuple[str, str]]] = {row["case_file_uid"]: [] for row in rows}
    query = select(_R.token, _R.case_file_uid, _R.part).where(_R.case_file_uid.in_(list(readers)))
    for token, uid, part in connection.execute(query):
        readers[uid].append((token, part))
    return [{**row, "readers": tuple(sorted(readers[row["case_file_uid"]]))} for row in rows]


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind; its readers go with it."""
    connection.execute(delete(case_file).where(_F.case_file_uid == row["case_file_uid"]))


def forget(case_file_uid: str) -> None:
    """Drop a file that is gone."""
    drop(writing().connection(), {"case_file_uid": case_file_uid})


def _store_readers(connection: Connection, uid: str, readers: Mapping[str, str]) -> None:
    connection.execute(
        delete(case_file_reader).where(_R.case_file_uid == uid, _R.token.not_in(sorted(readers)))
    )
    rows = [{"token": token, "case_file_uid": uid, "part": part} for token, part in readers.items()]
    if rows:
        statement = insert(connection, case_file_reader)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["token", "case_file_uid"],
                set_={"part": statement.excluded["part"]},
            ),
            rows,
        )


def _narrowed(query: Select, tokens: Collection[str] | None, filters: Filters) -> Select:
    if tokens is not None:
        mine = [
            _R.token.in_(sorted(tokens)),
            _R.case_file_uid == _F.case_file_uid,
        ]
        if filters.parts:
            mine.append(_R.part.in_(filters.parts))
        query = query.where(exists().where(*mine))
    for column, value in (
        (_F.body_uid, filters.body_uid),
        (_F.year, filters.year),
        (_F.maker, filters.maker),
    ):
        if value:
            query = query.where(column == value)
    if filters.unit_uids:
        query = query.where(_F.unit_uid.in_(filters.unit_uids))
    if filters.states:
        query = query.where(_F.state.in_(filters.states))
    if filters.years >= 0:
        query = query.where(_F.years == filters.years)
    if filters.due_by:
        query = query.where(_F.due_year <= filters.due_by)
    for word in filters.words:
        query = query.where(
            or_(
                _F.folded.contains(word, autoescape=True),
                func.lower(_F.code).contains(word, autoescape=True),
            )
        )
    return query
