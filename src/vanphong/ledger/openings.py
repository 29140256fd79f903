"""What reading does to a step: it is opened, and one for information is thereby done.

The routing sheet says nothing of it, for looking at a page writes no content. Whoever
writes or compares rows of ``work`` therefore adds these facts to what the sheet says.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from datetime import datetime
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import select
from sqlalchemy import update
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import opening
from vanphong.ledger.tables import work
from vanphong.ledger.upsert import insert


#: A step with this action ends by being read.
INFORM = "inform"

#: The state of a step that has ended.
DONE = "done"

#: The facts of a step that nobody has opened.
NOT_OPENED: Row = {"opened_at": None, "opened_by": ""}


def with_openings(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    """Complete rows of ``work`` with the facts of reading added."""
    uids = [row["step_uid"] for row in rows]
    found = connection.execute(select(opening).where(opening.c.step_uid.in_(uids))).mappings()
    facts = {fact["step_uid"]: dict(fact) for fact in found}
    return [row | _effect(row, facts.get(row["step_uid"])) for row in rows]


def open_steps(
    connection: Connection, document_uid: str, user_id: str, tokens: Iterable[str], at: datetime
) -> None:
    """Note that a person opened the steps of a document that wait for one of the tokens."""
    query = unopened(document_uid, tokens).order_by(work.c.step_uid).with_for_update()
    for step in connection.execute(query).mappings().all():
        fact = {
            "step_uid": step["step_uid"],
            "document_uid": document_uid,
            "opened_at": at,
            "opened_by": user_id,
        }
        connection.execute(insert(connection, opening).values(fact).on_conflict_do_nothing())
        connection.execute(
            update(work)
            .where(work.c.step_uid == step["step_uid"])
            .values(_effect(dict(step), fact))
        )


def unopened(document_uid: str, tokens: Iterable[str]) -> Select:
    """Query for the open steps of a document that nobody of the tokens has opened yet."""
    return select(work).where(
        work.c.document_uid == document_uid,
        work.c.is_open,
        work.c.actor.in_(sorted(tokens)),
        work.c.opened_at.is_(None),
    )


def _effect(row: Row, fact: Row | None) -> Row:
    """The columns of a step that depend on whether it was opened."""
    if fact is None:
        return NOT_OPENED
    at, by = fact["opened_at"], fact["opened_by"]
    effect = {"opened_at": at, "opened_by": by}
    if row["action"] == INFORM and row["is_open"]:
        effect |= {"is_open": False, "state": DONE, "finished_at": at, "finished_by": by}
    return effect
