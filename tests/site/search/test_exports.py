"""Results of a search as files: what is in them, who gets them, and for how long."""

from datetime import timedelta
from docx import Document
from io import BytesIO
from python_calamine import CalamineWorkbook
from tests.office import as_user
from vanphong.attachments import office as libreoffice
from vanphong.calendars import clock
from vanphong.documents import actions
from vanphong.documents import exports
from vanphong.ledger import jobs
from zExceptions import NotFound
from zipfile import ZipFile
from zope.component import getMultiAdapter
import pypdfium2
import pytest


#: What a spreadsheet would take for a formula, a link, a number, and what XML does not have.
SUBJECT = '=HYPERLINK("http://x.vn";"V/v bão lũ") \x0b<b>&'
FORMULAS = (SUBJECT, "+1+cmd|' /C calc'!A0 bão lũ", "@SUM(A1) bão lũ", "-2 bão lũ", "1e5 bão lũ")


@pytest.fixture
def letters(office):
    """Letters whose subjects are no subjects."""
    return [office.register(subject=subject) for subject in FORMULAS]


@pytest.fixture
def export(portal):
    """Have a file made: ``export("xlsx", "vanthu", q="bão lũ")``."""

    def make(kind, user="vanthu", columns=("number", "registered", "symbol", "state"), **query):
        with as_user(user):
            uid = actions.export_results(portal, kind=kind, query=query, columns=columns)
        jobs.run_pending()
        assert jobs.status(uid)["state"] == "done", jobs.status(uid)
        return uid, exports.find(uid, user)

    return make


def rows_of(made):
    return CalamineWorkbook.from_filelike(BytesIO(made.blob.data)).get_sheet_by_index(0).to_python()


def test_a_spreadsheet_has_the_results_as_texts(export, letters):
    _uid, made = export("xlsx", q="bão lũ")
    caption, _empty, titles, *rows = rows_of(made)
    assert caption[0].startswith("Kết quả tìm kiếm, ")
    assert titles == ["Số", "Trích yếu", "Ngày vào sổ", "Số, ký hiệu", "Trạng thái"]
    expected = {" ".join(one.subject.split()).replace("\x0b", " ") for one in letters}
    assert {" ".join(row[1].split()) for row in rows} >= expected
    assert all(isinstance(cell, str) for row in rows for cell in row)


def test_nothing_in_a_spreadsheet_is_ever_a_formula_or_a_link(export, letters):
    _uid, made = export("xlsx", q="bão lũ")
    assert made.blob.filename.endswith(".xlsx")
    with ZipFile(BytesIO(made.blob.data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert not any("externalLink" in name or "_rels/sheet" in name for name in parts.namelist())
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert set(sheet.partition("<sheetData>")[2].split(' t="')[1:]) != set()
    assert sheet.count("<v>") == sheet.count(' t="s"')


def test_a_document_has_a_table_whose_head_comes_again_on_each_page(export, letters):
    _uid, made = export("docx", q="bão lũ")
    document = Document(BytesIO(made.blob.data))
    (table,) = document.tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == ["Số", "Trích yếu", "Ngày vào sổ", "Số, ký hiệu", "Trạng thái"]
    assert len(texts) == 1 + len(rows_of(export("xlsx", q="bão lũ")[1])[3:])
    assert any("<b>&" in row[1] for row in texts)
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    section = document.sections[0]
    assert section.page_width > section.page_height


@pytest.mark.libreoffice
def test_a_pdf_says_the_same(export, letters):
    _uid, made = export("pdf", q="bão lũ")
    assert made.blob.data.startswith(b"%PDF-")
    with pypdfium2.PdfDocument(made.blob.data) as pages:
        text = " ".join("".join(one.get_textpage().get_text_range() for one in pages).split())
        width, height = pages[0].get_size()
    assert width > height
    assert "Kết quả tìm kiếm" in text
    assert "Trích yếu" in text
    for letter in letters:
        assert letter.symbol.partition("/")[0] in text
    assert "HYPERLINK" in text


def test_without_libreoffice_there_is_no_pdf_and_it_is_said_so(portal, letters, monkeypatch):
    monkeypatch.setattr(libreoffice, "soffice", lambda: "")
    with as_user("vanthu"):
        uid = actions.export_results(portal, kind="pdf", query={"q": "bão lũ"})
    jobs.run_pending()
    assert jobs.status(uid)["state"] == "failed"
    assert "PDF" in jobs.status(uid)["error"]
    assert exports.find(uid, "vanthu") is None


def test_it_holds_what_the_asker_may_open_and_no_more(export, letters):
    assert len(rows_of(export("xlsx", "vanthu", q="bão lũ")[1])) > 3 + 4
    assert len(rows_of(export("xlsx", "cv1-noivu", q="bão lũ HYPERLINK")[1])) == 3


def test_it_is_for_who_asked_and_for_a_day(portal, request_, export, letters):
    uid, made = export("docx", q="bão lũ")
    assert made is not None
    assert exports.find(uid, "chanhvp") is None
    with as_user("vanthu"):
        view = getMultiAdapter((portal, request_), name="search-export")
        view = view.publishTraverse(request_, uid)
        assert b"".join([sent] if isinstance(sent := view(), bytes) else sent) == made.blob.data
        assert request_.response.getHeader("X-Content-Type-Options") == "nosniff"
        assert request_.response.getHeader("Content-Disposition").startswith("attachment; ")
    with as_user("chanhvp"):
        view = getMultiAdapter((portal, request_), name="search-export")
        with pytest.raises(NotFound):
            view.publishTraverse(request_, uid)()
    clock.advance(timedelta(days=1, minutes=1))
    assert exports.find(uid, "vanthu") is None


def test_filters_and_order_are_those_of_the_page(export, letters):
    (*_head, first) = rows_of(export("xlsx", number=str(letters[1].arrival_number))[1])
    assert letters[1].subject in first[1]
    newest = rows_of(export("xlsx", q="bão lũ")[1])[3:]
    oldest = rows_of(export("xlsx", q="bão lũ", order="oldest")[1])[3:]
    assert newest == oldest[::-1]
