"""What a scan suggests to the clerk, and what is refused before anything is stored."""

from hashlib import sha256
from io import BytesIO
from tests.letters import letter_pdf
from tests.office import as_user
from tests.rules.attachments import making
from tests.site.pages.conftest import page
from vanphong.attachments import actions as files
from vanphong.attachments import places
from vanphong.attachments import rules
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.incoming import suggestions
from vanphong.ledger import audit
from vanphong.ledger import jobs
from ZPublisher.HTTPRequest import FileUpload
import pytest


__all__ = ["page"]

LETTER = letter_pdf()
SECRET = letter_pdf(stamp="TỐI MẬT")


@pytest.fixture(autouse=True)
def no_programs(monkeypatch, tmp_path):
    """A machine with nothing but Python."""
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")
    monkeypatch.setenv("VANPHONG_CLAMD", str(tmp_path / "nobody.ctl"))


class _Field:
    """What cgi gives for a file."""

    headers = {}

    def __init__(self, name, content):
        self.file = BytesIO(content)
        self.filename = name
        self.name = "file"


@pytest.fixture
def upload():
    return lambda content, name="Thu.pdf": FileUpload(_Field(name, content))


@pytest.fixture
def waiting(office):
    """A document that waits, with a file."""

    def bring(content, **values):
        with as_user("vanthu"):
            file = files.accept("Thư.pdf", BytesIO(content), role="main")
            return incoming.arrive(office.body, office.values(**values), [file])

    return bring


def test_a_letter_says_what_the_clerk_would_type(office):
    with as_user("vanthu"):
        found = suggestions.of_file("a.pdf", BytesIO(LETTER), office.body, images=True)
    values = {name: one.value for name, one in found.fields.items()}
    assert values["symbol"] == "512/STTTT-CNTT"
    assert values["issued_date"] == "2024-08-09"
    assert values["organ_name"] == "Sở Thông tin và Truyền thông"
    assert values["document_type"] == "cong-van"
    assert values["subject"].startswith("V/v triển khai kết nối")
    assert found.pages == 1
    assert found.fields["issued_date"].shown == "09/08/2024"
    assert [one["page"] for one in found.images] == [1]
    assert found.images[0]["url"].startswith("data:image/jpeg;base64,")
    place = found.fields["symbol"].place
    assert place["page"] == 1
    assert place["left"] < 50
    assert {"field": "symbol", **place} in found.hits(1)


def test_the_very_same_file_is_asked_about(page, office, upload, waiting):
    there = waiting(LETTER)
    with as_user("vanthu"):
        found = suggestions.of_file("b.pdf", BytesIO(LETTER), office.body)
        other = suggestions.of_file(
            "b.pdf", BytesIO(letter_pdf(number="513/STTTT-CNTT")), office.body
        )
    assert [(one.uid, one.kind) for one in found.same] == [(there.UID(), "file")]
    assert other.same == []
    form = {"act": "read", "file": upload(LETTER)}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    asked = answer.html.partition('data-alike="file"')[2].partition("</ul>")[0]
    assert there.getId() in asked
    assert there.symbol == found.same[0].row["symbol"]


def test_a_stamp_of_secrecy_stops_the_upload(office):
    with as_user("vanthu"):
        for read in (
            lambda: suggestions.of_file("a.pdf", BytesIO(SECRET), office.body),
            lambda: files.accept("a.pdf", BytesIO(SECRET)),
        ):
            with pytest.raises(RuleBroken, match="marked") as refusal:
                read()
            assert refusal.value.rule
            assert refusal.value.field == "file"


