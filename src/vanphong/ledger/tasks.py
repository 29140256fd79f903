"""Tasks: who gave what to whom, until when, and how far it is; lists by person, unit, source."""

from collections.abc import Collection
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlalchemy import Column
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Index
from sqlalchemy import Select
from sqlalchemy import Table
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.ledger.columns import Row
from vanphong.ledger.columns import int_column
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import text_column
from vanphong.ledger.moments import Moment
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import capped
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import work
from vanphong.ledger.upsert import upsert


#: One row per task. ``document_uid`` is the task itself; ``source_uid`` the document whose line
#: it was made from, with the number of the ``line``; ``holder`` the token that has it now.
task = Table(
    "task",
    metadata,
    text_column("document_uid", primary_key=True),
    text_column("path"),
    text_column("body_uid"),
    text_column("source_uid"),
    text_column("source_symbol"),
    int_column("line"),
    text_column("case_file_uid"),
    text_column("parent_uid"),
    text_column("giver"),
    text_column("giver_title"),
    text_column("entered_by"),
    text_column("lead"),
    text_column("lead_title"),
    text_column("unit_uid"),
    text_column("holder"),
    text_column("holder_title"),
    text_column("subject"),
    text_column("folded"),
    text_column("state"),
    int_column("progress"),
    Column("created_at", Moment),
    Column("due_at", Moment),
    Column("finished_at", Moment),
    Index("task_giver", "giver", "state", "due_at"),
    Index("task_holder", "holder", "state", "due_at"),
    Index("task_unit", "unit_uid", "state", "due_at"),
    Index("task_source", "source_uid", "line"),
    Index("task_case_file", "case_file_uid"),
    Index("task_parent", "parent_uid"),
)

KEY = ("document_uid",)

#: A page shows so many tasks of one document, case file or task at most.
MOST = 500

OPEN = "open"

_T = task.c

_DUE_FIRST = (_T.due_at.is_(None), _T.due_at, _T.created_at, _T.document_uid)

_IN_ORDER = (_T.line, _T.created_at, _T.document_uid)


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; what is empty lets everything through.

    ``holders`` are tokens that hold it or have an open step in it; ``givers`` user ids of
    whose tasks they are; ``late_at`` lets through what is open and was due by then; ``words``
    are folded.
    """

    holders: tuple[str, ...] = ()
    givers: tuple[str, ...] = ()
    unit_uids: tuple[str, ...] = ()
    source_uid: str = ""
    state: str = ""
    late_at: datetime | None = None
    words: tuple[str, ...] = ()


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same tasks."""
    upsert(connection, task, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(task).where(_T.document_uid == row["document_uid"]))


def forget(task_uid: str) -> None:
    """Drop a task that is deleted."""
    drop(writing().connection(), {"document_uid": task_uid})


def of_source(source_uid: str) -> list[Row]:
    """The tasks made from a document, in the order of its lines. Who may see them: the caller."""
    return _found(_T.source_uid == source_uid, _IN_ORDER)


def of_case_file(case_file_uid: str) -> list[Row]:
    """The tasks of a case file, the first due first. Who may see them is for the caller to ask."""
    return _found(_T.case_file_uid == case_file_uid, _DUE_FIRST)


def open_in(case_file_uid: str) -> list[Row]:
    """The tasks of a case file that have not ended, the first due first."""
    return _found(and_(_T.case_file_uid == case_file_uid, _T.state == OPEN), _DUE_FIRST)


def uids_in(case_file_uid: str, after: str, limit: int) -> list[str]:
    """UIDs of the tasks of a case file behind one of them, in their own order."""
    query = (
        select(_T.document_uid)
        .where(_T.case_file_uid == case_file_uid, _T.document_uid > after)
        .order_by(_T.document_uid)
        .limit(limit)
    )
    with reading() as connection:
        return list(connection.execute(query).scalars())


def below(task_uid: str) -> list[Row]:
    """The tasks given on from a task."""
    return _found(_T.parent_uid == task_uid, _IN_ORDER)


def listed(
    tokens: Collection[str],
    filters: Filters = Filters(),
    *,
    bodies: Collection[str] = (),
    page: int = 1,
    size: int = SIZE,
) -> Page:
    """Tasks that somebody with these tokens may read, the first due first.

    :param bodies: UIDs of bodies all of whose tasks they may read.
    """
    query = _narrowed(select(task), tokens, filters, bodies)
    with reading() as connection:
        return page_of(connection, query.order_by(*_DUE_FIRST), page, size)


def count(
    tokens: Collection[str], filters: Filters = Filters(), *, bodies: Collection[str] = ()
) -> int:
    """How many ``listed`` has; ``paging.CAP + 1`` means "more than CAP"."""
    query = _narrowed(select(literal(1)).select_from(task), tokens, filters, bodies)
    with reading() as connection:
        return connection.execute(capped(query)).scalar_one()


def _found(condition: ColumnElement[bool], order: tuple) -> list[Row]:
    query = select(task).where(condition).order_by(*order).limit(MOST)
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _narrowed(
    query: Select, tokens: Collection[str], filters: Filters, bodies: Collection[str]
) -> Select:
    mine = sorted(tokens)
    if filters.holders:
        query = query.where(_held(filters.holders, filters.state == OPEN))
    elif filters.givers:
        query = query.where(_T.giver.in_(filters.givers))
    else:
        readable = exists().where(
            document_reader.c.token.in_(mine),
            document_reader.c.document_uid == _T.document_uid,
        )
        query = query.where(or_(_T.body_uid.in_(sorted(bodies)), readable) if bodies else readable)
    if filters.unit_uids:
        query = query.where(_T.unit_uid.in_(filters.unit_uids))
    if filters.source_uid:
        query = query.where(_T.source_uid == filters.source_uid)
    if filters.state:
        query = query.where(_T.state == filters.state)
    if filters.late_at is not None:
        query = query.where(_T.state == OPEN, _T.due_at <= filters.late_at)
    for word in filters.words:
        query = query.where(func.lower(_T.folded).contains(word, autoescape=True))
    return query


def _held(holders: Collection[str], is_open: bool) -> ColumnElement[bool]:
    """What is open by the steps that wait, coordinating ones among them; else by who had it."""
    if not is_open:
        return _T.holder.in_(holders)
    waits = select(work.c.document_uid).where(and_(work.c.is_open, work.c.actor.in_(holders)))
    return _T.document_uid.in_(waits)
