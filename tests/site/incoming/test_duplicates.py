"""What may be here already: the same file, the same letter, a text that looks alike."""

from io import BytesIO
from tests.letters import letter_pdf
from tests.office import as_user
from tests.rules.attachments import making
from tests.site.pages.conftest import page
from vanphong.attachments import actions as files
from vanphong.attachments import child
from vanphong.documents import duplicates
from vanphong.documents import index
from vanphong.incoming import actions as incoming
from vanphong.incoming import suggestions
from vanphong.ledger import alike
from vanphong.ledger import jobs
from vanphong.ledger import rebuild
from vanphong.ledger import session
from zExceptions import NotFound
from ZPublisher.HTTPRequest import FileUpload
import pytest


__all__ = ["page"]

BODY = (
    "Thực hiện kế hoạch chuyển đổi số của tỉnh, Sở đề nghị các cơ quan, đơn vị rà soát danh mục "
    "phần mềm dùng chung, báo cáo số lượng tài khoản đã cấp, số lượng văn bản điện tử đã gửi và "
    "nhận trong sáu tháng đầu năm, những khó khăn và kiến nghị về đường truyền, máy chủ và chữ ký "
    "số, gửi về Sở trước ngày hai mươi tháng này để tổng hợp trình Ủy ban nhân dân tỉnh."
)


@pytest.fixture(autouse=True)
def no_programs(monkeypatch, tmp_path):
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")
    monkeypatch.setenv("VANPHONG_CLAMD", str(tmp_path / "nobody.ctl"))


def letter(**more):
    return letter_pdf(**more)


def text(content, name="a.txt"):
    return name, content.encode()


@pytest.fixture
def bring(office):
    """Register a document with a file and let the worker read it."""

    def act(name, content, **values):
        with as_user("vanthu"):
            file = files.accept(name, BytesIO(content), role="main")
            document = incoming.register(office.body, office.values(**values), [file])
        jobs.run_pending()
        return document

    return act


def kinds(document, user="vanthu"):
    with as_user(user):
        return [(one.uid, one.kind) for one in duplicates.of(document)]


def test_three_ways_to_be_here_already(bring):
    first = bring("a.txt", BODY.encode(), symbol="7/STTTT-CNTT", organ_name="Sở A")
    file = bring("b.txt", BODY.encode(), symbol="8/STTTT-CNTT", organ_name="Sở B")
    like = bring("c.txt", BODY.replace("sáu", "chín").encode(), symbol="9/X", organ_name="Sở C")
    other = bring("d.txt", b"Xin chao cac ong ba. " * 30, symbol="1/Y", organ_name="D")
    found = dict(kinds(first))
    assert found == {file.UID(): "file", like.UID(): "text"}
    assert kinds(other) == []


def test_the_same_letter(bring, office):
    values = {"symbol": "7/STTTT-CNTT", "organ_name": "Sở Thông tin"}
    first = bring("a.txt", BODY.encode(), **values)
    with as_user("vanthu"):
        raw = office.values(**values)
        again = incoming.register(office.body, raw, (), distinct="Bản đính chính.")
    assert kinds(again) == [(first.UID(), "letter")]


def test_only_what_the_asker_may_open_is_found(bring):
    first = bring("a.txt", BODY.encode())
    bring("b.txt", BODY.encode())
    assert len(kinds(first)) == 1
    assert kinds(first, "cv1-noivu") == []
    assert kinds(first, "vanthu-anlac") == []


def test_a_held_file_is_alike_to_nothing(bring):
    from vanphong.attachments import pipeline

    first = bring("a.txt", BODY.encode())
    other = bring("b.txt", BODY.replace("sáu", "chín").encode())
    assert kinds(first) == [(other.UID(), "text")]
    with as_user("admin"):
        pipeline.withdraw(other, other.attachments[0], "infected", "X")
    assert kinds(first) == []
    assert alike.bands_of(other.UID()) == ()


def test_the_keys_are_checked_and_made_again(bring):
    document = bring("a.txt", BODY.encode())
    uid = document.UID()
    keys = set(alike.bands_of(uid))
    assert len(keys) == 32
    alike.put(uid, [5])
    found = [one for one in rebuild.check([document]) if one.table == "text_band"]
    assert {one.what for one in found if uid in one.key} == {"missing", "extra"}
    connection = session.writing().connection()
    alike.store(connection, [dict(row) for row in index.BandRows(document).rows()])
    assert keys < set(alike.bands_of(uid))


def test_a_deleted_document_leaves_no_keys(bring):
    document = bring("a.txt", BODY.encode())
    uid = document.UID()
    with as_user("admin"):
        document.aq_parent.manage_delObjects([document.getId()])
    assert alike.bands_of(uid) == ()


