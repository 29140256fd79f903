"""What the real scanner finds, and what it would have passed without our own limits."""

from io import BytesIO
from tests.clamd import VIRUS
from tests.office import as_user
from tests.rules.attachments import making
from tests.rules.attachments.making import EICAR
from vanphong.attachments import actions
from vanphong.attachments import quarantine
from vanphong.attachments import rules
from vanphong.attachments import scanner as client
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest
import time


pytestmark = pytest.mark.clamd


@pytest.fixture(autouse=True)
def required(scanner, setting):
    setting("antivirus", "required")


def bring_in(name, content):
    with as_user("vanthu"):
        return actions.accept(name, BytesIO(content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", EICAR),
        ("a.docx", making.docx(word__media__a_bin=EICAR)),
        ("a.odt", making.odt(**{"Pictures/a.bin": EICAR})),
        ("a.xlsx", making.archive({"[Content_Types].xml": making.TYPES, "xl/a.bin": EICAR})),
        ("a.pdf", making.pdf("a").replace(b"%%EOF", b"%" + EICAR + b"\n%%EOF")),
    ],
)
def test_the_test_virus_is_refused_by_its_name(portal, name, content):
    with pytest.raises(RuleBroken, match=VIRUS):
        bring_in(name, content)


def test_clean_files_pass(portal):
    for name, content in (("a.docx", making.docx()), ("a.pdf", making.pdf("Kinh gui"))):
        found = bring_in(name, content)
        assert found.progress.of(rules.CHECK).state == "done"


def test_a_virus_behind_120_megabytes_is_refused_by_our_own_limit(portal):
    content = making.docx(word__a=bytes(120_000_000) + EICAR)
    assert len(content) < 1_000_000
    with pytest.raises(InvalidInput, match="when unpacked"):
        bring_in("a.docx", content)


def test_what_is_longer_than_the_scanner_reads_is_not_scanned(real_clamd):
    with pytest.raises(client.NotScanned, match="limit exceeded"):
        client.scan(BytesIO(bytes(115 << 20)))


def test_who_answers_says_its_version(scanner):
    assert client.version().startswith("ClamAV ")


def test_two_megabytes_are_scanned_in_no_time(scanner):
    begun = time.perf_counter()
    assert client.scan(BytesIO(bytes(range(256)) * 8192)) == ""
    assert time.perf_counter() - begun < 2


def test_what_was_held_is_scanned_and_let_out(bring, monkeypatch, real_clamd):
    monkeypatch.setenv("VANPHONG_CLAMD", "/nonexistent/clamd.ctl")
    document, attachment = bring("a.docx", making.docx())
    bad, virus = bring("b.txt", EICAR)
    assert quarantine.count() == 2
    monkeypatch.setenv("VANPHONG_CLAMD", real_clamd)
    with as_user("admin"):
        assert actions.rescan_file(document, attachment.uid)
        assert not actions.rescan_file(bad, virus.uid)
    assert (attachment.is_held, virus.is_held) == (False, True)


class Sent(BytesIO):
    """A file as a form sends it."""

    filename = "Thư mời.docx"


def test_the_form_refuses_it_and_nothing_is_stored(page, office):
    before = len(office.documents())
    file = Sent(making.docx(word__media__a_bin=EICAR))
    answer = page(
        office.body, "register-incoming", "vanthu", post=True, file=file, **office.values()
    )
    assert answer.status == 422
    assert VIRUS in answer.text
    assert len(office.documents()) == before
