"""From the numbered DOCX to the PDF that is issued: LibreOffice in the background."""

from io import BytesIO
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from vanphong.attachments.actions import accept
from vanphong.ledger import audit
from vanphong.ledger import jobs
from vanphong.outgoing import lettering
from vanphong.outgoing.converting import FINAL
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.render import render_draft
import pypdfium2
import pytest


pytestmark = pytest.mark.libreoffice


@pytest.fixture
def signed(out):
    """A signed document whose text is a DOCX of the template."""
    draft = out.draft(files=[], recipients=[{"group": "communes"}])
    made = render_draft(builtin.template("cong-van"), lettering.letter_of(draft, "Nội dung."))
    out.do("add_version", draft, DRAFTER, [accept("du-thao.docx", BytesIO(made), role="main")])
    for stage in (out.submitted, out.checked, out.appraised, out.approved, out.signed):
        stage(draft)
    return draft


def words(attachment):
    """The words of a PDF that is kept."""
    with pypdfium2.PdfDocument(attachment.blob.data) as found:
        return " ".join(one.get_textpage().get_text_range() for one in found)


def test_the_numbered_text_becomes_the_pdf_that_is_issued(out, signed):
    numbered = out.numbered(signed)
    assert pdf_job.state(numbered.UID(), FINAL) == "waiting"
    jobs.run_pending()
    main = numbered.attachments[0]
    assert (main.content_type, main.filename) == (
        "application/pdf",
        f"{numbered.symbol.replace('/', '-')}.pdf",
    )
    assert f"Số: {numbered.symbol}" in words(main)
    assert "ngày 14 tháng 8 năm 2024" in words(main)
    assert "make_pdf" in [one["act"] for one in audit.history(numbered.UID())]
    out.do("seal", numbered, CLERK)
    out.do("issue", numbered, CLERK)
    assert len(numbered.deliveries) == 17
    assert {one.state for one in numbered.deliveries.values()} == {"arrived"}


def test_a_scan_that_came_first_is_left_alone(out, signed):
    scan = accept("ban-ky.pdf", BytesIO(b"%PDF-1.4\n%%EOF\n"), role="main")
    out.do("record_signature", signed, CLERK, [scan])
    out.numbered(signed)
    jobs.run_pending()
    assert signed.attachments[0].filename == "ban-ky.pdf"
