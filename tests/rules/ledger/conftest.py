"""A ledger of its own for each test.

With VANPHONG_TEST_LEDGER set to the URL of an empty PostgreSQL database, the tests run
on that; it is emptied before each.
"""

from datetime import datetime
from datetime import timedelta
from pathlib import Path
from shutil import copy
from sqlalchemy import event
from tests.postgresql import empty
from threading import Thread
from vanphong.calendars import clock
from vanphong.ledger import session
from vanphong.ledger import work
import importlib.util
import os
import pytest
import transaction


MORNING = datetime(2026, 3, 2, 7, 30, tzinfo=clock.TZ)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """An empty SQLite ledger, made once."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    session.configure(f"sqlite:///{file}")
    session.dispose()
    return file


@pytest.fixture
def url(tmp_path, migrated):
    server = os.environ.get("VANPHONG_TEST_LEDGER")
    if not server:
        return f"sqlite:///{copy(migrated, tmp_path)}"
    empty(server)
    return server


@pytest.fixture(autouse=True)
def ledger(url):
    transaction.abort()
    clock.freeze(MORNING)
    session.configure(url)
    yield url
    transaction.abort()
    session.dispose()
    clock.freeze(None)


@pytest.fixture
def on_sqlite(url):
    if not url.startswith("sqlite"):
        pytest.skip("looks into SQLite")


@pytest.fixture
def letters():
    place = Path(__file__).with_name("letters.py")
    found = importlib.util.spec_from_file_location("letters", place)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    module.register()
    yield module
    module.unregister()


@pytest.fixture
def step():
    """Rows of ``work``, one a call; ``due`` in hours from this morning."""

    def row(uid, actor="lan", *, due=None, **values):
        return {
            "step_uid": uid,
            "document_uid": "doc",
            "action": "lead",
            "actor": actor,
            "state": "open",
            "is_open": True,
            "started_at": MORNING,
            "due_at": None if due is None else MORNING + timedelta(hours=due),
        } | values

    return row


@pytest.fixture
def put():
    """Write steps and commit."""

    def write(*rows):
        work.put(rows)
        transaction.commit()

    return write


@pytest.fixture
def in_thread():
    """Run a function in another thread, and give what it returned or raise what it raised."""

    def run(function):
        outcome = []

        def target():
            try:
                outcome.append((function(), None))
            except Exception as error:  # handed over to the test
                outcome.append((None, error))
            finally:
                transaction.abort()

        thread = Thread(target=target)
        thread.start()
        thread.join(30)
        assert not thread.is_alive()
        result, error = outcome[0]
        if error is not None:
            raise error
        return result

    return run


@pytest.fixture
def plans(on_sqlite):
    """Run a query, and give the plans by which SQLite answers it."""

    def explain(query):
        statements = []

        def note(_connection, _cursor, statement, parameters, _context, _many):
            statements.append((statement, parameters))

        engine = session._opened().reader
        event.listen(engine, "before_cursor_execute", note)
        query()
        event.remove(engine, "before_cursor_execute", note)
        lines = []
        with session.reading() as connection:
            for statement, parameters in statements:
                if statement.startswith("SELECT"):
                    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                    lines.extend(line[-1] for line in plan)
        return lines

    return explain
