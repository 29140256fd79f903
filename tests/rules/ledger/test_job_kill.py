"""A worker that is killed: the job goes on with the batch that was lost."""

from pathlib import Path
from vanphong.ledger import jobs
from vanphong.ledger.worker import Worker
from ZODB.DB import DB
import importlib.util
import os
import pytest
import subprocess
import sys


PROGRAM = Path(__file__).with_name("counting.py")


@pytest.fixture
def counting(monkeypatch):
    monkeypatch.setattr(jobs, "HANDLERS", {})
    found = importlib.util.spec_from_file_location("counting", PROGRAM)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def killed(url, tmp_path, on_sqlite):
    """Let a worker be killed; give what content is left."""
    opened = []

    def run(when):
        data = str(tmp_path / "Data.fs")
        paths = os.pathsep.join(filter(None, sys.path))
        worker = subprocess.run(
            [sys.executable, PROGRAM, url, data, when],
            env={**os.environ, "PYTHONPATH": paths},
            timeout=60,
            check=False,
        )
        assert worker.returncode == 9
        opened.append(DB(data))
        return opened[0]

    yield run
    for database in opened:
        database.close()


@pytest.mark.parametrize(
    ("when", "at"), [("in the handler", 2), ("before the vote", 2), ("after the vote", 3)]
)
def test_the_batch_that_was_lost_is_done_again(killed, counting, when, at):
    database = killed(when)
    (row,) = jobs.of("letter")
    assert (row["state"], row["cursor"], row["done"]) == ("running", {"at": at}, at)
    counting.register(database)
    Worker(database).run_due()
    assert jobs.status(row["uid"])["state"] == "done"
    counted = dict(database.open().root()["counted"])
    assert counted == dict.fromkeys(range(1, 6), 1)


def test_a_last_batch_that_was_lost_is_done_again(killed, counting):
    database = killed("at the end")
    (row,) = jobs.of("letter")
    assert row["state"] == "done"
    counting.register(database)
    Worker(database).run_due()
    assert jobs.status(row["uid"])["state"] == "done"
    counted = dict(database.open().root()["counted"])
    assert counted == dict.fromkeys(range(1, 6), 1)
