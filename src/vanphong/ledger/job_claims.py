"""How workers share background jobs, and what a batch leaves in the row of its job.

A worker claims the next batch in a short transaction of its own, so that everybody sees it
running and nobody waits for it. What the batch does and what its row says of it are then
committed together. SQL commits an instant before ZODB: until the worker confirms that both
have, the row remembers where the job stood before, and a kill in between loses nothing.
"""

from collections.abc import Collection
from collections.abc import Mapping
from datetime import datetime
from datetime import timedelta
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import not_
from sqlalchemy import or_
from sqlalchemy import select
from typing import Any
from vanphong.ledger import rules
from vanphong.ledger.job_rows import get
from vanphong.ledger.job_rows import open_one
from vanphong.ledger.job_rows import read
from vanphong.ledger.job_rows import update_one
from vanphong.ledger.job_rows import written
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import job


#: A batch that has not ended in this time has lost its worker.
LEASE = timedelta(minutes=30)

_BEGINNING: Row = {"cursor": {}, "done": 0, "total": 0, "again": False, "started_at": None}


def is_due(connection: Connection, kinds: Collection[str], now: datetime) -> bool:
    """Whether there may be something to claim or to recover."""
    query = select(job.c.uid).where(or_(_due(kinds, now), _lost(now - LEASE))).limit(1)
    return connection.execute(query).first() is not None


def claim(
    connection: Connection,
    worker: str,
    kinds: Collection[str],
    now: datetime,
    site: str | None = None,
) -> Row | None:
    """Take the job whose turn it is, or None; of one site if that is given.

    Jobs take turns batch by batch, so a long one does not hold up the others.
    """
    query = select(job).where(_due(kinds, now))
    if site is not None:
        query = query.where(job.c.site == site)
    query = query.order_by(job.c.due_at, job.c.put_at, job.c.uid).limit(1)
    found = connection.execute(query.with_for_update(skip_locked=True)).mappings().first()
    if found is None:
        return None
    claimed = {
        "state": rules.RUNNING,
        "worker": worker,
        "claimed_at": now,
        "started_at": found["started_at"] or now,
    }
    connection.execute(update_one(found["uid"]).values(claimed))
    return read({**found, **claimed})


def end_batch(
    connection: Connection, uid: str, worker: str, values: Mapping[str, Any], now: datetime
) -> bool:
    """Write what a batch has brought about; False if the job is not this worker's any more.

    ``values`` with a ``result`` are those of the last batch. The claim lasts until the batch
    is confirmed.
    """
    row = get(connection, uid, lock=True)
    if row is None or row["worker"] != worker:
        return False
    finished = "result" in values
    state = rules.after_batch(row["state"], finished=finished, again=row["again"])
    changed: Row = {**values, "state": state, "tries": 0, "due_at": now, "error": ""}
    if finished:
        changed["finished_at"] = now
    if finished and state == rules.WAITING:
        changed |= _BEGINNING
    changed["before"] = {name: row[name] for name in ("cursor", "done", "total")}
    connection.execute(update_one(uid).values(written(changed)))
    return True


def confirm(connection: Connection, uid: str, worker: str) -> None:
    """Give the job back: the batch that was ended is committed in content, too."""
    given_back = update_one(uid).where(job.c.worker == worker)
    connection.execute(given_back.values(written({"worker": "", "before": {}})))


def end_badly(
    connection: Connection, uid: str, worker: str, error: str, now: datetime, *, final: bool
) -> None:
    """Write that a batch has failed, unless the job is not this worker's any more."""
    row = get(connection, uid, lock=True)
    if row is None or row["worker"] != worker:
        return
    # SQL may have committed the batch though ZODB then could not
    row |= _stood_before(connection, row)
    setback = rules.after_failure(row["state"], row["tries"], now, final=final)
    changed = {name: row[name] for name in ("cursor", "done", "total")} | {
        "state": setback.state,
        "tries": setback.tries,
        "due_at": setback.due_at,
        "finished_at": now if setback.state == rules.FAILED else None,
        "worker": "",
        "before": {},
        "error": error,
    }
    connection.execute(update_one(uid).values(written(changed)))


def recover(connection: Connection, now: datetime) -> None:
    """Free the jobs of workers that are gone; a batch that was not confirmed is done again."""
    _free(connection, _lost(now - LEASE))


def take_over(connection: Connection, name: str) -> None:
    """Free the jobs of all workers but the one called ``name``, whose claims begin with it.

    On SQLite the others are gone when a worker begins, for one process holds the content.
    """
    own = job.c.worker.startswith(f"{name}:", autoescape=True)
    _free(connection, and_(job.c.worker != "", not_(own)))


def _free(connection: Connection, held: ColumnElement[bool]) -> None:
    query = select(job).where(held).with_for_update(skip_locked=True)
    for found in connection.execute(query).mappings().all():
        row = read(found)
        freed = {"worker": "", "before": {}} | _stood_before(connection, row)
        connection.execute(update_one(row["uid"]).values(written(freed)))


def _stood_before(connection: Connection, row: Row) -> Row:
    """The columns as they were before a batch that was not confirmed; none to change if it was.

    A job that looks finished is left so if the same work waits as another one by now.
    """
    if not row["before"] or row["state"] == rules.WAITING:  # which begins anew in any case
        return {}
    if row["state"] == rules.DONE:
        if row["key"] and connection.execute(open_one(row["kind"], row["key"])).first():
            return {}
        return row["before"] | {"state": rules.RUNNING, "finished_at": None, "result": {}}
    return row["before"]


def _due(kinds: Collection[str], now: datetime) -> ColumnElement[bool]:
    return and_(
        job.c.state.in_(rules.OPEN),
        job.c.due_at <= now,
        job.c.kind.in_(sorted(kinds)),
        job.c.worker == "",
    )


def _lost(before: datetime) -> ColumnElement[bool]:
    return and_(job.c.worker != "", job.c.claimed_at < before)
