"""The index of documents: lists, duplicates, completion while typing.

Texts to look for arrive folded (lower case, without accents), as the stored keys are.
"""

from collections.abc import Collection
from collections.abc import Mapping
from collections.abc import Sequence
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
from sqlalchemy import or_
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
from vanphong.ledger.tables import work


#: Completion looks at this many of the newest documents.
RECENT = 2000

_D = document_index.c
_NEWEST_FIRST = (_D.registered_at.desc(), _D.document_uid.desc())


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; an empty filter lets everything through.

    ``words`` are folded and must all occur; ``since`` and ``until`` are days of
    registration, both included; ``awaits`` are actor tokens for one of which an open step
    waits.
    """

    states: tuple[str, ...] = ()
    urgency: int | None = None
    register_uid: str = ""
    period: str = ""
    words: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    awaits: frozenset[str] = frozenset()


def put_document(row: Mapping[str, Any], readers: Collection[str]) -> None:
    """Write a document and the tokens that may find it, with the Zope transaction."""
    document_rows.store(
        writing().connection(), [document_rows.expected({**row, "readers": readers})]
    )


def add_documents(rows: Sequence[Mapping[str, Any]]) -> None:
    """Write documents that are new, each with its ``readers``, with the Zope transaction."""
    document_rows.add(writing().connection(), [document_rows.expected(row) for row in rows])


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


def newest(body_uid: str, direction: str, states: Collection[str], limit: int) -> list[Row]:
    """The newest documents of a body that are in one of these states."""
    query = (
        select(document_index)
        .where(_D.body_uid == body_uid, _D.direction == direction, _D.state.in_(sorted(states)))
        .order_by(*_NEWEST_FIRST)
        .limit(limit)
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def last_dated(body_uid: str, register_uid: str, period: str) -> date | None:
    """The date of the document with the last number of a register; None while it has none."""
    query = (
        select(_D.issued_date)
        .where(
            _D.body_uid == body_uid,
            _D.direction == "out",
            _D.register_uid == register_uid,
            _D.period == period,
            _D.number.is_not(None),
            _D.suffix == "",
        )
        .order_by(*_NEWEST_FIRST)
        .limit(1)
    )
    with reading() as connection:
        return connection.execute(query).scalar()


def found(document_uids: Collection[str]) -> list[Row]:
    """The rows of some documents, by primary key. Who may read them is for the caller to ask."""
    query = select(document_index).where(_D.document_uid.in_(sorted(document_uids)))
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def paths_in_states(
    direction: str, states: Collection[str], after: str = "", limit: int = 200
) -> list[tuple[str, str]]:
    """UIDs and paths of documents in some states, of all bodies, in the order of their UIDs.

    :param after: the last UID of the page before.
    """
    query = (
        select(_D.document_uid, _D.path)
        .where(_D.direction == direction, _D.state.in_(sorted(states)), _D.document_uid > after)
        .order_by(_D.document_uid)
        .limit(limit)
    )
    with reading() as connection:
        return [(uid, path) for uid, path in connection.execute(query)]


def count_in_states(
    body_uids: Collection[str], direction: str, states: Collection[str], *, cap: bool = True
) -> int:
    """How many documents are in some states; ``paging.CAP + 1`` means "more than CAP".

    The bodies are named for the index ``document_state``, which begins with them.
    """
    query = select(literal(1)).where(
        _D.body_uid.in_(sorted(body_uids)),
        _D.state.in_(sorted(states)),
        _D.direction == direction,
    )
    with reading() as connection:
        counted = capped(query) if cap else select(func.count()).select_from(query.subquery())
        return connection.execute(counted).scalar_one()


def count_on_route(route_uid: str, version: int | None = None) -> int:
    """How many documents run on a route template; ``paging.CAP + 1`` means "more than CAP"."""
    query = select(literal(1)).where(_D.route_uid == route_uid)
    if version is not None:
        query = query.where(_D.route_version == version)
    with reading() as connection:
        return connection.execute(capped(query)).scalar_one()


def running_by_route() -> dict[str, int]:
    """How many documents run on each route template; those on which none does are left out."""
    query = select(_D.route_uid, func.count()).where(_D.route_uid.is_not(None))
    with reading() as connection:
        return dict(connection.execute(query.group_by(_D.route_uid)).tuples().all())


def running(
    route_uids: Collection[str] | None = None, text: str = "", *, page: int = 1, size: int = SIZE
) -> Page:
    """Documents that run on route templates, the longest on its way first.

    :param route_uids: on these templates only; on all when None.
    :param text: the number, or a part of the symbol.
    """
    query = select(document_index).where(_D.route_uid.is_not(None))
    if route_uids is not None:
        query = query.where(_D.route_uid.in_(sorted(route_uids)))
    if text:
        query = query.where(or_(_D.label == text, _D.symbol.icontains(text, autoescape=True)))
    with reading() as connection:
        return page_of(connection, query.order_by(_D.registered_at, _D.document_uid), page, size)


def named(direction: str, text: str) -> Row | None:
    """The newest document of any body with this symbol, number, UID or path."""
    same = or_(_D.symbol == text, _D.label == text, _D.document_uid == text, _D.path == text)
    query = select(document_index).where(_D.direction == direction, same)
    with reading() as connection:
        found = connection.execute(query.order_by(*_NEWEST_FIRST).limit(1)).mappings().first()
    return None if found is None else dict(found)


def complete_organs(
    body_uid: str, texts: str | Collection[str], limit: int = 10, *, direction: str = "in"
) -> list[str]:
    """Names of issuing bodies whose key contains a text, the most frequent lately first."""
    recent = _recent(body_uid, direction)
    texts = [texts] if isinstance(texts, str) else texts
    fits = or_(*(recent.c.organ_key.contains(text, autoescape=True) for text in texts))
    query = (
        select(recent.c.organ_name)
        .where(recent.c.organ_name != "", fits)
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
    if filters.awaits:
        waiting = select(work.c.document_uid).where(
            work.c.is_open, work.c.actor.in_(sorted(filters.awaits))
        )
        conditions.append(_D.document_uid.in_(waiting))
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
