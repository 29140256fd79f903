"""Open steps: what awaits whom, who holds what, and how a document went.

``put`` writes the rows of a routing sheet; everything else reads. A step with the state
``assigned`` is not open: its child waits for somebody, it does not.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import and_
from sqlalchemy import case
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import not_
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import true
from typing import Any
from vanphong.calendars.clock import now as now_by_clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.openings import NOT_OPENED
from vanphong.ledger.openings import with_openings
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import capped
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import work
from vanphong.ledger.upsert import upsert


#: The lists of the desktop.
BOXES = (
    "all",
    "direct",
    "receive",
    "handle",
    "coordinate",
    "read",
    "extend",
    "draft",
    "opine",
    "review",
    "appraise",
    "sign",
    "number",
    "soon",
    "overdue",
)

#: Actions of the way of an outgoing document -> the list that they are in.
CHAIN = {
    "draft": "draft",
    "opine": "opine",
    "review": "review",
    "appraise": "appraise",
    "approve": "sign",
    "sign": "sign",
    "number": "number",
}

_OLDEST_FIRST = (work.c.started_at, work.c.step_uid)

#: The first due first, what has no deadline last.
DUE_FIRST = (work.c.due_at.is_(None), work.c.due_at, *_OLDEST_FIRST)

#: How a list can be ordered.
ORDERS = {
    "due": DUE_FIRST,
    "newest": (work.c.started_at.desc(), work.c.step_uid),
    "urgency": (work.c.urgency.desc(), *DUE_FIRST),
}

#: Where a step belongs: its unit, or the body for the step of a person outside of one.
PLACE = case((work.c.unit_uid != "", work.c.unit_uid), else_=work.c.body_uid)

#: A unit's desk has not received it yet.
AWAITS_RECEIPT = and_(work.c.state == "open", work.c.actor.startswith("Desk:", autoescape=True))


def put(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the steps of a sheet, with the Zope transaction.

    ``opened_at`` and ``opened_by`` in the rows are ignored, and a step for information that
    has been read stays done, whatever the sheet says.
    """
    store(writing().connection(), [complete(work, row) for row in rows])


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, with the facts of reading added.

    Those are looked up when the rows are locked by having been written: nobody can open a
    step in between and have it forgotten.
    """
    upsert(connection, work, [row | NOT_OPENED for row in rows], ["step_uid"])
    opened = [row for row in with_openings(connection, rows) if row["opened_at"]]
    upsert(connection, work, opened, ["step_uid"])


def forget(document_uid: str) -> None:
    """Drop the steps of a document that is deleted."""
    writing().connection().execute(delete(work).where(work.c.document_uid == document_uid))


def inbox(
    tokens: Collection[str],
    *,
    box: str = "all",
    place: str = "",
    page: int = 1,
    size: int = SIZE,
    order: str = "due",
    now: datetime | None = None,
    soon_until: datetime | None = None,
) -> Page:
    """Open steps that wait for one of the tokens.

    ``direct`` awaits a directive; ``receive`` lies at a unit's desk; ``handle`` and
    ``coordinate`` are at work; ``read`` is for information; ``extend`` asks for more time;
    those from ``draft`` to ``number`` are steps of outgoing documents, see ``CHAIN``;
    ``soon`` falls due by ``soon_until``; ``overdue`` has fallen due. ``place`` narrows the
    list to one unit, see ``PLACE``.
    Raises InvalidInput for a box or an order that does not exist.
    """
    condition = _boxes(now or now_by_clock(), soon_until).get(box)
    if condition is None:
        raise InvalidInput(_("There is no list called ${name}."), field="box", name=box)
    if order not in ORDERS:
        raise InvalidInput(_("There is no order called ${name}."), field="order", name=order)
    query = select(work).where(_waits_for(tokens), condition).order_by(*ORDERS[order])
    if place:
        query = query.where(place == PLACE)
    with reading() as connection:
        return page_of(connection, query, page, size)


def counts(
    tokens: Collection[str], now: datetime | None = None, soon_until: datetime | None = None
) -> dict[str, int]:
    """How many open steps each box holds; ``paging.CAP + 1`` means "more than CAP"."""
    numbers = [
        capped(select(literal(1)).where(_waits_for(tokens), condition))
        .scalar_subquery()
        .label(name)
        for name, condition in _boxes(now or now_by_clock(), soon_until).items()
    ]
    with reading() as connection:
        return dict(connection.execute(select(*numbers)).mappings().one())


def timeline(document_uid: str) -> list[Row]:
    """All steps of a document, the oldest first."""
    return _rows(select(work).where(work.c.document_uid == document_uid).order_by(*_OLDEST_FIRST))


def holders(document_uids: Collection[str]) -> dict[str, list[Row]]:
    """The open steps of each of some documents: where it lies now."""
    rows = _rows(
        select(work)
        .where(work.c.document_uid.in_(sorted(document_uids)), work.c.is_open)
        .order_by(*_OLDEST_FIRST)
    )
    found: dict[str, list[Row]] = {uid: [] for uid in document_uids}
    for row in rows:
        found[row["document_uid"]].append(row)
    return found


def holding(unit_uid: str, now: datetime | None = None) -> list[Row]:
    """Per actor of a unit: ``actor``, ``actor_title``, ``open`` and ``late`` steps; late first."""
    is_late = work.c.due_at < (now or now_by_clock())
    late = func.sum(case((is_late, 1), else_=0)).label("late")
    held = func.count().label("open")
    return _rows(
        select(work.c.actor, func.max(work.c.actor_title).label("actor_title"), held, late)
        .where(work.c.unit_uid == unit_uid, work.c.is_open)
        .group_by(work.c.actor)
        .order_by(late.desc(), held.desc(), work.c.actor)
    )


def held(unit_uids: Collection[str]) -> dict[str, int]:
    """How many open steps each of some units holds, its people's included; none is 0."""
    query = (
        select(work.c.unit_uid, func.count())
        .where(work.c.unit_uid.in_(sorted(unit_uids)), work.c.is_open)
        .group_by(work.c.unit_uid)
    )
    with reading() as connection:
        found = {row[0]: row[1] for row in connection.execute(query)}
    return {uid: found.get(uid, 0) for uid in unit_uids}


def given_by(user_id: str, *, page: int = 1, size: int = SIZE) -> Page:
    """Open steps that a person has given to others, the first due first."""
    query = select(work).where(work.c.giver == user_id, work.c.is_open).order_by(*DUE_FIRST)
    with reading() as connection:
        return page_of(connection, query, page, size)


def _waits_for(tokens: Collection[str]) -> ColumnElement[bool]:
    return and_(work.c.is_open, work.c.actor.in_(sorted(tokens)))


def _boxes(now: datetime, soon_until: datetime | None) -> dict[str, ColumnElement[bool]]:
    action = work.c.action
    conditions = (
        true(),
        action == "direct",
        and_(or_(action == "lead", action == "coordinate"), AWAITS_RECEIPT),
        and_(action == "lead", not_(AWAITS_RECEIPT)),
        and_(action == "coordinate", not_(AWAITS_RECEIPT)),
        action == "inform",
        action == "extend",
        *(action.in_(actions) for actions in _chain().values()),
        and_(work.c.due_at > now, work.c.due_at <= (soon_until or now)),
        work.c.due_at <= now,
    )
    return dict(zip(BOXES, conditions, strict=True))


def _chain() -> dict[str, list[str]]:
    """The actions in each list of the way of an outgoing document."""
    found: dict[str, list[str]] = {}
    for action, box in CHAIN.items():
        found.setdefault(box, []).append(action)
    return found


def _rows(query: Select) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
