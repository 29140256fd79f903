"""What the worker makes of a file: words, pages, and what is said when it cannot."""

from pathlib import Path
from tests.office import as_user
from tests.rules.attachments import making
from vanphong.attachments import child
from vanphong.attachments import reading
from vanphong.attachments import rules
from vanphong.attachments.actions import retry_file
from vanphong.attachments.interfaces import TextReady
from vanphong.attachments.status import status
from vanphong.attachments.words import text_of
from vanphong.attachments.words import texts
from vanphong.errors import Conflict
from vanphong.ledger import audit
from vanphong.ledger import files
from vanphong.ledger import jobs
from zope.i18n import translate
import pytest
import shutil
import sys
import zope.event


DATA = Path(__file__).parent / "data"


@pytest.fixture
def ready():
    """The documents and files of which the words are ready."""
    found = []

    def hear(event):
        if isinstance(event, TextReady):
            found.append((event.document.getId(), event.attachment.filename))

    zope.event.subscribers.append(hear)
    yield found
    zope.event.subscribers.remove(hear)


@pytest.fixture
def stages():
    """The states of the stages of a file, each with its reason."""

    def of(attachment):
        return [f"{one.state} {one.why}".strip() for one in attachment.progress.stages]

    return of


@pytest.fixture(autouse=True)
def no_programs(monkeypatch):
    """A machine without tesseract and LibreOffice."""
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")


def test_the_words_of_a_file_are_read_after_it_was_registered(bring, ready, stages):
    document, attachment = bring("Thư.docx", making.docx("Kính gửi Ủy ban"))
    assert stages(attachment)[0] == "skipped no-scanner"
    assert attachment.progress.next == rules.READ
    assert text_of(attachment) == ""
    jobs.run_pending()
    assert text_of(attachment) == "Kính gửi Ủy ban"
    assert list(texts(document)) == [(attachment, "Kính gửi Ủy ban")]
    assert stages(attachment) == ["skipped no-scanner", "done", "skipped no-soffice"]
    assert ready == [(document.getId(), "Thư.docx")]
    (row,) = files.of(document.UID())
    assert (row["read"], row["previewed"], row["unread"]) == ("done", "skipped", False)


def test_pages_of_a_pdf_are_told_apart(bring):
    _document, attachment = bring("a.pdf", making.pdf("first page " * 4, "second page " * 4))
    jobs.run_pending()
    assert attachment.pages == 2
    assert [(page, text[:5]) for page, text in attachment.words.pages()] == [
        (1, "first"),
        (2, "secon"),
    ]


WORD_97 = (DATA / "tcvn3.doc").read_bytes()
MAIL = (
    "From: =?utf-8?q?Ph=C3=B2ng_VHTT?= <vhtt@phukhe.gov.vn>\nTo: a@b.vn\nSubject: "
    "=?utf-8?b?QsOhbyBjw6Fv?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    "--x\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Kính gửi</p>\n"
    "--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=phuluc.pdf\n\n"
    "JVBERi0=\n--x--\n"
).encode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.odt", making.odt("Ủy ban\u00a0nhân dân"), "Ủy ban\u00a0nhân dân"),
        ("a.txt", "\ufeffSố 12".encode(), "Số 12"),
        ("a.xml", b'<?xml version="1.0"?><a b="c">S\xe1\xbb\x91</a>', "Số"),
        ("a.eml", MAIL, "From: Phòng VHTT <vhtt@phukhe.gov.vn>"),
        ("a.eml", MAIL, "Subject: Báo cáo"),
        ("a.eml", MAIL, "Kính gửi"),
        ("a.eml", MAIL, "phuluc.pdf"),
        ("a.docx", making.docx("Ce\u0323\u0302nh"), "Cệnh"),
        ("a.docx", making.docx("ñy ban nh©n d©n vÒ viÖc thùc hiÖn"), "ủy ban nhân dân về việc"),
    ],
)
def test_every_kind_gives_its_words(bring, name, content, words):
    _document, attachment = bring(name, content)
    jobs.run_pending()
    assert words in text_of(attachment)


