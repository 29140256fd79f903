"""What the viewer asks for, who may ask, and with which headers it is answered."""

from io import BytesIO
from plone.testing.zope import makeTestRequest
from tests.letters import letter_pdf
from tests.office import as_user
from tests.site.pages.conftest import page
from vanphong.attachments import actions as files
from vanphong.attachments import pipeline
from vanphong.attachments import previews
from vanphong.documents import inside
from vanphong.documents import pdfjs
from vanphong.documents.browser import scan
from vanphong.incoming import actions as incoming
from vanphong.ledger import jobs
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.event import notify
from zope.traversing.interfaces import BeforeTraverseEvent
import json
import pytest


__all__ = ["page"]


@pytest.fixture(autouse=True)
def no_programs(monkeypatch, tmp_path):
    monkeypatch.setattr("vanphong.attachments.reading.has_tesseract", lambda: False)
    monkeypatch.setattr("vanphong.attachments.office.soffice", lambda: "")
    monkeypatch.setenv("VANPHONG_CLAMD", str(tmp_path / "nobody.ctl"))


@pytest.fixture
def read(office):
    """A registered letter whose words the worker has read."""
    with as_user("vanthu"):
        file = files.accept("Thư.pdf", BytesIO(letter_pdf()), role="main")
        document = incoming.register(office.body, office.values(), [file])
    jobs.run_pending()
    return document


@pytest.fixture
def ask(portal):
    """What a view answers: ``ask(document, "page-words", uid, "1", q="uy ban")``."""

    def get(context, name, *steps, **form):
        request = makeTestRequest(environ={"REQUEST_METHOD": "GET"})
        notify(BeforeTraverseEvent(portal, request))
        request.form.update(form)
        view = getMultiAdapter((context, request), name=name)
        for step in steps:
            view = view.publishTraverse(request, step)
        return view(), request.response

    return get


def test_words_of_a_page_have_places_in_per_cent(ask, read):
    (file,) = read.attachments
    with as_user("vanthu"):
        body, response = ask(read, "page-words", file.uid, "1")
    words = json.loads(body)["words"]
    assert "512/STTTT-CNTT" in [row[4] for row in words]
    assert all(0 <= side <= 100 for row in words for side in row[:4])
    assert response.getHeader("Cache-Control").startswith("private")


def test_hits_are_told_by_page_and_no_text_travels(ask, read):
    (file,) = read.attachments
    with as_user("vanthu"):
        body, _response = ask(read, "find-in-file", file.uid, q="so thong tin")
        found = json.loads(body)
        places, _response = ask(read, "find-in-file", file.uid, "1", q="so thong tin")
    assert found["total"] > 0
    assert found["pages"][0][0] == 1
    assert len(json.loads(places)["hits"]) == found["total"]
    assert "triển khai" not in body


@pytest.mark.parametrize("typed", ["", "%", "' OR 1=1 --", "x" * 10_000, "*", '"', "\0", ["a"]])
def test_whatever_is_typed_is_answered(ask, read, typed):
    with as_user("vanthu"):
        body, _response = ask(read, "find-in-file", read.attachments[0].uid, q=typed)
    assert json.loads(body) == {"total": 0, "pages": [], "capped": False}


@pytest.mark.parametrize(
    "steps", [(), ("khong-co",), ("{uid}", "x"), ("{uid}", "1", "2"), ("{uid}", "9" * 20)]
)
@pytest.mark.parametrize("view", ["page-words", "find-in-file"])
def test_what_is_not_there_is_404(ask, read, steps, view):
    uid = read.attachments[0].uid
    with as_user("vanthu"), pytest.raises(NotFound):
        ask(read, view, *[one.format(uid=uid) for one in steps], q="a")


@pytest.mark.parametrize("view", ["page-words", "find-in-file", "file-text", "page", "file"])
def test_a_file_in_quarantine_is_not_there(ask, read, view):
    with as_user("admin"):
        pipeline.withdraw(read, read.attachments[0], "infected", "X")
        with pytest.raises(NotFound):
            ask(read, view, read.attachments[0].uid, "1")
    assert scan._inside(read.attachments[0], "", "") is None


def test_the_text_is_a_page_of_its_own(ask, read):
    with as_user("vanthu"):
        body, _response = ask(read, "file-text", read.attachments[0].uid, find="so thong tin")
    assert "<mark>" in body
    assert 'id="page-1"' in body
    assert "#page-1" in body


def test_the_viewer_offers_words_and_the_original(page, read):
    uid = read.attachments[0].uid
    shown = page(read, "view", "vanthu", find="so thong tin").html
    for attribute in ("data-words=", "data-find=", "data-original=", "data-reader="):
        assert attribute in shown
    assert f"@@file-text/{uid}" in shown
    assert 'value="so thong tin"' in shown
    assert 'id="page-1"' in shown


def test_a_long_file_comes_in_parts(read, monkeypatch):
    monkeypatch.setattr(previews, "page_count", lambda _file: 150)
    request = makeTestRequest()
    request.form["page"] = "100"
    found = scan.viewer(read, request)
    assert [one["number"] for one in found["pages"]][0::59] == [61, 120]
    assert "page=1" in found["previous"]
    assert "page=121" in found["next"]
    request.form["page"] = "x" * 50
    assert scan.viewer(read, request)["pages"][0]["number"] == 1


def test_the_words_choose_the_file(office):
    with as_user("vanthu"):
        main = files.accept("a.txt", BytesIO(b"Khong co gi o day."), role="main")
        other = files.accept("b.txt", BytesIO("Ủy ban nhân dân".encode()))
        document = incoming.register(office.body, office.values(), [main, other])
    jobs.run_pending()
    request = makeTestRequest()
    request.form["find"] = "uy ban"
    document.REQUEST.form.pop("file", None)
    assert scan.viewer(document, request)["file"] == other.uid
    assert inside.find(main, "uy ban").total == 0


def test_originals_are_sent_to_be_saved(ask, read):
    with as_user("vanthu"):
        _body, response = ask(read, "file", read.attachments[0].uid)
    headers = {name: response.getHeader(name) for name in SAFE}
    assert headers == SAFE
    assert response.getHeader("Content-Disposition").startswith("attachment;")


SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}


def test_pdf_js_is_what_npm_has_and_compiles_no_script(ask, portal):
    for name, kind in pdfjs.SENT.items():
        with as_user("vanthu"):
            body, response = ask(portal, "pdf-reader", name)
        assert body
        assert response.getHeader("Content-Type").startswith(kind)
        policy = response.getHeader("Content-Security-Policy")
        assert "'unsafe-eval'" not in policy
        assert "default-src 'none'" in policy
    assert pdfjs.VERSION.encode() in (pdfjs.FOLDER / "pdf.min.mjs").read_bytes()
    assert not list(pdfjs.FOLDER.glob("*sandbox*"))
    assert "Apache License" in (pdfjs.FOLDER / "LICENSE").read_text()


@pytest.mark.parametrize("name", ["LICENSE", "..", "__init__.py", "pdf.sandbox.min.mjs"])
def test_nothing_else_of_it_is_sent(ask, portal, name):
    with as_user("vanthu"), pytest.raises(NotFound):
        ask(portal, "pdf-reader", name)
