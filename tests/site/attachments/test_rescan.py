"""All stored files are scanned again when a new virus database knows more."""

from datetime import timedelta
from tests import clamd
from tests.office import as_user
from tests.rules.attachments.making import EICAR
from tests.rules.attachments.making import pdf
from vanphong.attachments import actions
from vanphong.attachments import quarantine
from vanphong.attachments import rescan
from vanphong.attachments import rules
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.ledger import audit
from vanphong.ledger import jobs
from vanphong.ledger.interfaces import DayBegun
import pytest


HARMLESS = b"Kinh gui Uy ban nhan dan tinh.\n" * 20
NEW = EICAR + b"\n" + HARMLESS


def scan(which="all"):
    with as_user("admin"):
        uid = actions.rescan_files(_site(), which)
    jobs.run_pending()
    return jobs.status(uid)


def _site():
    from plone import api

    return api.portal.get()


def check(attachment):
    return attachment.progress.of(rules.CHECK).state


def test_what_the_old_database_did_not_know_is_taken_away(bring, scanner):
    scanner.answer = "stream: OK"  # the old database
    bad, virus = bring("moi.txt", NEW)
    good, file = bring("tot.txt", HARMLESS)
    jobs.run_pending()
    scanner.answer = "eicar"
    row = scan()
    assert row["state"] == "done"
    assert virus.is_held
    assert quarantine.find(virus.uid).virus
    assert not file.is_held
    assert row["result"]["found"] == 1
    assert audit.history(bad.UID())[-1]["act"] == "hold_file"
    assert good.attachments == (file,) or file in good.attachments


def test_what_no_scanner_had_seen_is_checked(bring, monkeypatch):
    _document, file = bring("a.txt", HARMLESS)
    jobs.run_pending()
    assert check(file) == rules.State.SKIPPED
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        row = scan("unchecked")
    assert check(file) == rules.State.DONE
    assert row["result"]["cleared"] >= 1


def test_a_file_held_for_want_of_a_scanner_comes_back(bring, setting, monkeypatch):
    setting("antivirus", "required")
    _document, file = bring("a.pdf", pdf("Kinh gui"))
    assert file.is_held
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        scan("unchecked")
    assert not file.is_held
    assert check(file) == rules.State.DONE


@pytest.fixture
def later(portal):
    """Go on in time until the job of held files is due, and do what is due."""

    def run():
        clock.freeze(clock.now() + timedelta(minutes=3))
        jobs.run_pending()

    return run


@pytest.mark.parametrize("batch", [1, 20])
def test_held_files_are_scanned_again_by_themselves(bring, setting, monkeypatch, later, batch):
    setting("antivirus", "required")
    monkeypatch.setattr(rescan, "BATCH", batch)
    _document, clean = bring("a.pdf", pdf("Kinh gui"))
    _document, bad = bring("b.txt", NEW)
    jobs.run_pending()
    assert clean.is_held  # not at once: the scanner has just been silent
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        later()
    assert not clean.is_held
    assert check(clean) == rules.State.DONE
    assert clean.words is not None
    assert bad.is_held
    assert quarantine.find(bad.uid).virus


def test_while_the_scanner_is_silent_they_wait_and_the_job_says_why(bring, setting, later):
    setting("antivirus", "required")
    _document, file = bring("a.txt", HARMLESS)
    with pytest.raises(rescan.ScannerSilent):
        later()
    assert file.is_held


def test_each_day_asks_again_for_what_still_waits(bring, setting, portal, scanner, later):
    def waiting():
        return [row for row in jobs.of("", quarantine.SCAN) if row["state"] == "waiting"]

    rescan.day_begun(DayBegun(portal))
    assert not waiting()
    setting("antivirus", "required")
    scanner.answer = "stream: size limit exceeded ERROR"
    bring("a.txt", HARMLESS)
    later()
    assert not waiting()
    rescan.day_begun(DayBegun(portal))
    assert len(waiting()) == 1


def test_without_a_scanner_it_fails_and_changes_nothing(bring):
    _document, file = bring("a.txt", HARMLESS)
    row = scan()
    assert row["state"] == "failed"
    assert row["error"]
    assert not file.is_held
    assert check(file) == rules.State.SKIPPED


def test_many_files_take_several_batches(bring, scanner, monkeypatch):
    monkeypatch.setattr(rescan, "BATCH", 1)
    for number in range(3):
        bring(f"{number}.txt", HARMLESS + str(number).encode())
    row = scan()
    assert row["state"] == "done"
    assert row["result"]["scanned"] >= 3


def test_who_may_not(office):
    with as_user("vanthu"), pytest.raises(NotAllowed):
        actions.rescan_files(office.portal)
    with as_user("admin"), pytest.raises(InvalidInput):
        actions.rescan_files(office.portal, "x")