@pytest.mark.skipif(shutil.which("antiword") is None, reason="needs Debian's antiword")
def test_an_old_word_file_in_tcvn3_is_read_in_unicode(bring):
    _document, attachment = bring("Cũ.doc", WORD_97)
    jobs.run_pending()
    assert "Độc lập - Tự do - Hạnh phúc" in text_of(attachment)


def test_spreadsheets_are_read_sheet_by_sheet(bring, tmp_path):
    import datetime
    import xlsxwriter

    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    for name in ("Thu", "Chi"):
        sheet = book.add_worksheet(name)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Kinh phí", 12, 1.5])
        sheet.write_datetime(1, 0, datetime.datetime(2024, 8, 14), day)
    book.close()
    _document, attachment = bring("a.xlsx", (tmp_path / "a.xlsx").read_bytes())
    jobs.run_pending()
    assert attachment.words.page(2) == "Chi\nKinh phí\t12\t1.5\n14/08/2024"


@pytest.mark.parametrize(
    ("name", "content", "read", "preview"),
    [
        ("a.pdf", b"%PDF-1.4\nnothing of a PDF\n%%EOF", "failed damaged", "failed damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "skipped no-tesseract", "failed damaged"),
        ("a.pdf", making.pdf(""), "skipped no-tesseract", "done"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "failed damaged", "skipped"),
        ("a.txt", b" \n", "skipped no-text", "skipped no-pages"),
    ],
)
def test_what_cannot_be_read_says_why_and_the_rest_goes_on(
    bring, stages, name, content, read, preview
):
    document, attachment = bring(name, content)
    jobs.run_pending()
    assert stages(attachment)[1] == read
    assert stages(attachment)[2].startswith(preview)
    assert jobs.status(attachment.job_uid)["state"] == "done"
    (row,) = files.of(document.UID())
    assert row["unread"] is (read not in ("skipped no-text",))


@pytest.mark.parametrize("why", ["crash", "timeout", "password"])
def test_a_reader_that_dies_marks_the_file_and_a_retry_reads_it(bring, stages, monkeypatch, why):
    document, attachment = bring("a.docx", making.docx("Kính gửi"))

    def dies(*args, **more):
        raise child.Broken(why)

    with monkeypatch.context() as broken:
        broken.setattr(child, "run_module", dies)
        jobs.run_pending()
    assert stages(attachment)[1] == f"failed {why}"
    assert text_of(attachment) == ""
    with as_user("vanthu"):
        retry_file(document, attachment.uid)
    assert attachment.progress.next in (rules.CHECK, rules.READ)
    jobs.run_pending()
    assert text_of(attachment) == "Kính gửi"
    last = audit.history(document.UID())[-1]
    assert (last["act"], last["detail"]["file"]) == ("retry_file", "a.docx")


def test_what_went_well_is_not_tried_again(bring, scanner):
    document, attachment = bring("a.txt", b"abc")
    jobs.run_pending()
    with as_user("vanthu"), pytest.raises(Conflict, match="Nothing failed"):
        retry_file(document, attachment.uid)


def test_a_child_that_takes_too_long_or_dies_is_told_apart(tmp_path):
    with pytest.raises(child.Broken, match="timeout"):
        child.run(("sleep", "9"), seconds=1)
    with pytest.raises(child.Broken, match="crash"):
        child.run(("sh", "-c", "kill -SEGV $$"), seconds=5)
    with pytest.raises(child.Broken, match="crash"):
        hungry = "a = bytearray(1 << 31)"
        child.run(("python3", "-c", hungry), seconds=5, memory=1 << 29)


@pytest.mark.parametrize(
    ("own", "nice", "asked"),
    [(0, child.PROMPT, 0), (0, child.BEHIND, 5), (10, child.PROMPT, 10), (17, child.BEHIND, 19)],
)
def test_a_child_never_comes_before_the_server(monkeypatch, own, nice, asked):
    heard = []
    monkeypatch.setattr("os.getpriority", lambda _which, _who: own)
    monkeypatch.setattr("os.setpriority", lambda _which, _who, nice: heard.append(nice))
    child.run((sys.executable, "-c", "pass"), seconds=10, nice=nice)
    assert heard == [asked]


def test_the_whole_group_of_a_child_ends_with_it(tmp_path):
    mark = tmp_path / "alive"
    with pytest.raises(child.Broken, match="timeout"):
        child.run(("sh", "-c", f"(sleep 3; touch {mark}) & sleep 9"), seconds=1)
    import time

    time.sleep(1.5)
    assert not mark.exists()


def test_scans_are_read_page_by_page_and_go_on_after_a_break(bring, monkeypatch, stages, ready):
    _document, attachment = bring("a.pdf", making.pdf("", "long text of its own " * 3, "", ""))
    asked = []

    def recognise(source, extension, page):
        asked.append(page)
        return reading.Seen(f"trang {page} của bản quét")

    monkeypatch.setattr(reading, "has_tesseract", lambda: True)
    monkeypatch.setattr(reading, "recognise", recognise)
    jobs.run_pending()
    assert asked == [1, 3, 4]
    assert attachment.words.source == "ocr"
    assert text_of(attachment).split("\f")[3] == "trang 4 của bản quét"
    assert "of its own" in attachment.words.page(2)
    assert stages(attachment)[1] == "done"
    assert len(ready) == 1
    assert jobs.status(attachment.job_uid)["state"] == "done"


def test_pages_behind_the_limit_are_not_read_and_a_bad_page_does_not_stop_the_others(
    bring, monkeypatch, stages, setting
):
    setting("ocr_pages", 2)
    _document, attachment = bring("a.pdf", making.pdf("", "", ""))
    monkeypatch.setattr(reading, "has_tesseract", lambda: True)

    def seen(_source, _extension, page):
        return reading.Seen(f"trang {page}")

    monkeypatch.setattr(reading, "recognise", seen)
    jobs.run_pending()
    assert stages(attachment)[1] == "done many-pages"
    assert text_of(attachment) == "trang 1\ftrang 2\f"
    setting("ocr_pages", 9)

    def one_dies(source, extension, page):
        if page == 2:
            raise child.Broken("timeout")
        return reading.Seen(f"trang {page}")

    _document, attachment = bring("a.pdf", making.pdf("", "", ""))
    monkeypatch.setattr(reading, "recognise", one_dies)
    jobs.run_pending()
    assert stages(attachment)[1] == "failed timeout"
    assert text_of(attachment) == "trang 1\f\ftrang 3"


def test_a_locked_pdf_does_not_come_in_and_one_with_an_owner_is_read(bring):
    from vanphong.errors import InvalidInput

    with pytest.raises(InvalidInput, match="has a password"):
        bring("a.pdf", (DATA / "locked.pdf").read_bytes())
    _document, attachment = bring("a.pdf", (DATA / "owner.pdf").read_bytes())
    assert attachment.warnings == ("encrypted",)
    jobs.run_pending()
    assert "Ủy ban nhân dân tỉnh An Bình" in text_of(attachment)


def test_the_state_of_a_file_is_said_in_words(bring, scanner):
    _document, attachment = bring("a.docx", making.docx())

    def said():
        return translate(status(attachment)[1], target_language="en")

    assert said() == "Checked for viruses · Not read yet, nor looked at for a stamp of secrecy"
    jobs.run_pending()
    assert said() == "Checked for viruses"
    attachment.progress = attachment.progress.to(rules.READ, rules.State.FAILED, "timeout")
    assert said() == "Not read: reading it took too long"


def test_a_file_of_two_documents_is_read_once_for_both(bring, office, ready):
    from vanphong.incoming import actions as incoming

    first, attachment = bring("a.docx", making.docx("Kính gửi"))
    with as_user("vanthu"):
        second = incoming.register(office.body, office.values(), [attachment])
    jobs.run_pending()
    assert sorted(ready) == sorted((one.getId(), "a.docx") for one in (first, second))
    rows = [*files.of(first.UID()), *files.of(second.UID())]
    assert [row["read"] for row in rows] == ["done", "done"]
    assert [row["document_uid"] for row in files.same(attachment.sha256, office.body.UID())]
