"""Files that nobody may open: held, scanned again, let out, deleted."""

from tests.clamd import VIRUS
from tests.office import as_user
from tests.rules.attachments import making
from tests.rules.attachments.making import EICAR
from vanphong.attachments import actions
from vanphong.attachments import pipeline
from vanphong.attachments import quarantine
from vanphong.attachments import rules
from vanphong.attachments.status import status
from vanphong.attachments.words import text_of
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
from vanphong.ledger import files
from vanphong.ledger import jobs
from zope.i18n import translate
import pytest


CLEAN = making.docx("Kính gửi")


@pytest.fixture
def held(bring, setting):
    """A document whose file came in while no scanner answered."""
    setting("antivirus", "required")
    return bring("a.docx", CLEAN)


def acts(document):
    return [(row["act"], row["outcome"]) for row in audit.history(document.UID())]


def test_without_a_scanner_the_document_is_registered_and_its_file_is_held(held):
    document, attachment = held
    assert document.arrival_number
    assert attachment.is_held
    assert attachment.blob is None
    assert quarantine.count() == 1
    assert jobs.of(document.UID()) == []
    assert translate(status(attachment)[1], target_language="en") == (
        "In quarantine: no virus scanner answers"
    )
    (row,) = files.of(document.UID())
    assert (row["checked"], row["why"]) == ("failed", "no-scanner")


def test_a_scan_that_finds_nothing_lets_it_out_and_it_is_read(held, scanner):
    document, attachment = held
    with as_user("admin"):
        assert actions.rescan_file(document, attachment.uid)
    assert quarantine.count() == 0
    assert attachment.blob.data == CLEAN
    jobs.run_pending()
    assert text_of(attachment) == "Kính gửi"
    assert acts(document)[-1] == ("rescan_file", "done")


def test_a_virus_keeps_it_there_whatever_the_reason(bring, setting, monkeypatch):
    from tests import clamd

    setting("antivirus", "required")
    document, attachment = bring("a.txt", EICAR)
    with clamd.protocol() as server, as_user("admin"):
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        assert not actions.rescan_file(document, attachment.uid)
    assert quarantine.find(attachment.uid).virus == VIRUS
    setting("antivirus", "if-available")
    with as_user("admin"), pytest.raises(RuleBroken, match=VIRUS):
        actions.release_file(document, attachment.uid, reason="Cần gấp.")
    assert attachment.blob is None


def test_nobody_answers_so_nothing_changes(held):
    document, attachment = held
    with as_user("admin"), pytest.raises(Conflict, match="does not answer"):
        actions.rescan_file(document, attachment.uid)
    assert quarantine.count() == 1


def test_a_reason_lets_it_out_only_where_no_scan_is_required(held, setting):
    document, attachment = held
    with as_user("admin"), pytest.raises(RuleBroken, match="only when a scan"):
        actions.release_file(document, attachment.uid, reason="Cần gấp.")
    setting("antivirus", "if-available")
    with as_user("admin"), pytest.raises(InvalidInput, match="reason"):
        actions.release_file(document, attachment.uid, reason=" ")
    with as_user("admin"):
        actions.release_file(document, attachment.uid, reason="Đã kiểm tra bằng máy khác.")
    assert not attachment.is_held
    check = attachment.progress.of(rules.CHECK)
    assert (check.state, check.why) == ("skipped", "no-scanner")
    assert audit.history(document.UID())[-1]["detail"]["reason"] == "Đã kiểm tra bằng máy khác."


def test_what_is_deleted_leaves_its_name_and_its_hash(held):
    document, attachment = held
    with as_user("admin"):
        actions.delete_held_file(document, attachment.uid, reason="Thư rác.")
    assert quarantine.count() == 0
    assert document.attachments == (attachment,)
    assert attachment.is_held
    assert translate(status(attachment)[1], target_language="en") == "Deleted from the quarantine"
    assert audit.history(document.UID())[-1]["detail"]["sha256"] == attachment.sha256
    with as_user("admin"), pytest.raises(Conflict, match="not in quarantine any more"):
        actions.rescan_file(document, attachment.uid)
    with as_user("vanthu"), pytest.raises(Conflict, match="in quarantine"):
        actions.retry_file(document, attachment.uid)


@pytest.mark.parametrize("act", ["rescan_file", "release_file", "delete_held_file"])
@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", "cv1-noivu", ""])
def test_only_an_administrator_decides(held, act, user):
    document, attachment = held
    more = {} if act == "rescan_file" else {"reason": "x"}
    with as_user(user), pytest.raises(NotAllowed):
        getattr(actions, act)(document, attachment.uid, **more)
    assert quarantine.count() == 1


