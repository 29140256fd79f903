"""Open work at a glance: counted for a person in one query, and listed for a unit."""

from collections.abc import Collection
from datetime import datetime
from sqlalchemy import ColumnElement
from sqlalchemy import and_
from sqlalchemy import case
from sqlalchemy import exists
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.calendars.clock import now as now_by_clock
from vanphong.ledger.paging import CAP
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import work
from vanphong.ledger.work import AWAITS_RECEIPT
from vanphong.ledger.work import CHAIN
from vanphong.ledger.work import DUE_FIRST
from vanphong.ledger.work import PLACE


#: The box of ``work.BOXES`` that a step lies in, apart from its deadline.
_BOX = case(
    (work.c.action == "direct", "direct"),
    (work.c.action == "inform", "read"),
    (work.c.action == "extend", "extend"),
    (AWAITS_RECEIPT, "receive"),
    (work.c.action == "lead", "handle"),
    *((work.c.action == action, box) for action, box in CHAIN.items()),
    else_="coordinate",
)


def tally(
    tokens: Collection[str], now: datetime | None = None, soon_until: datetime | None = None
) -> list[Row]:
    """What waits for some tokens: one row per ``place`` and ``box``, with its counts.

    ``place`` is the UID of the unit of a step, of the body where a step has no unit. The
    counts are ``open``, ``unopened``, ``soon`` (due by ``soon_until``) and ``overdue``;
    ``first_due`` is the earliest deadline, or None. Steps beyond ``CAP + 1`` are not
    counted; they are those due last. Reads the index ``work_inbox``.
    """
    now = now or now_by_clock()
    soon_until = soon_until or now
    waiting = (
        select(_BOX.label("box"), PLACE.label("place"), work.c.opened_at, work.c.due_at)
        .where(work.c.is_open, work.c.actor.in_(sorted(tokens)))
        .order_by(*DUE_FIRST)
        .limit(CAP + 1)
        .subquery()
    ).c
    query = select(
        waiting.place,
        waiting.box,
        func.count().label("open"),
        _how_many(waiting.opened_at.is_(None)).label("unopened"),
        _how_many(and_(waiting.due_at > now, waiting.due_at <= soon_until)).label("soon"),
        _how_many(waiting.due_at <= now).label("overdue"),
        func.min(waiting.due_at).label("first_due"),
    ).group_by(waiting.place, waiting.box)
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def of_unit(
    unit_uid: str,
    *,
    actor: str = "",
    readable_by: Collection[str] | None = None,
    page: int = 1,
    size: int = SIZE,
) -> Page:
    """Open steps of a unit and its people, the first due first. Reads ``work_unit``.

    :param actor: only the steps of this actor.
    :param readable_by: only steps of documents that one of these tokens may find; None for
        who may see all the work of the unit.
    """
    query = select(work).where(work.c.is_open, work.c.unit_uid == unit_uid)
    if actor:
        query = query.where(work.c.actor == actor)
    if readable_by is not None:
        tokens = sorted(readable_by)
        may_find = exists().where(
            document_reader.c.token.in_(tokens),
            document_reader.c.document_uid == work.c.document_uid,
        )
        query = query.where(or_(work.c.actor.in_(tokens), may_find))
    with reading() as connection:
        return page_of(connection, query.order_by(*DUE_FIRST), page, size)


def steps(step_uids: Collection[str]) -> list[Row]:
    """The rows of some steps, by primary key, whoever holds them and whatever their state."""
    query = select(work).where(work.c.step_uid.in_(sorted(step_uids)))
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
