"""A job that counts in a FileStorage, for the tests of killing.

Run as a program it is the worker that is killed in the third batch, or in the last one.
"""

from datetime import datetime
from persistent.mapping import PersistentMapping
from vanphong.calendars import clock
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.worker import Worker
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.sqlalchemy.datamanager import SessionDataManager
import os
import sys
import transaction


LAST = 5


def register(database, at_batch=lambda at: None):
    """Teach this process to count: content and cursor go up by one in each batch."""

    @jobs.handler("counting")
    def run(job):
        at = job.cursor.get("at", 0) + 1
        connection = database.open(transaction.manager)
        counted = connection.root()["counted"]
        counted[at] = counted.get(at, 0) + 1
        transaction.get().addAfterCommitHook(lambda _done: connection.close())
        at_batch(at)
        return jobs.More({"at": at}, at, LAST) if at < LAST else jobs.Done()


def _die(*_args, **_kwargs):
    os._exit(9)


def _kill(when):
    def at_batch(at):
        if at != (LAST if when == "at the end" else 3):
            return
        if when == "in the handler":
            _die()
        if when == "before the vote":
            SessionDataManager.tpc_vote = _die
        else:
            FileStorage.tpc_finish = _die

    return at_batch


def main(url, data, when):
    clock.freeze(datetime(2026, 3, 2, 7, 30, tzinfo=clock.TZ))  # when the other tests are
    session.configure(url)
    database = DB(data)
    database.open().root()["counted"] = PersistentMapping()
    transaction.commit()
    register(database, _kill(when))
    jobs.put("counting", "letter", key="letter")
    transaction.commit()
    Worker(database).run_due()


if __name__ == "__main__":
    main(*sys.argv[1:])
