"""Background jobs: work that need not be done while somebody waits for a page.

A job is a row that is written with the content it is about: if that act is undone, there is
no job. Its handler does one batch after the other; each is one transaction, and with what
the batch has changed its row says where to go on, so a kill loses one batch at most.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import timedelta
from threading import Event
from typing import Any
from uuid import uuid4
from vanphong.calendars.clock import now
from vanphong.ledger import job_claims
from vanphong.ledger import job_rows
from vanphong.ledger import rules
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.system import as_system
from vanphong.ledger.system import site_path
from vanphong.ledger.system import user_id
from vanphong.ledger.tables import Row
import transaction


#: So many jobs are shown of one subject, and on the administrators' page.
SHOWN = 50

#: How far a job is put forward that is to be done before all others.
AHEAD = timedelta(days=1)


class Failed(Exception):
    """Raised by a handler: the job has failed, and trying again would not help."""


class Lost(Exception):
    """The batch is not wanted any more: somebody else has the job, or it was begun anew."""


@dataclass(frozen=True)
class Job:
    """A job as its handler sees it; ``cursor`` is what the batch before has left."""

    uid: str
    kind: str
    subject: str
    args: Mapping[str, Any]
    cursor: Mapping[str, Any]
    done: int
    total: int
    tries: int
    site: str
    worker: str


@dataclass(frozen=True)
class More:
    """The answer of a handler that has not finished: where to go on, and how far it is.

    ``done`` of ``total`` pieces are done; both may stay 0 where nobody can tell.
    """

    cursor: Mapping[str, Any]
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class Done:
    """The answer of a handler that has finished; ``result`` is kept with the job."""

    result: Mapping[str, Any] = field(default_factory=dict)


Handler = Callable[[Job], More | Done | None]

#: What does the work, and what it is called, by kind.
HANDLERS: dict[str, Handler] = {}
TITLES: dict[str, str] = {}

#: Set when a job was put; the worker of this process sleeps on it.
WAKE = Event()

#: Under this key a Zope transaction remembers that it wakes the worker.
_WAKES = object()


def handler(kind: str, title: str = "") -> Callable[[Handler], Handler]:
    """Make a function do the jobs of a kind. ``title`` is the message that names the kind.

    The module must be imported when the process starts, else nobody does its jobs.
    """

    def register(function: Handler) -> Handler:
        HANDLERS[kind] = function
        TITLES[kind] = title or kind
        return function

    return register


def put(
    kind: str,
    subject_uid: str,
    args: Mapping[str, Any] | None = None,
    key: str = "",
    *,
    soon: bool = False,
    at: datetime | None = None,
) -> str:
    """Have something done after this transaction has committed; the UID of the job.

    :param args: JSON values for the handler.
    :param key: what was asked for already under the same kind and key, and has not been
        finished, is not asked for twice: the answer is that job, with the arguments it has.
        Had it begun, it begins again when it has ended, for it may have missed the change.
    :param soon: before all that waits; for short jobs that somebody would miss in a minute.
    :param at: not before this moment.
    """
    moment = now()
    uid = job_rows.put(
        writing().connection(),
        {
            "uid": uuid4().hex,
            "site": site_path(),
            "kind": kind,
            "subject_uid": subject_uid,
            "key": key,
            "args": args or {},
            "cursor": {},
            "result": {},
            "before": {},
            "state": rules.WAITING,
            "put_by": user_id(),
            "put_at": moment,
            "due_at": moment - AHEAD if soon else at or moment,
        },
    )
    _wake_after_commit()
    return uid


def status(uid: str) -> Row | None:
    """The row of a job: ``state`` waiting, running, done, failed or stopped, ``done`` of
    ``total``, ``error``, ``result`` …; None if there is none, or it was finished long ago.
    """
    with reading() as connection:
        return job_rows.get(connection, uid)


def of(subject_uid: str, kind: str = "") -> list[Row]:
    """The jobs about a subject, the newest first."""
    with reading() as connection:
        return job_rows.of(connection, subject_uid, kind, SHOWN)


def listed() -> list[Row]:
    """The newest jobs of all, the failed ones first."""
    with reading() as connection:
        return job_rows.newest(connection, SHOWN)


def counts() -> dict[str, int]:
    """How many jobs there are in each state."""
    with reading() as connection:
        return job_rows.counts(connection)


def stop(uid: str) -> Row:
    """Let a job not go on; the batch that runs is finished. See ``job_rows.act``."""
    return _act("stop", uid)


def resume(uid: str) -> Row:
    """Let a stopped job go on where it was. See ``job_rows.act``."""
    return _act("resume", uid)


def retry(uid: str) -> Row:
    """Try a failed job again where it was. See ``job_rows.act``."""
    return _act("retry", uid)


def run_pending() -> int:
    """Do everything that is due on this site, in this transaction; the number of batches.

    For tests and set-up: nothing is committed, ``Failed`` fails the job, and any other
    error of a handler goes to the caller, whose transaction then cannot be saved.
    """
    batches = 0
    while True:
        connection = writing().connection()
        row = job_claims.claim(connection, uuid4().hex, HANDLERS, now(), site_path())
        if row is None:
            return batches
        job = as_job(row)
        with as_system():
            try:
                run_batch(job)
                job_claims.confirm(connection, job.uid, job.worker)
            except Failed as error:
                fail(connection, job, error)
        batches += 1


def as_job(row: Row) -> Job:
    """The claimed row as its handler sees it."""
    names = ("uid", "kind", "args", "cursor", "done", "total", "tries", "site", "worker")
    return Job(subject=row["subject_uid"], **{name: row[name] for name in names})


def run_batch(job: Job) -> None:
    """Do one batch, and write with it where the job stands then; commits nothing.

    :raises Lost: when the transaction must be aborted, for the job is somebody else's.
    """
    answer = HANDLERS[job.kind](job) or Done()
    values: Row
    if isinstance(answer, More):
        values = {"cursor": answer.cursor, "done": answer.done, "total": answer.total}
    else:
        values = {"result": answer.result, "done": job.total}
    connection = writing().connection()
    if not job_claims.end_batch(connection, job.uid, job.worker, values, now()):
        raise Lost(job.uid)


def fail(connection: Any, job: Job, error: Exception) -> None:
    """Keep the error of a batch, and plan the next try unless the error is ``Failed``."""
    final = isinstance(error, Failed)
    text = str(error) if final else f"{type(error).__name__}: {error}"
    job_claims.end_badly(connection, job.uid, job.worker, text, now(), final=final)


def _act(name: str, uid: str) -> Row:
    row = job_rows.act(writing().connection(), name, uid, now())
    _wake_after_commit()
    return row


def _wake_after_commit() -> None:
    current = transaction.get()
    try:
        current.data(_WAKES)
    except KeyError:
        current.set_data(_WAKES, True)
        current.addAfterCommitHook(_wake)


def _wake(committed: bool) -> None:
    if committed:
        WAKE.set()
