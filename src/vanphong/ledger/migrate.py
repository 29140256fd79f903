"""Bring the tables to the state that this release expects."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy import Engine
from sqlalchemy import inspect
from sqlalchemy import text
from vanphong.ledger.engines import advisory_lock


#: The newest revision in ``migrations/versions``.
HEAD = "0014"


def to_head(reader: Engine, writer: Engine) -> None:
    """Make or migrate the tables, in one transaction; costs one SELECT if there is nothing to do.

    Raises alembic.util.CommandError if the database belongs to a newer release.
    """
    with reader.connect() as connection:
        if revision(connection) == HEAD:
            return
    with writer.begin() as connection:
        advisory_lock(connection, "migrate")
        if revision(connection) != HEAD:
            command.upgrade(configuration(connection), "head")
    # A connection of SQLite goes on believing in the tables that it saw first.
    reader.dispose()


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; None if it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def configuration(connection: Connection) -> Config:
    """What alembic needs to know, found beside this module also in an installed wheel."""
    config = Config()
    config.set_main_option("script_location", "vanphong.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
