"""Write a row whether it is there or not."""

from collections.abc import Sequence
from sqlalchemy import Connection
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite
from vanphong.ledger.tables import Row


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """INSERT with the ON CONFLICT of this database."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def upsert(connection: Connection, table: Table, rows: Sequence[Row], key: Sequence[str]) -> None:
    """Insert complete rows, or overwrite those that have the same key."""
    if not rows:
        return
    statement = insert(connection, table)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(
        statement.on_conflict_do_update(index_elements=key, set_=changed), list(rows)
    )
