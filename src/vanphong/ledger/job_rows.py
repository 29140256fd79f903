"""Rows of background jobs: putting them, finding them, and what persons do with them."""

from collections.abc import Mapping
from datetime import datetime
from datetime import timedelta
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import update
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import rules
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import job
from vanphong.ledger.upsert import insert
import json


#: Finished jobs are forgotten after this time.
KEPT = timedelta(days=30)

#: Columns that hold JSON.
JSON = ("args", "cursor", "result", "before")


def put(connection: Connection, values: Mapping[str, Any]) -> str:
    """Add a waiting job; the UID of the one with the same kind and key if it is still open.

    If that one has begun already, it begins again when it has ended.
    """
    row = complete(job, written(values))
    while True:
        if row["key"]:
            found = connection.execute(open_one(row["kind"], row["key"]).with_for_update()).first()
            if found is not None:
                if found.state == rules.RUNNING:
                    connection.execute(update_one(found.uid).values(again=True))
                return found.uid
        added = connection.execute(insert(connection, job).values(row).on_conflict_do_nothing())
        if added.rowcount:
            return row["uid"]


def get(connection: Connection, uid: str, *, lock: bool = False) -> Row | None:
    """One job, or None."""
    query = select(job).where(job.c.uid == uid)
    found = connection.execute(query.with_for_update() if lock else query).mappings().first()
    return None if found is None else read(found)


def of(connection: Connection, subject_uid: str, kind: str, limit: int) -> list[Row]:
    """The newest jobs about a subject, of one kind or of all."""
    query = select(job).where(job.c.subject_uid == subject_uid)
    if kind:
        query = query.where(job.c.kind == kind)
    return _all(connection, query.order_by(job.c.put_at.desc(), job.c.uid).limit(limit))


def newest(connection: Connection, limit: int) -> list[Row]:
    """The newest jobs, the failed ones before all others."""
    failed = job.c.state == rules.FAILED
    found: list[Row] = []
    for condition in (failed, ~failed):
        query = select(job).where(condition).order_by(job.c.put_at.desc(), job.c.uid)
        found += _all(connection, query.limit(limit - len(found)))
    return found


def counts(connection: Connection) -> dict[str, int]:
    """How many jobs there are, by state."""
    query = select(job.c.state, func.count()).group_by(job.c.state)
    found = dict(connection.execute(query).tuples().all())
    return {state: found.get(state, 0) for state in rules.STATE_TEXTS}


def act(connection: Connection, name: str, uid: str, now: datetime) -> Row:
    """Do what a person wants with a job; the job as it is then.

    :raises InvalidInput: when there is no such job.
    :raises Conflict: when its state does not admit that, or the same work waits already.
    """
    row = get(connection, uid, lock=True)
    if row is None:
        raise InvalidInput(_("There is no job “${uid}”."), uid=uid, field="uid")
    state = rules.after(name, row["state"])
    changed: Row = {"state": state}
    if state == rules.WAITING:
        if row["key"] and connection.execute(open_one(row["kind"], row["key"])).first():
            raise Conflict(_("The same work is waiting already as another job."))
        # whoever still runs a batch of it has lost it
        changed |= {"worker": "", "before": {}, "tries": 0, "due_at": now, "finished_at": None}
    connection.execute(update_one(uid).values(written(changed)))
    return row | changed


def prune(connection: Connection, now: datetime) -> None:
    """Forget what has been finished for long."""
    old = and_(job.c.state == rules.DONE, job.c.put_at < now - KEPT)
    connection.execute(delete(job).where(old))


def open_one(kind: str, key: str) -> Any:
    """Query for the job of a kind and key that will go on by itself."""
    return select(job.c.uid, job.c.state).where(
        job.c.kind == kind, job.c.key == key, job.c.state.in_(rules.OPEN)
    )


def update_one(uid: str) -> Any:
    """UPDATE of one job."""
    return update(job).where(job.c.uid == uid)


def _all(connection: Connection, query: Any) -> list[Row]:
    return [read(row) for row in connection.execute(query).mappings()]


def written(values: Mapping[str, Any]) -> Row:
    """Values for the table, JSON as text."""
    return {
        name: json.dumps(value or {}, ensure_ascii=False) if name in JSON else value
        for name, value in values.items()
    }


def read(row: Mapping[Any, Any]) -> Row:
    """A row of the table, JSON as values."""
    found = dict(row)
    return found | {name: json.loads(found[name] or "{}") for name in JSON}
