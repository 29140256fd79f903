"""Who has looked at which document, and which steps were opened by that."""

from collections.abc import Collection
from datetime import datetime
from datetime import timedelta
from sqlalchemy import Connection
from sqlalchemy import select
from vanphong.calendars.clock import now
from vanphong.ledger.openings import open_steps
from vanphong.ledger.openings import unopened
from vanphong.ledger.session import autonomous
from vanphong.ledger.session import reading
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import access
from vanphong.ledger.tables import work
from vanphong.ledger.upsert import insert


#: Looking again within this time is the same visit and writes nothing.
VISIT = timedelta(minutes=5)


def seen(
    document_uid: str, user_id: str, tokens: Collection[str], at: datetime | None = None
) -> bool:
    """Note a visit, and open the steps that wait for this person. True if anything was written.

    Commits by itself, so that a page may call it though pages write no content.
    """
    at = at or now()
    with reading() as connection:
        if _is_same_visit(connection, document_uid, user_id, at) and not _has_new_steps(
            connection, document_uid, tokens
        ):
            return False
    with autonomous() as connection:
        _count_visit(connection, document_uid, user_id, at)
        open_steps(connection, document_uid, user_id, tokens, at)
    return True


def opened_by(document_uid: str) -> list[Row]:
    """Who has looked at a document: user_id, first_at, last_at, times; the first one first."""
    query = select(access).where(access.c.document_uid == document_uid).order_by(access.c.first_at)
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def opened_since(document_uid: str, actor: str, moment: datetime) -> bool:
    """Whether a step of a document that waits for this actor was opened at or after a moment."""
    query = select(work.c.step_uid).where(
        work.c.document_uid == document_uid, work.c.actor == actor, work.c.opened_at >= moment
    )
    with reading() as connection:
        return connection.execute(query.limit(1)).first() is not None


def _is_same_visit(connection: Connection, document_uid: str, user_id: str, at: datetime) -> bool:
    last = connection.execute(
        select(access.c.last_at).where(
            access.c.document_uid == document_uid, access.c.user_id == user_id
        )
    ).scalar()
    return last is not None and at - last < VISIT


def _has_new_steps(connection: Connection, document_uid: str, tokens: Collection[str]) -> bool:
    return connection.execute(unopened(document_uid, tokens).limit(1)).first() is not None


def _count_visit(connection: Connection, document_uid: str, user_id: str, at: datetime) -> None:
    statement = insert(connection, access).values(
        document_uid=document_uid, user_id=user_id, first_at=at, last_at=at, times=1
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["document_uid", "user_id"],
            set_={"last_at": statement.excluded.last_at, "times": access.c.times + 1},
        )
    )
