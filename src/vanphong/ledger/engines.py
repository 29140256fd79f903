"""Engines: one that can only read, and one that writes.

SQLite runs in WAL mode: readers never wait. A write transaction begins with BEGIN
IMMEDIATE, so that it holds the write lock from its first statement; a lock taken later
could fail on what others have written since. On PostgreSQL advisory locks do that.
"""

from functools import partial
from hashlib import sha256
from sqlalchemy import URL
from sqlalchemy import Connection
from sqlalchemy import Engine
from sqlalchemy import create_engine
from sqlalchemy import event
from sqlalchemy import func
from sqlalchemy import make_url
from sqlalchemy import select
from typing import Any


#: How long a write waits for another one to finish, in seconds.
PATIENCE = 20

_SQLITE_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")

#: 32 MB of pages: a search looks into many places of a large file.
_SQLITE_READER = ("PRAGMA query_only=ON", "PRAGMA cache_size=-32768")

#: A plan for any words is a bad one for common words or for rare ones.
_OWN_PLANS = "-c plan_cache_mode=force_custom_plan"


def reader(url: str) -> Engine:
    """Engine for SELECT alone; what one transaction reads, it reads as of one moment."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, _SQLITE_READER, "BEGIN")
    return create_engine(
        address,
        isolation_level="REPEATABLE READ",
        connect_args={"options": f"-c default_transaction_read_only=on {_OWN_PLANS}"},
        pool_pre_ping=True,
    )


def writer(url: str) -> Engine:
    """Engine for writing."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, _SQLITE_WRITER, "BEGIN IMMEDIATE")
    return create_engine(
        address,
        isolation_level="READ COMMITTED",
        connect_args={"options": _OWN_PLANS},
        pool_pre_ping=True,
    )


def advisory_lock(connection: Connection, name: str) -> None:
    """Hold a named lock until the transaction of this connection ends.

    Nothing to do on SQLite, where the transaction itself is the lock.
    """
    if connection.dialect.name == "postgresql":
        digest = sha256(name.encode()).digest()
        number = int.from_bytes(digest[:8], "big", signed=True)
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def _sqlite(address: URL, pragmas: tuple[str, ...], begin: str) -> Engine:
    # isolation_level None: the driver keeps out of it, BEGIN is ours.
    engine = create_engine(
        address,
        connect_args={"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", partial(_apply, pragmas))
    event.listen(engine, "begin", partial(_begin, begin))
    return engine


def _apply(pragmas: tuple[str, ...], connection: Any, _record: Any) -> None:
    for pragma in pragmas:
        connection.execute(pragma)


def _begin(statement: str, connection: Connection) -> None:
    connection.exec_driver_sql(statement)
