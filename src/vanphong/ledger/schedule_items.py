"""Items of work schedules: who is where, and when; asked by pages, feeds and conflicts.

Every item has a row as it is worked on, and one more as it is published. ``tokens`` are the
actor tokens of those concerned between blanks; ``item`` the whole of it as JSON.
"""

from collections.abc import Collection
from collections.abc import Sequence
from datetime import date
from sqlalchemy import Boolean
from sqlalchemy import Column
from sqlalchemy import Connection
from sqlalchemy import Date
from sqlalchemy import Index
from sqlalchemy import Select
from sqlalchemy import Table
from sqlalchemy import delete
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.ledger.columns import Row
from vanphong.ledger.columns import int_column
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import text_column
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.upsert import upsert


#: ``document_uid`` is the week, ``begins`` and ``ends`` are minutes of the day.
schedule_item = Table(
    "schedule_item",
    metadata,
    text_column("item_uid", primary_key=True),
    Column("published", Boolean, primary_key=True, nullable=False, default=False),
    text_column("document_uid"),
    text_column("body_uid"),
    text_column("week"),
    Column("day", Date, nullable=False),
    int_column("begins"),
    int_column("ends"),
    text_column("room"),
    text_column("tokens"),
    text_column("visibility"),
    text_column("state"),
    int_column("sequence"),
    text_column("item"),
    Index("schedule_item_day", "body_uid", "published", "day"),
    Index("schedule_item_week", "document_uid"),
    Index("schedule_item_mine", "published", "day"),
)

KEY = ("item_uid", "published")

#: At most so many items are given at once.
MOST = 5000

_I = schedule_item.c


def forget(week_uid: str) -> None:
    """Drop the rows of a week, before it is written anew or when it is deleted."""
    writing().connection().execute(delete(schedule_item).where(_I.document_uid == week_uid))


def between(
    body_uid: str,
    first: date,
    last: date,
    *,
    published: bool,
    room: str = "",
    tokens: Collection[str] = (),
    most: int = MOST,
) -> list[Row]:
    """The items of a body on some days, in order.

    :param tokens: only those that concern somebody with one of these.
    """
    query = _days(first, last, published).where(_I.body_uid == body_uid)
    if room:
        query = query.where(_I.room == room)
    return _found(query, tokens, most)


def concerning(
    tokens: Collection[str], first: date, last: date, *, published: bool = True, most: int = MOST
) -> list[Row]:
    """The items of all bodies that concern somebody with one of these tokens, in order."""
    return _found(_days(first, last, published), tokens, most) if tokens else []


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same items."""
    upsert(connection, schedule_item, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    of = (_I[name] == row[name] for name in KEY)
    connection.execute(delete(schedule_item).where(*of))


def _days(first: date, last: date, published: bool) -> Select:
    return select(schedule_item).where(_I.published == published, _I.day.between(first, last))


def _found(query: Select, tokens: Collection[str], most: int) -> list[Row]:
    if tokens:
        query = query.where(
            or_(*(_I.tokens.contains(f" {one} ", autoescape=True) for one in tokens))
        )
    query = query.order_by(_I.day, _I.begins, _I.item_uid).limit(most)
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
