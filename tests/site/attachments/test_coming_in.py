from io import BytesIO
from sqlalchemy import select
from tests.clamd import VIRUS
from tests.office import as_user
from tests.rules.attachments import making
from tests.rules.attachments.making import EICAR
from vanphong.attachments import rules
from vanphong.attachments.actions import accept
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.ledger import session
from vanphong.ledger.tables import audit
import json
import pytest


PDF = making.pdf("Kinh gui Uy ban nhan dan tinh An Binh")


def bring(name, content):
    with as_user("vanthu"):
        return accept(name, BytesIO(content))


def refusals():
    with session.reading() as connection:
        rows = connection.execute(select(audit).where(audit.c.act == "accept_file")).mappings()
        return [dict(row) for row in rows]


@pytest.mark.parametrize(
    ("policy", "answer", "state", "why"),
    [
        ("required", "stream: OK", "done", ""),
        ("required", "stream: INSTREAM size limit exceeded. ERROR", "failed", "not-scanned"),
        ("required", "", "failed", "not-scanned"),
        ("required", "nonsense", "failed", "not-scanned"),
        ("required", None, "failed", "no-scanner"),
        ("if-available", "stream: OK", "done", ""),
        ("if-available", "stream: x ERROR", "skipped", "not-scanned"),
        ("if-available", None, "skipped", "no-scanner"),
        ("off", "stream: OK", "skipped", "scanning-off"),
        ("off", None, "skipped", "scanning-off"),
    ],
)
def test_what_is_not_found_clean_is_held_where_a_scan_is_required(
    setting, scanner, monkeypatch, policy, answer, state, why
):
    setting("antivirus", policy)
    if answer is None:
        monkeypatch.setenv("VANPHONG_CLAMD", "/nonexistent/clamd.ctl")
    else:
        scanner.answer = answer
    found = bring("a.pdf", PDF)
    check = found.progress.of(rules.CHECK)
    assert (check.state, check.why) == (state, why)
    assert found.is_held is (state == "failed")


@pytest.mark.parametrize("policy", ["required", "if-available"])
def test_a_virus_is_refused_by_its_name_and_the_trail_says_so(setting, scanner, policy):
    setting("antivirus", policy)
    with pytest.raises(RuleBroken, match=VIRUS) as refusal:
        bring("Thư.txt", EICAR)
    assert refusal.value.field == "file"
    (row,) = refusals()
    detail = json.loads(row["detail"])
    assert (row["outcome"], row["user_id"], detail["virus"]) == ("refused", "vanthu", VIRUS)
    assert detail["sha256"] in json.dumps(detail)


def test_a_virus_in_an_act_leaves_one_line(setting, scanner, office):
    from vanphong.attachments.services.sent import SentFiles
    from vanphong.incoming import actions as incoming
    from vanphong.ui.given import Given
    import base64

    sent = {"filename": "a.txt", "data": base64.b64encode(EICAR).decode()}
    with as_user("vanthu"), pytest.raises(RuleBroken):
        incoming.register(office.body, office.values(), SentFiles(Given({"files": [sent]})))
    with session.reading() as connection:
        lines = connection.execute(select(audit).where(audit.c.outcome == "refused")).all()
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/Công văn.pdf", "Công văn.pdf"),
        ("a\0b.pdf", "ab.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("bao cao\u202e.pdf", "bao cao.pdf"),
        ("C:\\thu\\đến.pdf", "đến.pdf"),
    ],
)
def test_names_are_cleaned(portal, name, clean):
    assert bring(name, PDF).filename == clean


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.pdf.exe", PDF, "says “exe”"),
        ("a.pdf\0.exe", PDF, "says “exe”"),
        ("hoa don\u202efdp.exe", b"MZ\x90\0" + bytes(99), "is a program"),
        ("a.pdf", PDF[:-20], "its end is missing"),
        ("a.docx", making.docx()[:-30], "damaged"),
        ("a.docx", making.docx(a_zip=making.archive({"x": b"y"})), "archive within"),
        ("a.pdf", PDF + making.archive({"x": b"y"}), "two kinds"),
        ("a.zip", making.archive({"x": b"y"}), "not of an accepted kind"),
    ],
)
def test_bad_files_are_refused(portal, name, content, said):
    with pytest.raises(InvalidInput, match=said):
        bring(name, content)


def test_what_an_administrator_has_set_holds(setting):
    setting("kinds", ["pdf"])
    setting("max_megabytes", 1)
    bring("a.pdf", PDF)
    with pytest.raises(InvalidInput, match="accepted are pdf"):
        bring("a.docx", making.docx())
    with pytest.raises(InvalidInput, match="at most 1 MB"):
        bring("a.pdf", PDF[:-6] + bytes(1 << 20) + b"%%EOF\n")


def test_unpacked_bytes_are_limited_before_anything_is_scanned(setting, scanner):
    setting("max_unpacked_megabytes", 1)
    with pytest.raises(InvalidInput, match="when unpacked"):
        bring("a.docx", making.docx(word__a=bytes(1_100_000) + EICAR))
    assert refusals() == []


def test_warnings_stay_with_the_file(portal):
    found = bring("a.pdf", making.pdf("a", extra=b"/OpenAction<</S/JavaScript/JS(x)>>"))
    assert found.warnings == ("script",)


def test_an_encrypted_pdf_is_asked_whether_it_opens(portal, monkeypatch):
    content = making.pdf("a", trailer=b"/Encrypt 9 0 R")
    asked = []

    def opens(path):
        asked.append(path)
        return False

    monkeypatch.setattr("vanphong.attachments.reading.opens_without_password", opens)
    with pytest.raises(InvalidInput, match="has a password"):
        bring("a.pdf", content)
    assert asked


def test_nothing_is_left_of_a_refused_file(setting, scanner, office, portal):
    before = len(office.documents())
    with pytest.raises(OfficeError):
        bring("a.txt", EICAR)
    assert len(office.documents()) == before
    assert not portal._p_jar._registered_objects
