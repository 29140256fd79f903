"""The PDF of a published week, made by LibreOffice in the background."""

from tests.office import as_user
from tests.schedule_office import Planner
from vanphong.ledger import jobs
from vanphong.schedules.browser.papers import Pdf
import pypdfium2
import pytest


pytestmark = pytest.mark.libreoffice


@pytest.fixture
def planner(office):
    return Planner(office)


def test_every_edition_gets_a_pdf(planner, request_):
    week = planner.published()
    assert week.pdfs is None
    with as_user("admin"):
        jobs.run_pending()
    view = Pdf(planner.schedule, request_)
    for step in ("2024", "34"):
        view = view.publishTraverse(request_, step)
    with as_user(""):
        pdf = pypdfium2.PdfDocument(view())
    width, height = pdf[0].get_size()
    assert (round(width), round(height)) == (842, 595)  # A4 landscape
    text = pdf[0].get_textpage().get_text_range()
    assert "LỊCH CÔNG TÁC TUẦN 34 NĂM 2024" in text
    assert "Họp giao ban" in text
