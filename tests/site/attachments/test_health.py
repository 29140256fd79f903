"""What administrators are told of scanner, programs, files and jobs."""

from tests import clamd
from tests.office import as_user
from tests.rules.attachments import making
from vanphong.attachments import health
from vanphong.desktop.browser.health import checks
from vanphong.ledger import health as ledger
from vanphong.ledger import jobs
from zExceptions import Unauthorized
from zope.i18n import translate
import pytest


def found():
    return {
        translate(one.title, target_language="en"): (
            one.state,
            translate(one.value, target_language="en"),
        )
        for one in checks()
    }


@pytest.mark.parametrize(
    ("policy", "answers", "state"),
    [
        ("required", True, "good"),
        ("required", False, "bad"),
        ("if-available", True, "good"),
        ("if-available", False, "warning"),
        ("off", True, "bad"),
        ("off", False, "bad"),
    ],
)
def test_the_scanner_under_each_policy(setting, monkeypatch, policy, answers, state):
    setting("antivirus", policy)
    with clamd.protocol() as server:
        if answers:
            monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        assert health.scanning().state == state


def test_files_are_counted(bring, setting, monkeypatch):
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    before = found()
    bring("a.pdf", making.pdf(""))
    setting("antivirus", "required")
    bring("a.docx", making.docx())
    jobs.run_pending()
    after = found()
    for title in ("Files not checked for viruses", "Files whose text was not read"):
        assert int(after[title][1]) == int(before[title][1]) + 1
        assert after[title][0] == "warning"
    assert after["Files in quarantine"] == ("warning", "1")
    assert after["Reading of scans (tesseract)"] == ("warning", "not installed")


def test_jobs_and_ledger_are_there(portal, monkeypatch):
    state, value = found()["Ledger"]
    assert (state, value.split()[0]) == ("good", "SQLite")
    assert found()["Background jobs that failed"] == ("good", "0")
    monkeypatch.setenv("VANPHONG_WORKER", "off")
    assert next(iter(ledger.checks())).state == "warning"


def test_the_page_is_for_administrators(page, portal, request_):
    shown = page(portal, "health", "admin")
    assert "SQLite" in shown.text
    for user in ("vanthu", "chutich", ""):
        with as_user(user), pytest.raises(Unauthorized):
            portal.restrictedTraverse("@@health")


def test_the_desktop_warns_administrators_only(page, portal, setting):
    setting("antivirus", "if-available")
    assert "@@health" in page(portal, "desktop", "admin").html
    assert "@@health" not in page(portal, "desktop", "vanthu").html
    with clamd.protocol() as server:
        import os

        os.environ["VANPHONG_CLAMD"] = server.server_address
        assert "@@health" not in page(portal, "desktop", "admin").html


def test_the_settings_page_says_who_answers(page, portal, scanner):
    shown = page(portal, "vanphong-files", "admin")
    assert "ClamAV 0.0-test" in shown.text
    assert "application/pdf" in shown.text


@pytest.mark.parametrize("line", ["exe", "pdf\npdf", "dwg | text/html | x | 414141"])
def test_kinds_that_cannot_be_read_are_not_saved(page, portal, line):
    from vanphong.attachments import settings

    form = {
        "form.widgets.antivirus": ["if-available"],
        "form.widgets.kinds": line,
        "form.widgets.max_megabytes": "100",
        "form.widgets.max_unpacked_megabytes": "100",
        "form.widgets.ocr_pages": "300",
        "form.buttons.save": "1",
    }
    answer = page(portal, "vanphong-files", "admin", post=True, **form)
    assert answer.location == ""
    assert "docx" in settings.policy().kinds
