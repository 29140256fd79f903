"""Doing the background jobs, one batch at a time, each in a transaction of its own.

A thread of the Zope process does them, for two processes cannot open one FileStorage. With
a ledger on PostgreSQL any number of processes may: each claims what nobody else has.
"""

from collections.abc import Collection
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Event
from threading import Thread
from transaction.interfaces import TransientError
from typing import Any
from uuid import uuid4
from vanphong.calendars.clock import now
from vanphong.calendars.clock import today
from vanphong.interfaces import IVanPhongLayer
from vanphong.ledger import job_claims
from vanphong.ledger import job_rows
from vanphong.ledger import jobs
from vanphong.ledger.interfaces import DayBegun
from vanphong.ledger.session import autonomous
from vanphong.ledger.session import reading
from vanphong.ledger.system import as_system
from zope.component.hooks import setSite
from zope.event import notify
from zope.globalrequest import clearRequest
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent
import logging
import os
import socket
import transaction


logger = logging.getLogger(__name__)

#: Seconds after which the worker looks for jobs though nobody woke it: those that other
#: processes have put, and those whose pause is over.
POLL = 5.0

#: So often a batch is done again at once when others have changed the same content.
CONFLICTS = 5

#: Seconds that the end of the process waits for the end of a batch; after that it is lost,
#: and done again at the next start.
PATIENCE = 20.0


class Worker:
    """Does jobs until it is told to stop; all kinds, or only some."""

    def __init__(self, database: Any, kinds: Collection[str] = ()) -> None:
        self.database = database
        self.kinds = kinds
        self.name = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:12]}"
        self._ending = Event()
        self._pruned: date | None = None

    def run(self) -> None:
        """Do what is due, sleep, and so on."""
        logger.info("Background jobs are done here")
        self._guarded(self._recover)
        while not self._ending.is_set():
            jobs.WAKE.clear()
            if not self._guarded(self.step) and not self._ending.is_set():
                jobs.WAKE.wait(POLL)

    def stop(self) -> None:
        """Begin no other batch."""
        self._ending.set()
        jobs.WAKE.set()

    def run_due(self) -> int:
        """Do what is due until nothing is; the number of batches."""
        self._recover()
        batches = 0
        while not self._ending.is_set() and self.step():
            batches += 1
        return batches

    def step(self) -> bool:
        """Do one batch, if any is due."""
        row = self._claimed()
        if row is None:
            return False
        self._do(jobs.as_job(row))
        return True

    def _guarded(self, act: Any) -> Any:
        """What the act answers; when the ledger cannot be reached there is another day."""
        try:
            return act()
        except Exception:
            logger.exception("The worker goes on after an error")
            return None

    def _recover(self) -> None:
        """Free what was held by the process before, which is certainly gone on SQLite."""
        transaction.begin()
        with autonomous() as connection:
            if connection.dialect.name == "sqlite":
                job_claims.take_over(connection, self.name)

    def _claimed(self) -> Any:
        """The next job, taken; SQLite's only writer is not disturbed to learn of none."""
        transaction.begin()
        with reading() as connection:
            is_due = job_claims.is_due(connection, self.kinds or jobs.HANDLERS, now())
        if not is_due:
            if not self.kinds:
                self._begin_day()
            return None
        with autonomous() as connection:
            job_claims.recover(connection, now())
            claim = f"{self.name}:{uuid4().hex[:12]}"
            return job_claims.claim(connection, claim, self.kinds or jobs.HANDLERS, now())

    def _begin_day(self) -> None:
        """Once a day, when nothing is due: forget old jobs, let features do what days bring."""
        if self._pruned == today():
            return
        self._pruned = today()
        with autonomous() as connection:
            job_rows.prune(connection, now())
        for path in _sites(self.database):
            with entered(self.database, path) as site, as_system():
                if IVanPhongLayer.providedBy(getRequest()):
                    notify(DayBegun(site))
                    transaction.commit()

    def _do(self, job: jobs.Job) -> None:
        for conflicts in range(CONFLICTS + 1):
            try:
                with entered(self.database, job.site), as_system():
                    jobs.run_batch(job)
                    transaction.commit()
                with autonomous() as connection:
                    job_claims.confirm(connection, job.uid, job.worker)
                return
            except jobs.Lost:
                logger.info("A batch of %s %s was not wanted any more", job.kind, job.uid)
                return
            except TransientError as error:
                if conflicts == CONFLICTS:
                    self._failed(job, error)
            except Exception as error:
                self._failed(job, error)
                return

    def _failed(self, job: jobs.Job, error: Exception) -> None:
        expected = isinstance(error, jobs.Failed)
        logger.error("Job %s %s: %s", job.kind, job.uid, error, exc_info=not expected)
        with autonomous() as connection:
            jobs.fail(connection, job, error)


def _sites(database: Any) -> list[str]:
    """Paths of the Plone sites of a database."""
    transaction.begin()
    connection = database.open()
    try:
        application = connection.root().get("Application")
        return [f"/{name}" for name in application.objectIds("Plone Site")] if application else []
    finally:
        transaction.abort()
        connection.close()


@contextmanager
def entered(database: Any, site_path: str) -> Iterator[Any]:
    """The Plone site at a path, with a connection, a transaction and a request of its own.

    Whatever is not committed in the block is aborted. Without a path no site is entered.
    Raises KeyError if the site is not there any more.
    """
    transaction.begin()
    connection = database.open()
    try:
        yield _site(connection, site_path) if site_path else None
    finally:
        transaction.abort()
        clearRequest()
        setSite(None)
        connection.close()


def _site(connection: Any, path: str) -> Any:
    from Testing.makerequest import makerequest

    site = makerequest(connection.root()["Application"])
    for name in path.strip("/").split("/"):
        site = site[name]
    request = site.REQUEST
    request["PARENTS"] = [site]
    setRequest(request)
    # gives the request the layers of the add-ons and the language of the site
    setSite(site)
    notify(BeforeTraverseEvent(site, request))
    return site


def start(database: Any) -> Worker | None:
    """Begin a thread that does jobs as long as the database is open.

    None where VANPHONG_WORKER is ``off``, nothing may be written, or there is no ledger.
    """
    if os.environ.get("VANPHONG_WORKER") == "off":
        return None
    if os.environ.get("VANPHONG_READ_ONLY") == "true":
        return None
    if not {"VANPHONG_LEDGER", "VANPHONG_VAR"} & set(os.environ):
        logger.warning("No background jobs: neither VANPHONG_LEDGER nor VANPHONG_VAR is set")
        return None
    worker = Worker(database)
    thread = Thread(target=worker.run, name="vanphong-jobs", daemon=True)
    _stop_before_closing(database, worker, thread)
    thread.start()
    return worker


def _stop_before_closing(database: Any, worker: Worker, thread: Thread) -> None:
    """Let a batch end before the database is closed below it; Zope says nothing else of its end."""
    close = database.close

    def stop_and_close() -> None:
        worker.stop()
        thread.join(PATIENCE)
        close()

    database.close = stop_and_close
