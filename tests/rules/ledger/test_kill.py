from pathlib import Path
from vanphong.ledger import audit
from vanphong.ledger import entries
from vanphong.ledger import rebuild
from vanphong.ledger import work
from ZODB.DB import DB
import os
import pytest
import subprocess
import sys


@pytest.fixture
def killed(url, tmp_path, letters, monkeypatch):
    """Let a server be killed while it commits; give what content is left."""
    opened = []
    monkeypatch.setattr(rebuild, "GRACE", 0)

    def run(when):
        data = str(tmp_path / "Data.fs")
        program = Path(__file__).with_name("letters.py")
        paths = os.pathsep.join(filter(None, sys.path))
        server = subprocess.run(
            [sys.executable, program, url, data, when],
            env={**os.environ, "PYTHONPATH": paths},
            timeout=60,
            check=False,
        )
        assert server.returncode == 9
        opened.append(DB(data))
        return opened[0].open().root()

    yield run
    for database in opened:
        database.close()


def test_a_kill_before_the_ledger_commits_leaves_nothing(killed):
    root = killed("before the vote")
    assert list(root) == ["letter-1"]
    assert rebuild.check(root.values()) == []
    assert entries.highest("in-book", "2026") == 1


def test_a_kill_after_the_ledger_has_committed_is_found_and_mended_at_start_up(killed):
    root = killed("after the vote")
    assert list(root) == ["letter-1"]
    assert {(drift.table, drift.key, drift.what) for drift in rebuild.check(root.values())} == {
        ("work", "letter-2-lead", "extra"),
        ("work", "letter-2-inform", "extra"),
        ("document_index", "letter-2", "extra"),
        ("document_text", "letter-2", "extra"),
        ("register_entry", "in-book/2026/2/", "extra"),
    }
    assert len(rebuild.repair_latest(root.get)) == 5
    assert rebuild.repair_latest(root.get) == []
    assert rebuild.check(root.values()) == []
    assert_mended()


def assert_mended():
    assert work.timeline("letter-2") == []
    (lost,) = entries.taken("in-book", "2026", 2)
    assert (lost["void_reason"], lost["voided_by"]) == ("interrupted", "")
    assert entries.highest("in-book", "2026") == 2, "the number is not given again"
    assert [row["act"] for row in audit.history("letter-2")] == ["register"] + ["repair"] * 5
    assert audit.verify() == []
