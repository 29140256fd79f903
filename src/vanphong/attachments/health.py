"""How the programs and the files are: what administrators are told."""

from collections.abc import Iterator
from vanphong import _
from vanphong.attachments import office
from vanphong.attachments import quarantine
from vanphong.attachments import reading
from vanphong.attachments import rules
from vanphong.attachments import scanner
from vanphong.attachments import settings
from vanphong.ledger import files
from vanphong.ui.health import BAD
from vanphong.ui.health import GOOD
from vanphong.ui.health import WARNING
from vanphong.ui.health import Check
import shutil


def checks() -> Iterator[Check]:
    """All of them, the most important first."""
    yield scanning()
    yield _unchecked()
    yield _held()
    yield _program(
        _("Reading of scans (tesseract)"),
        reading.has_tesseract(),
        _("Install the packages tesseract-ocr and tesseract-ocr-vie; then try the files again."),
    )
    yield _unread()
    yield _program(
        _("Pages of office files (LibreOffice)"),
        bool(office.soffice()),
        _("Install the packages libreoffice-writer-nogui and libreoffice-calc-nogui."),
    )
    yield _program(
        _("Reading of old Word files (antiword)"),
        shutil.which("antiword") is not None,
        _("Install the package antiword."),
    )


def scanning() -> Check:
    """The virus scanner, under the policy of the office."""
    title = _("Virus scanner")
    policy = settings.policy().antivirus
    if policy == rules.Antivirus.OFF:
        advice = _("Switch scanning on under “Files and virus scanner”.")
        return Check(title, BAD, _("switched off"), advice, "@@vanphong-files")
    found = scanner.version()
    if found:
        return Check(title, GOOD, found)
    advice = _("Install the package clamav-daemon and start it, or set VANPHONG_CLAMD.")
    if policy == rules.Antivirus.REQUIRED:
        value = _("does not answer; every new file goes into quarantine")
        return Check(title, BAD, value, advice, "@@quarantine")
    value = _("does not answer; files are accepted without a check")
    return Check(title, WARNING, value, advice, "@@vanphong-files")


def _unchecked() -> Check:
    n = files.count_checked([rules.State.SKIPPED])
    advice = _("Start the scanner, then try these files again on the pages of their documents.")
    return _count(_("Files not checked for viruses"), n, advice)


def _held() -> Check:
    n = quarantine.count()
    advice = _("Scan them again, or delete them.")
    return _count(_("Files in quarantine"), n, advice, "@@quarantine")


def _unread() -> Check:
    n = files.count_unread()
    advice = _("Their words are not found by the search. Try them again once the cause is gone.")
    return _count(_("Files whose text was not read"), n, advice)


def _count(title, n: int, advice, url: str = "") -> Check:
    return Check(title, WARNING if n else GOOD, str(n), advice if n else "", url if n else "")


def _program(title, is_there: bool, advice) -> Check:
    if is_there:
        return Check(title, GOOD, _("installed"))
    return Check(title, WARNING, _("not installed"), advice)
