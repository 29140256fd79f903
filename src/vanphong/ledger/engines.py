"""Engines: one that can only read, and one that writes.

SQLite runs in WAL mode: readers never wait. A write transaction begins with BEGIN
IMMEDIATE, so that it holds the write lock from its first statement; a lock taken later
could fail on what others have written since. On PostgreSQL advisory locks do that.

Who waits for SQLite's write lock asks for it every few milliseconds. SQLite itself would ask
ever more rarely, ten times a second in the end, and one who writes again and again, as a
background job does, would hold the lock whenever it asks.
"""

from collections.abc import Callable
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
from sqlite3 import SQLITE_BUSY
from sqlite3 import OperationalError
from time import monotonic
from time import sleep
from typing import Any


#: How long a write waits for another one to finish, in seconds.
PATIENCE = 20

#: How often it asks for SQLite's write lock meanwhile, in seconds.
ASKING = 0.003

_SQLITE_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")

_LOCK = "BEGIN IMMEDIATE"

#: 32 MB of pages: a search looks into many places of a large file.
_SQLITE_READER = ("PRAGMA query_only=ON", "PRAGMA cache_size=-32768")

#: A plan for any words is a bad one for common words or for rare ones.
_OWN_PLANS = "-c plan_cache_mode=force_custom_plan"


def reader(url: str) -> Engine:
    """Engine for SELECT alone; what one transaction reads, it reads as of one moment."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, _SQLITE_READER, _begin_reading)
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
        return _sqlite(address, _SQLITE_WRITER, _begin_writing)
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


def _sqlite(address: URL, pragmas: tuple[str, ...], begin: Callable[[Connection], None]) -> Engine:
    # isolation_level None: the driver keeps out of it, BEGIN is ours.
    engine = create_engine(
        address,
        connect_args={"timeout": PATIENCE, "isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", partial(_apply, pragmas))
    event.listen(engine, "begin", begin)
    return engine


def _apply(pragmas: tuple[str, ...], connection: Any, _record: Any) -> None:
    for pragma in pragmas:
        connection.execute(pragma)


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101
    deadline = monotonic() + PATIENCE
    driver.execute("PRAGMA busy_timeout=0")
    try:
        while _is_locked(driver) and monotonic() < deadline:
            sleep(ASKING)
        if not driver.in_transaction:  # the last try, for SQLAlchemy's own error
            connection.exec_driver_sql(_LOCK)
    finally:
        driver.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")


def _is_locked(driver: Any) -> bool:
    """Try to take the write lock; whether another one holds it."""
    try:
        driver.execute(_LOCK)
    except OperationalError as error:
        return error.sqlite_errorcode & 0xFF == SQLITE_BUSY
    return False
