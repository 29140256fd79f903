"""The index of documents: lists, duplicates, completion while typing.

Texts to look for arrive folded (lower case, without accents), as the stored keys are.
"""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from sqlalchemy import ColumnElement
from sqlalchemy import Select
from sqlalchemy import Subquery
from sqlalchemy import and_
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import select
from typing import Any
from vanphong.calendars.clock import TZ
from vanphong.ledger import document_rows
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import capped
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_reader


#: Completion looks at this many of the newest documents.
RECENT = 2000

_D = document_index.c
_NEWEST_FIRST = (_D.registered_at.desc(), _D.document_uid.desc())


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; an empty filter lets everything through.

    ``words`` are folded and must all occur; ``since`` and ``until`` are days of
    registration, both included.
    """

    states: tuple[str, ...] = ()
    urgency: int | None = None
    register_uid: str = ""
    period: str = ""
    words: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def put_document(row: Mapping[str, Any], readers: Collection[str]) -> None:
    """Write a document and the tokens that may find it, with the Zope transaction."""
    document_rows.store(
        writing().connection(), [document_rows.expected({**row, "readers": readers})]
    )


def forget(document_uid: str) -> None:
    """Drop a document that is deleted, and its readers."""
    document_rows.drop(writing().connection(), document_uid)


def find_duplicate(
    body_uid: str, duplicate_key: str, identifier: str, exclude_uid: str = ""
) -> Row | None:
    """The newest document of the body with the same identifier, else with the same key.

    Decree 30/2020, Annex VI: warn of the same document code, or of the same number,
    symbol and issuing body. Empty ones are alike to nothing.
    """
    for column, value in ((_D.document_identifier, identifier), (_D.duplicate_key, duplicate_key)):
        if not value:
            continue
        query = (
            select(document_index)
            .where(_D.body_uid == body_uid, column == value, _D.document_uid != exclude_uid)
            .order_by(*_NEWEST_FIRST)
            .limit(1)
        )
        with reading() as connection:
            found = connection.execute(query).mappings().first()
        if found is not None:
            return dict(found)
    return None


def list_documents(
    body_uid: str,
    direction: str,
    *,
    tokens: Collection[str] | None,
    filters: Filters = Filters(),
    page: int = 1,
    size: int = SIZE,
) -> Page:
    """Documents of a body, the newest first; ``tokens`` None for who may see all of them."""
    query = _matching(select(document_index), body_uid, direction, tokens, filters)
    with reading() as connection:
        return page_of(connection, query.order_by(*_NEWEST_FIRST), page, size)


def count_documents(
    body_uid: str,
    direction: str,
    *,
    tokens: Collection[str] | None,
    filters: Filters = Filters(),
) -> int:
    """How many ``list_documents`` has; ``paging.CAP + 1`` means "more than CAP"."""
    query = _matching(select(literal(1)), body_uid, direction, tokens, filters)
    with reading() as connection:
        return connection.execute(capped(query)).scalar_one()


def oldest(body_uid: str, direction: str, state: str, limit: int) -> list[Row]:
    """The documents of a body that have been in a state for longest; index ``document_state``."""
    # An expression has no index: ordered by the bare column, the whole archive would be walked
    # in the order of ``document_newest`` to find the few that are in this state.
    since = func.coalesce(_D.registered_at, _D.arrived_at)
    query = (
        select(document_index)
        .where(_D.body_uid == body_uid, _D.direction == direction, _D.state == state)
        .order_by(since, _D.document_uid)
        .limit(limit)
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def found(document_uids: Collection[str]) -> list[Row]:
    """The rows of some documents, by primary key. Who may read them is for the caller to ask."""
    query = select(document_index).where(_D.document_uid.in_(sorted(document_uids)))
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def complete_organs(
    body_uid: str, text: str, limit: int = 10, *, direction: str = "in"
) -> list[str]:
    """Names of issuing bodies whose key contains ``text``, the most frequent lately first."""
    recent = _recent(body_uid, direction)
    query = (
        select(recent.c.organ_name)
        .where(recent.c.organ_name != "", recent.c.organ_key.contains(text, autoescape=True))
        .group_by(recent.c.organ_name)
        .order_by(func.count().desc(), func.max(recent.c.registered_at).desc())
    )
    return _names(query, limit)


def complete_symbols(
    body_uid: str, text: str, limit: int = 10, *, direction: str = "in"
) -> list[str]:
    """Symbols whose key begins with ``text``, the latest first."""
    recent = _recent(body_uid, direction)
    query = (
        select(recent.c.symbol)
        .where(recent.c.symbol != "", recent.c.symbol_key.startswith(text, autoescape=True))
        .group_by(recent.c.symbol)
        .order_by(func.max(recent.c.registered_at).desc())
    )
    return _names(query, limit)


def _matching(
    query: Select,
    body_uid: str,
    direction: str,
    tokens: Collection[str] | None,
    filters: Filters,
) -> Select:
    query = query.where(_D.body_uid == body_uid, _D.direction == direction, *_narrowed(filters))
    if tokens is None:
        return query
    may_find = exists().where(
        document_reader.c.token.in_(sorted(tokens)),
        document_reader.c.document_uid == _D.document_uid,
    )
    return query.where(may_find)


def _narrowed(filters: Filters) -> list[ColumnElement[bool]]:
    conditions = [_D.folded.contains(word, autoescape=True) for word in filters.words]
    if filters.states:
        conditions.append(_D.state.in_(filters.states))
    if filters.urgency is not None:
        conditions.append(_D.urgency == filters.urgency)
    if filters.register_uid:
        conditions.append(_D.register_uid == filters.register_uid)
    if filters.period:
        conditions.append(_D.period == filters.period)
    if filters.since is not None:
        conditions.append(_D.registered_at >= _start_of(filters.since))
    if filters.until is not None:
        conditions.append(_D.registered_at < _start_of(filters.until + timedelta(days=1)))
    return conditions


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), TZ)


def _recent(body_uid: str, direction: str) -> Subquery:
    return (
        select(document_index)
        .where(and_(_D.body_uid == body_uid, _D.direction == direction))
        .order_by(*_NEWEST_FIRST)
        .limit(RECENT)
        .subquery()
    )


def _names(query: Select, limit: int) -> list[str]:
    with reading() as connection:
        return list(connection.execute(query.limit(limit)).scalars())