HEAD = "UBND TỈNH AN BÌNH</w:t></w:r></w:p><w:p><w:r><w:t>{}</w:t></w:r></w:p><w:p><w:r><w:t>Số: 5"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Thư.docx", making.docx(HEAD.format("MẬT"))),
        ("Thư.odt", making.odt("UBND TỈNH</text:p><text:p>TUYỆT MẬT</text:p><text:p>Số: 5")),
        ("Thư.txt", "UBND TỈNH AN BÌNH\nTỐI MẬT\nSố: 5".encode()),
    ],
)
def test_a_letter_that_is_no_scan_is_stopped_by_its_stamp_too(office, name, content):
    before = len(audit.history(""))
    with as_user("vanthu"), pytest.raises(RuleBroken, match="marked") as refusal:
        files.accept(name, BytesIO(content))
    assert refusal.value.rule
    (line,) = audit.history("")[before:]
    assert (line["act"], line["detail"]["kind"]) == ("accept_file", "secret")


def test_the_word_alone_is_no_stamp(office):
    content = making.docx(HEAD.format("V/v bảo vệ bí mật"))
    with as_user("vanthu"):
        accepted = files.accept("Thư.docx", BytesIO(content))
    assert accepted.sha256 == sha256(content).hexdigest()


def test_the_button_gives_the_form_back_filled(page, office, upload):
    form = {"act": "read", "file": upload(LETTER), "subject": "Đã gõ"}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert answer.status == 200
    assert 'value="512/STTTT-CNTT"' in answer.html
    assert 'value="09/08/2024"' in answer.html
    assert ">Đã gõ</textarea>" in answer.html
    assert "V/v triển khai" not in answer.html
    assert 'class="form-control sug"' in answer.html


def test_the_button_without_a_file_says_so(page, office):
    answer = page(office.body, "register-incoming", "vanthu", post=True, act="read")
    assert answer.status == 400


def test_the_button_refuses_a_secret(page, office, upload):
    form = {"act": "read", "file": upload(SECRET)}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    assert answer.status == 422
    assert "TỐI MẬT" in answer.text
    line = audit.history("")[-1]
    assert (line["act"], line["detail"]["kind"]) == ("accept_file", "secret")
    assert "512/STTTT" not in str(line)


def test_who_does_not_register_reads_nothing(page, office, upload):
    from vanphong.errors import NotAllowed

    with pytest.raises(NotAllowed):
        page(office.body, "register-incoming", "chutich", post=True, act="read")


def test_a_waiting_document_begins_with_what_was_read(page, waiting):
    document = waiting(LETTER, symbol="", subject="Chờ", organ_name="Sở TTTT")
    shown = page(document, "register", "vanthu").html
    assert 'value="512/STTTT-CNTT"' in shown
    assert 'data-hit="symbol"' in shown
    assert ">Chờ</textarea>" in shown
    assert document.symbol == ""


def test_a_secret_that_is_read_late_is_withdrawn(waiting, monkeypatch, office):
    monkeypatch.setattr("vanphong.documents.secrets.refuse", lambda lines: None)
    document = waiting(SECRET)
    (attachment,) = document.attachments
    jobs.run_pending()
    assert attachment.is_held
    assert attachment.words is None
    assert attachment.progress.of(rules.CHECK).why == "secret"
    assert places.of(attachment) is None
    actions = [row["act"] for row in audit.history(document.UID())]
    assert "secret_found" in actions
    with as_user("admin"):
        with pytest.raises(RuleBroken):
            files.rescan_file(document, attachment.uid)
        files.release_file(document, attachment.uid, reason="Đọc nhầm.")
    jobs.run_pending()
    assert not attachment.is_held
    assert "512/STTTT" in attachment.words.text()
    with as_user("admin"), pytest.raises(Conflict):
        files.release_file(document, attachment.uid, reason="Lần nữa.")


def test_who_looks_after_the_document_is_told(page, waiting, monkeypatch):
    monkeypatch.setattr("vanphong.documents.secrets.refuse", lambda lines: None)
    document = waiting(SECRET)
    jobs.run_pending()
    for user in ("vanthu", "chanhvp"):
        assert "dấu chỉ độ mật" in page(document, "view", user).text
