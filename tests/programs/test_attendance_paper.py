"""The PDF of an attendance list, made by LibreOffice in the background."""

from tests.meeting_office import ORGANISER
from tests.meeting_office import Meetings
from tests.office import as_user
from vanphong.invitations import list_pdf
from vanphong.ledger import jobs
import pypdfium2
import pytest


pytestmark = pytest.mark.libreoffice


def test_the_list_of_those_present_is_a_page_of_a4(office):
    calls = Meetings(office)
    document = calls.begun()
    calls.do("mark_present", document, ORGANISER, name="Nguyễn Thị Ước", unit="Báo An Bình")
    meeting = calls.meeting(document)
    with as_user(ORGANISER):
        list_pdf.request(document, meeting)
    assert list_pdf.made(document, meeting) is None
    with as_user("admin"):
        jobs.run_pending()
    pdf = pypdfium2.PdfDocument(list_pdf.made(document, meeting))
    width, height = pdf[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = pdf[0].get_textpage().get_text_range()
    assert "Họp triển khai công tác phòng, chống bão số 5" in text
    assert "Nguyễn Thị Ước" in text
