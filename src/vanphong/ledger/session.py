"""Ways into the ledger.

``reading`` sees what the transaction of this thread has written; ``writing`` joins it;
``autonomous`` stands apart from it. A write session is bound to the Zope transaction and
goes with it. SQL commits in ``tpc_vote``, after ZODB has voted: a kill in between leaves
ledger rows without content, which ``rebuild.repair`` mends, never content without rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from sqlalchemy import Connection
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm import sessionmaker
from threading import RLock
from vanphong.ledger import engines
from vanphong.ledger import migrate
from zope.component.hooks import getSite
from zope.sqlalchemy import register
from zope.sqlalchemy.datamanager import STATUS_CHANGED
import os
import transaction


@dataclass(frozen=True)
class _Ledger:
    """An opened database."""

    reader: Engine
    writer: Engine
    sessions: sessionmaker[Session]


_ledger: _Ledger | None = None
_opening = RLock()

#: Under this key a Zope transaction carries its write session.
_SESSION = object()


def default_url() -> str:
    """Where the ledger is: VANPHONG_LEDGER, else ``ledger.db`` in VANPHONG_VAR.

    Raises KeyError if neither is set.
    """
    given = os.environ.get("VANPHONG_LEDGER")
    return given or f"sqlite:///{os.environ['VANPHONG_VAR']}/ledger.db"


def configure(url: str | None = None) -> None:
    """Open the ledger at ``url``, made or migrated if need be, in place of the one before.

    Done with ``default_url`` by itself when the ledger is first used.
    """
    global _ledger
    with _opening:
        dispose()
        address = url or default_url()
        reader, writer = engines.reader(address), engines.writer(address)
        migrate.to_head(reader, writer)
        sessions = sessionmaker(writer)
        register(sessions, initial_state=STATUS_CHANGED)
        _ledger = _Ledger(reader, writer, sessions)


def dispose() -> None:
    """Close all connections; the next use opens the ledger again."""
    global _ledger
    with _opening:
        if _ledger is not None:
            _ledger.reader.dispose()
            _ledger.writer.dispose()
            _ledger = None


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection for SELECT, which takes no lock and waits for none.

    All that one block reads is of one moment. While the transaction of this thread has a
    write session, the connection is that one's, and sees what it has written.
    """
    session = _joined()
    if session is not None:
        yield session.connection()
        return
    with _opened().reader.connect() as connection:
        yield connection


def writing() -> Session:
    """The session that commits and aborts with the Zope transaction of this thread.

    On SQLite it holds the write lock from here on: call it late, and do not dwell.
    Raises sqlalchemy.exc.OperationalError if another writer does not finish in time.
    """
    session = _joined()
    if session is None:
        session = _opened().sessions()
        session.connection()
        current = transaction.get()
        current.set_data(_SESSION, session)
        # ZODB takes its commit lock before zope.sqlalchemy would flush. SQL must come first,
        # else two writers can each hold the lock that the other one waits for.
        current.addBeforeCommitHook(session.flush)
    return session


def lock(name: str) -> None:
    """Let no other transaction pass the same ``lock(name)`` until this one has ended.

    What another one has committed while this one waited is seen from here on, in the
    content, too: look again at what must hold.
    """
    engines.advisory_lock(writing().connection(), name)
    _look_again()


def _look_again() -> None:
    """Move this transaction's view of the ZODB to the present.

    Else every writer that had to wait would store what it saw before, into the same
    folders and indexes, and be turned back with a ConflictError. Nothing is moved once
    content was changed: then the view belongs to the change.
    """
    content = getattr(getSite(), "_p_jar", None)
    if content is not None and content._needs_to_join:
        content.newTransaction(transaction.get())


@contextmanager
def autonomous() -> Iterator[Connection]:
    """A connection that commits by itself at the end of the block, whatever becomes of Zope's.

    If the transaction of this thread has a write session, that one is used, and the rows
    share its fate: a second writer in the same thread would wait for itself.
    """
    session = _joined()
    if session is not None:
        yield session.connection()
        return
    with _opened().writer.begin() as connection:
        yield connection


def is_writing() -> bool:
    """Whether the transaction of this thread has a write session."""
    return _joined() is not None


def _opened() -> _Ledger:
    ledger = _ledger
    if ledger is None:
        with _opening:
            if _ledger is None:
                configure()
            ledger = _ledger
    assert ledger is not None  # noqa: S101
    return ledger


def _joined() -> Session | None:
    """The write session of the current transaction, unless that has failed or ended."""
    try:
        session: Session = transaction.get().data(_SESSION)
    except KeyError:
        return None
    return session if session.in_transaction() else None
