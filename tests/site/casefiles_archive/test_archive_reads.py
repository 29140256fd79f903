"""The archive finds and reads what was submitted to it, as long as it has it."""

from tests.archive_office import ARCHIVIST
from tests.office import as_user
from vanphong.casefiles import archive as acts
from vanphong.casefiles import closing
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import readers
from vanphong.ledger import case_entries
from vanphong.ledger import jobs
from vanphong.organisation import people
from vanphong.upgrades import v1220


def finds(case_file, user=ARCHIVIST):
    """How many documents of a file somebody finds."""
    with as_user(user):
        uids = [one.uid for one in closing_inventory.records(case_file)]
        return len(case_entries.readable(uids, people.me().tokens))


def test_from_the_submission_on_until_it_is_sent_back(archive, page):
    case_file = archive.closed(b"abc", b"def")
    subject = next(closing_inventory.records(case_file)).subject
    assert finds(case_file) == 0
    submission = archive.submitted(case_file)
    assert finds(case_file) == 2
    assert subject in page(case_file, "view", ARCHIVIST).text
    with as_user(ARCHIVIST):
        acts.return_file(submission, case_file.UID(), reason="Thiếu phụ lục.")
    assert finds(case_file) == 0


def test_what_the_roster_may_not_read_the_archive_reads_too(archive):
    case_file = archive.open(started_on="2023-01-10")
    archive.filed(archive.document(b"abc"), case_file, grants=False, pages=1)
    with as_user("cv1-vhtt"):
        closing.close_file(case_file, accept=True)
    jobs.run_pending()
    archive.taken(case_file)
    assert finds(case_file) == 1


def test_of_a_long_file_in_the_background(archive, monkeypatch):
    monkeypatch.setattr(readers, "AT_ONCE", 1)
    monkeypatch.setattr(readers, "BATCH", 2)
    case_file = archive.closed(None, None, None)
    archive.submitted(case_file)
    assert finds(case_file) == 0
    jobs.run_pending()
    assert finds(case_file) == 3


def test_files_that_wait_since_before_are_found_after_the_upgrade(archive, portal, monkeypatch):
    case_file = archive.closed(b"abc", b"def")
    with monkeypatch.context() as before:
        before.setattr(readers, "refresh", lambda *_file, **_how: None)
        archive.submitted(case_file)
    assert finds(case_file) == 0
    v1220.archive_readers(portal.portal_setup)
    assert finds(case_file) == 2