@pytest.mark.parametrize(
    ("user", "may"),
    [("vanthu", True), ("admin", True), ("cv1-noivu", False), ("chutich", False), ("", False)],
)
def test_who_may_have_a_file_read_again(bring, monkeypatch, user, may):
    document, attachment = bring("a.pdf", b"%PDF-1.4 nothing\n%%EOF")
    jobs.run_pending()
    with as_user(user):
        if may:
            actions.retry_file(document, attachment.uid)
        else:
            with pytest.raises(NotAllowed):
                actions.retry_file(document, attachment.uid)


def test_a_stored_file_can_be_withdrawn(bring, scanner):
    document, attachment = bring("a.docx", CLEAN)
    jobs.run_pending()
    assert text_of(attachment)
    with as_user("admin"):
        pipeline.withdraw(document, attachment, "withdrawn")
    assert attachment.is_held
    assert text_of(attachment) == ""
    assert acts(document)[-1] == ("hold_file", "done")
    with as_user("admin"), pytest.raises(RuleBroken):
        actions.release_file(document, attachment.uid, reason="x")


def test_a_virus_that_is_found_later_takes_the_file_from_everybody(bring, scanner, monkeypatch):
    with monkeypatch.context() as silent:
        silent.setenv("VANPHONG_CLAMD", "")
        document, attachment = bring("a.txt", EICAR)
    jobs.run_pending()
    assert text_of(attachment) == EICAR.decode()
    with as_user("vanthu"):
        actions.retry_file(document, attachment.uid)
    jobs.run_pending()
    assert attachment.is_held
    assert quarantine.find(attachment.uid).virus == VIRUS
    assert text_of(attachment) == ""
    assert acts(document)[-1] == ("hold_file", "done")


# pages


def test_the_page_lists_what_is_held_without_the_subject(held, page, portal):
    document, _attachment = held
    shown = page(portal, "quarantine", "admin")
    assert "a.docx" in shown.text
    assert document.label in shown.text
    assert document.subject not in shown.text
    assert document.subject not in shown.html


def test_the_page_acts_and_says_what_it_did(held, page, portal, scanner):
    _document, attachment = held
    sent = page(portal, "quarantine", "admin", post=True, do="rescan", uid=attachment.uid)
    assert sent.location.endswith("/@@quarantine")
    assert quarantine.count() == 0
    again = page(portal, "quarantine", "admin", post=True, do="rescan", uid=attachment.uid)
    assert again.status == 400


def test_the_page_refuses_without_a_reason(held, page, portal):
    _document, attachment = held
    sent = page(portal, "quarantine", "admin", post=True, do="delete", uid=attachment.uid)
    assert sent.status == 400
    assert quarantine.count() == 1


def test_nobody_gets_the_content_of_a_held_file(held, portal, request_):
    from zExceptions import NotFound
    from zope.component import getMultiAdapter

    document, attachment = held
    for name, steps in (("file", [attachment.uid]), ("page", [attachment.uid, "1"])):
        for user in ("vanthu", "admin"):
            with as_user(user):
                view = getMultiAdapter((document, request_), name=name)
                view.steps = steps
                with pytest.raises(NotFound):
                    view()


def test_the_document_shows_that_its_file_is_held(held, page):
    document, _attachment = held
    shown = page(document, "view", "vanthu")
    assert "@@file/" not in shown.html
    assert "a.docx" in shown.text


def test_a_file_that_failed_has_a_button_for_who_may(bring, page):
    document, attachment = bring("a.pdf", b"%PDF-1.4 nothing\n%%EOF")
    jobs.run_pending()
    assert "@@retry-file" in page(document, "view", "vanthu").html
    sent = page(document, "retry-file", "vanthu", post=True, file=attachment.uid)
    assert sent.location == document.absolute_url()
    assert attachment.progress.next
    assert "@@retry-file" not in page(document, "view", "vanthu").html


def test_api_lists_the_stages(bring, request_):
    from vanphong.documents.services.files.get import Files

    document, _attachment = bring("a.docx", CLEAN)
    with as_user("vanthu"):
        (shown,) = Files(document, request_).content()["items"]
    assert [one["name"] for one in shown["stages"]] == ["check", "read", "preview"]
    assert shown["download"]