def test_the_page_of_a_document_says_so(page, bring):
    first = bring("a.txt", BODY.encode(), subject="Báo cáo chuyển đổi số")
    other = bring("b.txt", BODY.replace("sáu", "chín").encode(), subject="<b>Nhắc lại</b>")
    shown = page(first, "view", "vanthu").html
    part = shown.partition("vp-alike")[2].partition("</ul>")[0]
    assert f"@@compare?with={other.UID()}" in part
    assert "&lt;b&gt;Nhắc lại" in part
    assert "vp-alike" not in page(first, "view", "chanhvp").html or True


def test_comparing_marks_what_differs(page, bring):
    first = bring("a.txt", BODY.encode(), symbol="7/STTTT-CNTT")
    other = bring("b.txt", BODY.replace("sáu", "chín").encode(), symbol="8/STTTT-CNTT")
    answer = page(first, "compare", "vanthu", **{"with": other.UID()})
    assert "<mark>sáu</mark>" in answer.html
    assert "<mark>chín</mark>" in answer.html
    assert "<mark>7/STTTT-CNTT</mark>" in answer.html


@pytest.mark.parametrize("asked", ["", "khong-co", ["a", "b"], "no' OR 1=1"])
def test_comparing_with_nothing_is_404(page, bring, asked):
    first = bring("a.txt", BODY.encode())
    with pytest.raises(NotFound):
        page(first, "compare", "vanthu", **{"with": asked})


def test_comparing_with_what_one_may_not_open_is_404(page, bring, office):
    mine = office.assigned()
    secret = bring("b.txt", BODY.encode())
    with pytest.raises(NotFound):
        page(mine, "compare", "cv1-vhtt", **{"with": secret.UID()})


def test_the_form_is_told_of_a_text_that_looks_alike(office, bring):
    bring("Thu.pdf", letter(), symbol="512/STTTT-CNTT")
    with as_user("vanthu"):
        found = suggestions.of_file("b.pdf", BytesIO(letter(number="513/STTTT-CNTT")), office.body)
    assert [one.kind for one in found.like] == ["text"]
    assert found.same == []
    assert 90 < found.like[0].percent < 100


@pytest.mark.parametrize(
    ("name", "make"),
    [("b.docx", making.docx), ("b.odt", making.odt), ("b.txt", str.encode)],
    ids=["docx", "odt", "txt"],
)
def test_a_file_without_pages_is_compared_while_it_is_chosen(office, bring, name, make):
    there = bring("a.txt", BODY.encode())
    with as_user("vanthu"):
        like = suggestions.of_file(name, BytesIO(make(BODY.replace("sáu", "chín"))), office.body)
        other = suggestions.of_file(name, BytesIO(make("Xin chao cac ong ba. " * 30)), office.body)
        first = there.attachments[0].blob.data
        same = suggestions.of_file("a.txt", BytesIO(first), office.body)
    assert [(one.uid, one.kind) for one in like.like] == [(there.UID(), "text")]
    assert (other.like, other.same) == ([], [])
    assert ([one.uid for one in same.same], same.like) == ([there.UID()], [])


def test_words_that_cannot_be_read_are_alike_to_nothing(office, bring, monkeypatch):
    def broken(*_arguments, **_more):
        raise child.Broken("timeout")

    bring("a.txt", BODY.encode())
    monkeypatch.setattr("vanphong.attachments.reading.read", broken)
    with as_user("vanthu"):
        found = suggestions.of_file("b.docx", BytesIO(making.docx(BODY)), office.body)
    assert (found.like, found.text, found.unread) == ([], "", "no-reader")


def test_a_waiting_document_that_was_not_read_is_compared(office, bring):
    there = bring("a.txt", BODY.encode())
    with as_user("vanthu"):
        file = files.accept("b.docx", BytesIO(making.docx(BODY)), role="main")
        waiting = incoming.register(office.body, office.values(symbol="2/X"), [file])
        found = suggestions.of_document(waiting, wait=True)
    assert [one.uid for one in found.like] == [there.UID()]


def test_without_a_script_the_form_shows_the_same(page, office, bring):
    there = bring("Thu.pdf", letter(), symbol="512/STTTT-CNTT")
    sent = letter(number="513/STTTT-CNTT")
    form = {"act": "read", "file": FileUpload(Field("b.pdf", sent))}
    answer = page(office.body, "register-incoming", "vanthu", post=True, **form)
    part = answer.html.partition('data-alike="text"')[2].partition("</ul>")[0]
    assert there.getId() in part
    assert "<mark>" in part


class Field:
    """What cgi gives for a file."""

    headers = {}

    def __init__(self, name, content):
        self.file = BytesIO(content)
        self.filename = name
        self.name = "file"
