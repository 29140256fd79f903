"""Invitations: one row for the meeting itself, and one for each who is invited.

``invitee`` is empty for the meeting itself; ``tokens`` are the actor tokens of those who
answer, between blanks, ``answer`` what was answered to the meeting as it is now.
"""

from collections.abc import Collection
from collections.abc import Sequence
from datetime import datetime
from sqlalchemy import Boolean
from sqlalchemy import Column
from sqlalchemy import Connection
from sqlalchemy import Index
from sqlalchemy import Select
from sqlalchemy import Table
from sqlalchemy import delete
from sqlalchemy import false
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from vanphong.ledger.columns import Row
from vanphong.ledger.columns import int_column
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import text_column
from vanphong.ledger.moments import Moment
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.upsert import upsert
from vanphong.ledger.words import bare
from vanphong.ledger.words import words


invitation = Table(
    "invitation",
    metadata,
    text_column("document_uid", primary_key=True),
    text_column("invitee", primary_key=True),
    text_column("path"),
    text_column("body_uid"),
    text_column("title"),
    text_column("symbol"),
    text_column("place"),
    text_column("chairs"),
    text_column("folded"),
    Column("starts_at", Moment),
    Column("ends_at", Moment),
    Column("answer_by", Moment),
    text_column("tokens"),
    text_column("answer"),
    text_column("state"),
    int_column("sequence"),
    Column("public", Boolean, nullable=False, default=False),
    Column("urgent", Boolean, nullable=False, default=False),
    Index("invitation_coming", "invitee", "public", "starts_at"),
    Index("invitation_end", "invitee", "ends_at"),
)

KEY = ("document_uid", "invitee")

STANDING = "standing"
CANCELLED = "cancelled"

SIZE = 20

#: At most so many are given at once.
MOST = 200

_I = invitation.c


def forget(document_uid: str) -> None:
    """Drop the rows of an invitation, before they are written anew or when it is deleted."""
    writing().connection().execute(delete(invitation).where(_I.document_uid == document_uid))


def public(
    now: datetime,
    *,
    past: bool = False,
    elsewhere: Collection[str] = (),
    page: int = 1,
    size: int = SIZE,
) -> Page:
    """Meetings that everybody may know of: those to come by time, or those that are over.

    :param elsewhere: UIDs of bodies that show their own.
    """
    query = _public(elsewhere)
    if past:
        query = query.where(_I.ends_at < now).order_by(_I.starts_at.desc(), _I.document_uid)
    else:
        query = query.where(_I.ends_at >= now).order_by(_I.starts_at, _I.document_uid)
    with reading() as connection:
        return page_of(connection, query, page, size)


def search(text: str, limit: int, elsewhere: Collection[str] = ()) -> list[Row]:
    """Public meetings that have all words of a text, the newest first."""
    wanted = words(bare(text))[:12]
    if not wanted:
        return []
    query = _public(elsewhere)
    for word in wanted:
        query = query.where(_I.folded.contains(word, autoescape=True))
    query = query.order_by(_I.starts_at.desc(), _I.document_uid).limit(limit)
    return _rows(query)


def waiting(tokens: Collection[str], now: datetime, limit: int = MOST) -> list[Row]:
    """Meetings to come for which somebody with these tokens has still to answer."""
    return _rows(_mine(tokens, now).where(_I.answer == "", _I.state == STANDING).limit(limit))


def mine(tokens: Collection[str], now: datetime, limit: int = MOST) -> list[Row]:
    """Meetings to come, or not yet over, to which somebody with these tokens is invited."""
    return _rows(_mine(tokens, now).limit(limit))


def count_waiting(tokens: Collection[str], now: datetime) -> int:
    """How many answers somebody with these tokens still owes."""
    query = _mine(tokens, now).where(_I.answer == "", _I.state == STANDING).order_by(None)
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def of_body(body_uid: str, since: datetime, limit: int = MOST) -> list[Row]:
    """Meetings that a body calls, from a moment on."""
    query = select(invitation).where(_I.invitee == "", _I.body_uid == body_uid, _I.ends_at >= since)
    return _rows(query.order_by(_I.starts_at, _I.document_uid).limit(limit))


def standing(now: datetime, limit: int = MOST) -> list[Row]:
    """All meetings to come, of every body: for those who are reminded."""
    query = select(invitation).where(
        _I.invitee == "", _I.state == STANDING, _I.ends_at >= now, _I.starts_at > now
    )
    return _rows(query.order_by(_I.starts_at).limit(limit))


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same invitees."""
    upsert(connection, invitation, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(invitation).where(*(_I[name] == row[name] for name in KEY)))


def _public(elsewhere: Collection[str]) -> Select:
    query = select(invitation).where(_I.invitee == "", _I.public)
    return query.where(_I.body_uid.not_in(sorted(elsewhere))) if elsewhere else query


def _mine(tokens: Collection[str], now: datetime) -> Select:
    if not tokens:
        return select(invitation).where(false())
    concerned = or_(*(_I.tokens.contains(f" {one} ", autoescape=True) for one in sorted(tokens)))
    query = select(invitation).where(_I.invitee != "", _I.ends_at >= now, concerned)
    return query.order_by(_I.starts_at, _I.document_uid, _I.invitee)


def _rows(query: Select) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
