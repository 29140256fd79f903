"""PDFs by LibreOffice, in the background; without it drafters are told to bring them."""

from tests.rules.outgoing_forms.letters import LETTER
from tests.rules.outgoing_forms.letters import changed
from tests.rules.outgoing_forms.letters import rendered
from vanphong.attachments import office
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.ledger import jobs
from vanphong.outgoing.forms import pdf
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.interfaces import IConvertible
from vanphong.outgoing.forms.interfaces import ILetterTemplate
from zope.component import getGlobalSiteManager
from zope.component import provideAdapter
import pypdfium2
import pytest


class Letters:
    """Content that wants PDFs, for a test."""

    wanted: dict = {}
    kept: dict = {}

    def __init__(self, context):
        pass

    def docx(self, key):
        return self.wanted.get(key)

    def keep(self, key, made):
        self.kept[key] = made


@pytest.fixture
def letters():
    provideAdapter(Letters, (ILetterTemplate,), IConvertible)
    Letters.wanted, Letters.kept = {"a": rendered(LETTER)}, {}
    yield Letters
    getGlobalSiteManager().unregisterAdapter(Letters, (ILetterTemplate,), IConvertible)


@pytest.fixture
def without(monkeypatch):
    monkeypatch.setattr(office, "soffice", lambda: "")


def test_without_libreoffice_nothing_is_asked_for(without, template, letters):
    assert pdf_job.request(template, "a") == ""
    assert pdf_job.state(template.UID(), "a") == pdf_job.MISSING
    with pytest.raises(Conflict, match="no LibreOffice"):
        pdf.to_pdf(rendered(LETTER))


def test_what_would_do_something_is_never_given_to_libreoffice():
    with pytest.raises(InvalidInput, match="program"):
        pdf.to_pdf(changed(rendered(LETTER), {"word/vbaProject.bin": b"x"}))


def test_what_is_not_wanted_any_more_is_left(monkeypatch, template, letters):
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    uid = pdf_job.request(template, "b")
    assert pdf_job.state(template.UID(), "b") == "waiting"
    jobs.run_pending()
    assert jobs.status(uid)["result"] == {"made": False}
    assert letters.kept == {}


@pytest.mark.libreoffice
def test_a_letter_becomes_a_pdf_with_its_number(template, letters):
    uid = pdf_job.request(template, "a")
    assert pdf_job.request(template, "a") == uid
    jobs.run_pending()
    assert pdf_job.state(template.UID(), "a") == "done"
    with pypdfium2.PdfDocument(letters.kept["a"]) as made:
        (sheet,) = made
        assert [round(side) for side in sheet.get_size()] == [595, 842]
        text = sheet.get_textpage().get_text_range()
    assert "Số: 1356/UBND-VX" in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
