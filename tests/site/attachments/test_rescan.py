"""All stored files are scanned again when a new virus database knows more."""

from tests.office import as_user
from tests.rules.attachments.making import EICAR
from tests.rules.attachments.making import pdf
from vanphong.attachments import actions
from vanphong.attachments import quarantine
from vanphong.attachments import rescan
from vanphong.attachments import rules
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.ledger import audit
from vanphong.ledger import jobs
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
    from tests import clamd

    _document, file = bring("a.txt", HARMLESS)
    jobs.run_pending()
    assert check(file) == rules.State.SKIPPED
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        row = scan("unchecked")
    assert check(file) == rules.State.DONE
    assert row["result"]["cleared"] >= 1


def test_a_file_held_for_want_of_a_scanner_comes_back(bring, setting, monkeypatch):
    from tests import clamd

    setting("antivirus", "required")
    _document, file = bring("a.pdf", pdf("Kinh gui"))
    assert file.is_held
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        scan("unchecked")
    assert not file.is_held
    assert check(file) == rules.State.DONE


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
