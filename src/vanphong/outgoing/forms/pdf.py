"""DOCX to PDF by LibreOffice, in a child process (see ``attachments.office``).

Debian's packages: ``libreoffice-writer-nogui fonts-liberation2``; the latter has the widths of
Times New Roman, so that lines break as they do in Word.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from vanphong.attachments import child
from vanphong.attachments import office
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import refuse_active


#: What the drafter is told where there is no LibreOffice.
MISSING = _("The server has no LibreOffice: upload the PDF.")


def is_available() -> bool:
    """Whether this server can make PDFs; else the drafter uploads them."""
    return bool(office.soffice())


def to_pdf(docx: bytes) -> bytes:
    """Convert a DOCX.

    Takes seconds: pages put it into the background with ``pdf_job``.

    :raises InvalidInput: the file is no DOCX, or would fetch or run something.
    :raises Conflict: there is no LibreOffice, or it could not do it in time.
    """
    refuse_active(open_docx(docx))
    if not is_available():
        raise Conflict(MISSING, field="file")
    with TemporaryDirectory(prefix="vanphong-pdf-") as folder:
        source, target = Path(folder, "letter.docx"), Path(folder, "letter.pdf")
        source.write_bytes(docx)
        try:
            office.to_pdf(str(source), "docx", target)
        except child.Broken as problem:
            raise Conflict(
                _("LibreOffice could not make a PDF of this file. Make it yourself and upload it."),
                field="file",
            ) from problem
        return target.read_bytes()
