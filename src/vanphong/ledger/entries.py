"""Numbers taken from the registers.

A number is taken once and never again: what is not used is voided with a reason
(Decree 30/2020, Articles 15 and 22).
"""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from typing import Any
from vanphong.calendars.clock import now
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import register_entry
from vanphong.ledger.upsert import upsert


__all__ = ["IntegrityError", "add", "describe", "entries", "highest", "taken", "void"]

KEY = ("register_uid", "period", "number", "suffix")

#: Why a number was voided whose document was lost when the server was killed.
INTERRUPTED = _("interrupted")

_E = register_entry.c


def highest(register_uid: str, period: str) -> int:
    """The highest number taken, voided ones included; 0 if there is none.

    Call ``session.lock`` with the register first if the next one is to be taken.
    """
    query = select(func.max(_E.number)).where(_E.register_uid == register_uid, _E.period == period)
    with reading() as connection:
        return connection.execute(query).scalar() or 0


def taken(register_uid: str, period: str, number: int) -> list[Row]:
    """The entries of one number, such as 45, 45a and 45b."""
    query = select(register_entry).where(
        _E.register_uid == register_uid, _E.period == period, _E.number == number
    )
    with reading() as connection:
        return [dict(row) for row in connection.execute(query.order_by(_E.suffix)).mappings()]


def add(row: Mapping[str, Any]) -> None:
    """Enter a number. Raises IntegrityError if it is taken; the transaction must then abort."""
    writing().connection().execute(register_entry.insert(), complete(register_entry, row))


def describe(register_uid: str, period: str, number: int, suffix: str = "", **facts: Any) -> None:
    """Correct what the register says of a number: subject, symbol, origin, recipient."""
    key = {"register_uid": register_uid, "period": period, "number": number, "suffix": suffix}
    writing().connection().execute(update(register_entry).where(_is(key)).values(**facts))


def void(
    register_uid: str,
    period: str,
    number: int,
    suffix: str = "",
    *,
    reason: str,
    by: str,
    at: datetime | None = None,
) -> None:
    """Void a number, which stays in the register. Raises Conflict if there is none to void."""
    key = {"register_uid": register_uid, "period": period, "number": number, "suffix": suffix}
    if not _void(writing().connection(), key, reason, by, at or now()):
        raise Conflict(_("This number is not in the register, or is voided already."))


def entries(
    register_uid: str,
    period: str,
    page: int = 1,
    *,
    size: int = SIZE,
    newest_first: bool = True,
) -> Page:
    """The entries of a register in one period, in the order of their numbers."""
    order = (_E.number, _E.suffix)
    query = (
        select(register_entry)
        .where(_E.register_uid == register_uid, _E.period == period)
        .order_by(*(column.desc() for column in order) if newest_first else order)
    )
    with reading() as connection:
        return page_of(connection, query, page, size)


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those with the same number."""
    upsert(connection, register_entry, rows, KEY)


def void_orphan(connection: Connection, row: Row) -> None:
    """Void a number that no document has, for it was lost in a crash."""
    _void(connection, {name: row[name] for name in KEY}, INTERRUPTED, "", now())


def _void(connection: Connection, key: Row, reason: str, by: str, at: datetime) -> bool:
    found = connection.execute(
        update(register_entry)
        .where(_is(key), _E.voided_at.is_(None))
        .values(voided_at=at, voided_by=by, void_reason=reason)
    )
    return found.rowcount == 1


def _is(key: Row) -> ColumnElement[bool]:
    return and_(*(_E[name] == value for name, value in key.items()))
