"""Deliveries of outgoing documents: to whom, how, and where each stands.

Rows are written by the act that issues, and by what becomes of the document at each
recipient (Decree 30/2020, Annex VI, Part I.III.1.k and o).
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import select
from typing import Any
from vanphong.ledger.paging import SIZE
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import delivery
from vanphong.ledger.tables import document_index
from vanphong.ledger.upsert import upsert


KEY = ("document_uid", "recipient")

#: Ways of sending that go by post or by hand, and stand in the dispatch register.
ON_PAPER = ("paper", "hand")

_D = delivery.c


def put(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, with the Zope transaction."""
    store(writing().connection(), [complete(delivery, row) for row in rows])


def of(document_uid: str) -> list[Row]:
    """The deliveries of a document in the order of its recipients."""
    query = select(delivery).where(_D.document_uid == document_uid)
    with reading() as connection:
        found = connection.execute(query.order_by(_D.position, _D.recipient)).mappings()
        return [dict(row) for row in found]


def counted(document_uids: Collection[str]) -> dict[str, dict[str, int]]:
    """How many deliveries of each of some documents are in which state."""
    query = (
        select(_D.document_uid, _D.state, func.count())
        .where(_D.document_uid.in_(sorted(document_uids)))
        .group_by(_D.document_uid, _D.state)
    )
    found: dict[str, dict[str, int]] = {uid: {} for uid in document_uids}
    with reading() as connection:
        for uid, state, number in connection.execute(query):
            found[uid][state] = number
    return found


def dispatched(
    body_uid: str, since: datetime, until: datetime, *, page: int = 1, size: int = SIZE
) -> Page:
    """What a body sent by post or by hand in a time, for its dispatch register.

    Rows of ``delivery``, each with ``symbol``, ``subject``, ``issued_date`` and ``path`` of
    its document.
    """
    document = document_index.c
    query = (
        select(delivery, document.symbol, document.subject, document.issued_date, document.path)
        .join(document_index, document.document_uid == _D.document_uid)
        .where(
            document.body_uid == body_uid,
            _D.channel.in_(ON_PAPER),
            _D.sent_at >= since,
            _D.sent_at < until,
        )
        .order_by(_D.sent_at.desc(), _D.document_uid, _D.position)
    )
    with reading() as connection:
        return page_of(connection, query, page, size)


def forget(document_uid: str) -> None:
    """Drop the deliveries of a document that is deleted."""
    writing().connection().execute(delete(delivery).where(_D.document_uid == document_uid))


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same recipients."""
    upsert(connection, delivery, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(delivery).where(and_(*(_D[name] == row[name] for name in KEY))))
