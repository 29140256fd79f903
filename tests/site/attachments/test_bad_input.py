"""Everything bad that may come in, in one table: refused with a reason, or stored and read safely.

After each of them the worker is alive, a good file still comes in, and nothing was stored
unasked.
"""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from tests.office import as_user
from tests.rules.attachments import making
from tests.site.pages.conftest import page
from vanphong.attachments import rules
from vanphong.attachments.actions import accept
from vanphong.attachments.words import text_of
from vanphong.documents import inside
from vanphong.errors import OfficeError
from vanphong.incoming import actions as incoming
from vanphong.ledger import jobs
from zipfile import ZipFile
import pytest


__all__ = ["page"]

DATA = Path(__file__).parent / "data"
GOOD = making.pdf("Kinh gui Uy ban nhan dan tinh An Binh")
SCRIPT = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"


def bomb():
    file = BytesIO()
    with ZipFile(file, "w", 8) as found:
        found.writestr("[Content_Types].xml", making.TYPES)
        found.writestr("word/document.xml", bytes(150 << 20))
    return file.getvalue()


def entities():
    return making.docx(
        **{"word/a.xml": b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'}
    )


#: What is refused before anything is stored: name, content, words of the refusal.
REFUSED = {
    "an encrypted PDF": ("a.pdf", lambda: (DATA / "locked.pdf").read_bytes(), "password"),
    "a truncated PDF": ("a.pdf", lambda: GOOD[: len(GOOD) // 2], "damaged|end"),
    "PDF and ZIP at once": (
        "a.pdf",
        lambda: GOOD + making.archive({"a.exe": b"MZ"}),
        "ZIP|archive|two",
    ),
    "PDF and web page at once": ("a.pdf", lambda: b"<html><script>x</script>" + GOOD, "HTML|PDF"),
    "a program called PDF": ("a.pdf", lambda: b"MZ\x90\0" + bytes(99), "program|PDF"),
    "a PDF called program": ("a.pdf.exe", lambda: GOOD, "exe"),
    "a ZIP bomb": ("a.docx", bomb, "more than|unpacked"),
    "external entities": ("a.docx", entities, "refers to|document type"),
    "nothing": ("a.pdf", bytes, "empty"),
}

#: What is stored: name, content, the name that is kept.
STORED = {
    "5,000 pages": ("a.pdf", lambda: making.pdf(*["Kinh gui Uy ban nhan dan"] * 5000), "a.pdf"),
    "JavaScript": ("a.pdf", lambda: making.pdf("Kinh gui", extra=SCRIPT), "a.pdf"),
    "old letters": ("a.doc", lambda: (DATA / "tcvn3.doc").read_bytes(), "a.doc"),
    "folders in the name": ("../../etc/Công văn.pdf", lambda: GOOD, "Công văn.pdf"),
    "NUL in the name": ("a\0b.pdf", lambda: GOOD, "ab.pdf"),
    "300 letters": ("x" * 300 + ".pdf", lambda: GOOD, "x" * 196 + ".pdf"),
    "from right to left": ("bao cao\u202e.pdf", lambda: GOOD, "bao cao.pdf"),
    "words of SQL": ("a'; DROP TABLE file; --.pdf", lambda: GOOD, "a'; DROP TABLE file; --.pdf"),
    "a page as wide as a street": (
        "a.pdf",
        lambda: GOOD.replace(b"[0 0 595 842]", b"[0 0 9e8 842]"),
        "a.pdf",
    ),
}


@pytest.fixture(autouse=True)
def no_programs(monkeypatch):
    """Scans and drawings take minutes and are tested elsewhere."""
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")


@pytest.fixture
def alive(bring):
    """Afterwards a good file is accepted and read, and no job has failed."""
    yield
    _document, file = bring("sau.pdf", GOOD)
    jobs.run_pending()
    assert file.progress.of(rules.READ).state == rules.State.DONE
    assert jobs.counts().get("failed", 0) == 0


@pytest.mark.parametrize("name", REFUSED)
def test_refused(alive, name):
    called, content, words = REFUSED[name]
    with as_user("vanthu"), pytest.raises(OfficeError, match=f"(?i){words}"):
        accept(called, BytesIO(content()))


def test_200_megabytes_are_refused_unread(alive):
    with TemporaryFile() as file, as_user("vanthu"):
        file.write(b"%PDF-1.4\n")
        file.truncate(200 << 20)
        with pytest.raises(OfficeError, match=r"(?i)larger|MB"):
            accept("a.pdf", file)


@pytest.mark.parametrize("name", STORED)
def test_stored_and_read_safely(alive, bring, name):
    called, content, kept = STORED[name]
    document, file = bring(called, content())
    jobs.run_pending()
    assert file.filename == kept
    assert not file.progress.next  # every stage came to an end
    with file.blob.open("r") as stream:
        assert stream.read() == content()  # never altered
    assert document.attachments == (file,) or file in document.attachments


def test_what_was_read_of_them(bring):
    _document, file = bring("a.pdf", making.pdf("Kinh gui", extra=SCRIPT))
    _document, old = bring("a.doc", (DATA / "tcvn3.doc").read_bytes())
    jobs.run_pending()
    assert "script" in file.warnings
    if old.progress.of(rules.READ).state == rules.State.DONE:  # antiword is there
        assert "®" not in text_of(old)


TYPED = (
    "x" * 10_240,
    "uy ban " * 1500,
    '"',
    "'",
    "%",
    "*",
    "uy* ban*",
    "' OR 1=1 --",
    "NEAR(uy ban, 5)",
    "uy AND NOT ban",
    "head: uy",
    "{uy ban}",
    "\0\x1f\u202e",
    "a" * 64 + "́" * 1000,
)


@pytest.mark.parametrize("typed", TYPED)
def test_whatever_is_looked_for_is_answered(page, office, bring, typed):
    _document, file = bring("a.pdf", GOOD)
    jobs.run_pending()
    assert page(office.portal, "search-documents", "vanthu", q=typed).status == 200
    assert inside.find(file, typed).total >= 0


@pytest.mark.parametrize("stage", ["find", "file", "page", "with"])
def test_bad_addresses_of_the_viewer(page, bring, stage):
    document, _file = bring("a.pdf", GOOD)
    for value in ("../x", "\0", "9" * 400, ["a", "b"], "<script>"):
        answer = page(document, "view", "vanthu", **{stage: value})
        assert answer.status == 200
        assert "<script>" not in answer.html.replace("<script ", "")


def test_a_registered_document_needs_no_good_file(office):
    """A bad file beside good ones refuses the whole registration, nothing of it is kept."""
    before = len(office.documents())
    with as_user("vanthu"), pytest.raises(OfficeError):
        incoming.register(office.body, office.values(), [accept("a.pdf", BytesIO(b""))])
    assert len(office.documents()) == before
