from concurrent.futures import ThreadPoolExecutor
from persistent.mapping import PersistentMapping
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlite3 import OperationalError
from sqlite3 import connect
from threading import Barrier
from threading import Event
from vanphong.ledger import audit
from vanphong.ledger import engines
from vanphong.ledger import entries
from vanphong.ledger import session
from vanphong.ledger import work
from vanphong.ledger.tables import access
from vanphong.ledger.tables import work as work_table
from ZODB.DB import DB
import pytest
import time
import transaction


@pytest.fixture
def db(tmp_path):
    database = DB(str(tmp_path / "Data.fs"))
    yield database
    transaction.abort()
    database.close()


def uids():
    with session.reading() as connection:
        return list(connection.execute(select(work_table.c.step_uid)).scalars())


def test_both_stores_commit_together(db, step):
    connection = db.open()
    connection.root()["letter"] = 1
    work.put([step("a")])
    transaction.commit()
    assert uids() == ["a"]
    assert connection.root()["letter"] == 1


def test_both_stores_abort_together(db, step):
    connection = db.open()
    connection.root()["letter"] = 1
    work.put([step("a")])
    transaction.abort()
    assert uids() == []
    assert "letter" not in connection.root()


def test_a_failed_commit_leaves_nothing_in_the_ledger(db, step):
    connection = db.open()
    connection.root()["letter"] = lambda: None  # cannot be pickled
    work.put([step("a")])
    with pytest.raises(Exception, match="pickle"):
        transaction.commit()
    assert uids() == []
    assert not session.is_writing()


def test_a_transaction_has_one_session_and_the_next_another():
    first = session.writing()
    assert session.writing() is first
    transaction.commit()
    assert not session.is_writing()
    assert session.writing() is not first


def test_reading_sees_what_the_same_transaction_wrote_and_no_other(step, in_thread):
    work.put([step("a")])
    assert uids() == ["a"]
    assert in_thread(uids) == []


def test_reading_does_not_wait_for_a_writer(step, in_thread):
    work.put([step("a")])
    started = time.monotonic()
    in_thread(uids)
    assert time.monotonic() - started < 2


def test_reading_keeps_no_writer_waiting(step, put, in_thread):
    with session.reading() as connection:
        connection.execute(select(work_table)).all()
        started = time.monotonic()
        in_thread(lambda: put(step("a")))
        assert time.monotonic() - started < 2


def test_reading_is_of_one_moment(step, put, in_thread):
    with session.reading() as connection:
        before = connection.execute(select(work_table)).all()
        in_thread(lambda: put(step("a")))
        assert connection.execute(select(work_table)).all() == before


def test_reading_cannot_write():
    with session.reading() as connection, pytest.raises(DBAPIError):
        connection.execute(insert(access).values(document_uid="d", user_id="u"))


def test_autonomous_rows_outlive_an_abort(letters):
    audit.refused("register", "doc", actor=letters.Clerk())
    transaction.abort()
    assert len(audit.history("doc")) == 1


def test_autonomous_shares_the_session_that_is_open(step):
    work.put([step("a")])
    with session.autonomous() as connection:
        assert connection is session.writing().connection()


def test_eight_threads_take_numbers_without_gap_or_duplicate():
    def take(thread):
        for _ in range(10):
            session.lock("register:in-book")
            number = entries.highest("in-book", "2026") + 1
            entries.add(
                {
                    "register_uid": "in-book",
                    "period": "2026",
                    "number": number,
                    "taken_by": str(thread),
                }
            )
            transaction.commit()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(take, range(8)))
    page = entries.entries("in-book", "2026", size=200, newest_first=False)
    assert [row["number"] for row in page.rows] == list(range(1, 81))


def test_two_writers_in_opposite_order_do_not_wait_for_each_other(db, step):
    names = ("content first", "ledger first")
    db.open().root().update((name, PersistentMapping()) for name in names)
    transaction.commit()
    barrier = Barrier(2, timeout=30)

    def content_first(mapping, number):
        mapping["number"] = number
        barrier.wait()
        work.put([step(f"content-{number}")])

    def ledger_first(mapping, number):
        barrier.wait()
        work.put([step(f"ledger-{number}")])
        mapping["number"] = number

    def run(name, act):
        mapping = db.open().root()[name]
        for number in range(10):
            act(mapping, number)
            transaction.commit()

    started = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, names, (content_first, ledger_first)))
    assert len(uids()) == 20
    assert time.monotonic() - started < engines.PATIENCE / 2


def test_sql_is_locked_before_content_is(db, step, monkeypatch, on_sqlite, url):
    found = []
    begin = db.storage.tpc_begin

    def watched(*args, **kwargs):
        with pytest.raises(OperationalError, match="locked"):
            connect(url.removeprefix("sqlite:///"), timeout=0).execute("BEGIN IMMEDIATE")
        found.append("locked")
        return begin(*args, **kwargs)

    connection = db.open()
    monkeypatch.setattr(db.storage, "tpc_begin", watched)
    connection.root()["letter"] = 1
    # The latest moment at which anything can still be written, such as by the index queue.
    transaction.get().addBeforeCommitHook(work.put, ([step("late")],))
    transaction.commit()
    assert found == ["locked"]
    assert uids() == ["late"]


def test_a_writer_that_waits_in_vain_is_told(step, in_thread, on_sqlite, monkeypatch):
    monkeypatch.setattr("vanphong.ledger.engines.PATIENCE", 0.2)
    session.configure(str(session._opened().writer.url))
    waiting, done = Event(), Event()

    def hold():
        session.writing()
        waiting.set()
        done.wait(20)
        transaction.abort()

    with ThreadPoolExecutor(1) as pool:
        holder = pool.submit(hold)
        waiting.wait(20)
        with pytest.raises(DBAPIError, match="locked"):
            work.put([step("a")])
        done.set()
        holder.result()
    transaction.abort()
    work.put([step("a")])
    transaction.commit()
    assert uids() == ["a"]


def test_the_place_of_the_ledger_comes_from_the_environment(monkeypatch):
    monkeypatch.delenv("VANPHONG_LEDGER", raising=False)
    monkeypatch.setenv("VANPHONG_VAR", "/srv/var")
    assert session.default_url() == "sqlite:////srv/var/ledger.db"
    monkeypatch.setenv("VANPHONG_LEDGER", "postgresql:///vanphong")
    assert session.default_url() == "postgresql:///vanphong"
