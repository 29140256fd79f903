from threading import enumerate as threads
from vanphong.ledger import command
from vanphong.ledger import job_commands
from vanphong.ledger import jobs
from vanphong.ledger import worker
from ZODB.DB import DB
import pytest
import signal
import time
import transaction


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    monkeypatch.setattr(jobs, "HANDLERS", {})
    monkeypatch.setenv("VANPHONG_READ_ONLY", "false")
    jobs.handler("words")(lambda _job: jobs.Done())


@pytest.fixture
def database(monkeypatch):
    found = DB(None)
    monkeypatch.setattr(job_commands.starting, "database", lambda: found)
    yield found
    found.close()


@pytest.fixture
def handled():
    """Leave the signals to the other tests as they were."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


def put(kind="words", **more):
    uid = jobs.put(kind, "letter", **more)
    transaction.commit()
    return uid


def test_jobs_are_listed(capsys):
    uid = put()
    assert command.main(["jobs"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{uid}  02/03/2026 07:30  đang chờ")
    assert said[-1] == "thất bại: 0, đang chạy: 0, đang chờ: 1, đã dừng: 0, đã xong: 0"


def test_a_failed_job_is_said(capsys, database):
    @jobs.handler("hopeless")
    def run(_job):
        raise jobs.Failed("Tệp hỏng.\nTrang 3.")

    put("hopeless")
    worker.Worker(database).run_due()
    assert command.main(["jobs"]) == 1
    assert "hopeless · Tệp hỏng.\n" in capsys.readouterr().out


def test_what_is_due_is_done_once(capsys, database, handled):
    uid = put()
    assert command.main(["worker", "--once"]) == 0
    assert "1 lượt" in capsys.readouterr().out
    assert jobs.status(uid)["state"] == "done"


def test_a_worker_ends_when_it_is_told_to(database, handled):
    uid = put()

    @jobs.handler("words")
    def run(_job):
        signal.raise_signal(signal.SIGTERM)

    other = put()
    assert command.main(["worker"]) == 0
    assert sorted(jobs.status(one)["state"] for one in (uid, other)) == ["done", "waiting"]


def test_the_server_works_until_its_database_is_closed(database, monkeypatch):
    monkeypatch.delenv("VANPHONG_WORKER")
    uid = put()
    assert worker.start(database) is not None
    deadline = time.monotonic() + 10
    while jobs.status(uid)["state"] != "done" and time.monotonic() < deadline:
        time.sleep(0.01)
    assert jobs.status(uid)["state"] == "done"
    database.close()
    assert "vanphong-jobs" not in {thread.name for thread in threads()}


@pytest.mark.parametrize(
    ("variable", "value"), [("VANPHONG_WORKER", "off"), ("VANPHONG_READ_ONLY", "true")]
)
def test_where_no_jobs_are_done(database, monkeypatch, variable, value):
    monkeypatch.delenv("VANPHONG_WORKER")
    monkeypatch.setenv(variable, value)
    assert worker.start(database) is None


def test_without_a_ledger_no_jobs_are_done(database, monkeypatch):
    monkeypatch.delenv("VANPHONG_LEDGER", raising=False)
    monkeypatch.delenv("VANPHONG_VAR", raising=False)
    monkeypatch.delenv("VANPHONG_WORKER")
    assert worker.start(database) is None
