"""Files that came in before there was a pipeline."""

from types import SimpleNamespace
from vanphong.attachments import old_files
from vanphong.attachments import rules
from vanphong.attachments import settings
from vanphong.attachments.status import status
from vanphong.ledger import files
from vanphong.ledger import jobs
from vanphong.upgrades.v1050 import files_are_read
import pytest


@pytest.fixture
def old(office):
    """A document of the sample as an earlier release has left it."""
    document = office.document("1210/UBND-VX")
    (attachment,) = document.attachments
    for name in ("progress", "words", "pages", "warnings", "job_uid", "_name", "_type"):
        attachment.__dict__.pop(name, None)
    files.forget(document.UID())
    return document


def waiting(kind):
    return [row for row in jobs.listed() if row["kind"] == kind]


def test_an_old_file_is_shown_as_what_it_is(old):
    (attachment,) = old.attachments
    assert attachment.filename.endswith(".pdf")
    assert attachment.content_type == "application/pdf"
    assert not attachment.is_held
    assert status(attachment)[0] == "soon"


def test_the_upgrade_finds_and_reads_them_and_may_run_again(portal, old, setting):
    setting("antivirus", "required")
    for _time in range(2):
        files_are_read(portal.portal_setup)
    assert len(waiting(old_files.KIND)) == 1
    assert settings.policy().antivirus == rules.Antivirus.REQUIRED
    assert "docx" in settings.policy().kinds
    before = len(waiting("read-file"))
    done = old_files.run(SimpleNamespace(cursor={}))
    assert done.result["documents"] >= 29
    assert len(waiting("read-file")) == before + 1
    (row,) = files.of(old.UID())
    assert (row["read"], row["unread"]) == ("waiting", False)


def test_many_are_found_in_batches(portal, monkeypatch):
    monkeypatch.setattr(old_files, "BATCH", 10)
    first = old_files.run(SimpleNamespace(cursor={}))
    assert (first.cursor, first.done) == ({"at": 10}, 10)
    assert old_files.run(SimpleNamespace(cursor={"at": first.total - 5})).result["documents"]
