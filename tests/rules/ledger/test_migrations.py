from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from importlib.resources import files
from sqlalchemy import inspect
from vanphong.ledger import migrate
from vanphong.ledger import session
from vanphong.ledger.tables import metadata
import pytest


def is_ours(name, kind, _parents):
    """Leaves out the full-text index, which each database keeps in tables of its own kind."""
    return kind != "table" or not name.startswith("document_words")


def test_the_migrations_make_the_tables_that_the_code_expects():
    with session.reading() as connection:
        opts = {"compare_type": True, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_partial_indexes_are_partial(on_sqlite):
    with session.reading() as connection:
        found = {index["name"]: index for index in inspect(connection).get_indexes("work")}
    for name in ("work_inbox", "work_unit", "work_given"):
        assert "sqlite_where" in found[name]["dialect_options"]


def test_head_is_the_newest_script():
    with session.reading() as connection:
        config = migrate.configuration(connection)
        assert ScriptDirectory.from_config(config).get_current_head() == migrate.HEAD
        assert migrate.revision(connection) == migrate.HEAD


def test_an_empty_database_is_migrated(tmp_path, on_sqlite):
    session.configure(f"sqlite:///{tmp_path}/new.db")
    with session.reading() as connection:
        assert set(metadata.tables) < set(inspect(connection).get_table_names())


def test_nothing_runs_when_there_is_nothing_to_do(url, monkeypatch):
    monkeypatch.setattr(migrate.command, "upgrade", pytest.fail)
    session.configure(url)


def test_the_scripts_are_package_data():
    folder = files("vanphong.ledger") / "migrations"
    assert {"env.py", "script.py.mako", "versions"} <= {entry.name for entry in folder.iterdir()}


def test_sqlite_is_safe_against_a_power_cut(on_sqlite):
    connection = session.writing().connection()
    assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 20_000
