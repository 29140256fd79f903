"""PDFs of drafts and of the numbered document, made in the background from the DOCX.

Keys: the UID of a file of a version, for reading it on the screen; ``final`` for the
numbered document, with number and date in their places.
"""

from io import BytesIO
from vanphong.attachments.actions import accept
from vanphong.documents.index import index_document
from vanphong.ledger.acts import done
from vanphong.outgoing import lettering
from vanphong.outgoing import versions
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.docx import fill_number
from vanphong.outgoing.forms.interfaces import IConvertible
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.outgoing.uploads import DOCX
from zope.component import adapter
from zope.interface import implementer


FINAL = "final"
PDF = "application/pdf"


def numbered_docx(document) -> bytes | None:
    """The text with number and date in their places; None while there is no such text.

    :raises RuleBroken: when the text has no place for them.
    """
    version = versions.latest(document)
    if document.code is None or version is None or version.files[0].content_type != DOCX:
        return None
    return fill_number(version.files[0].blob.data, lettering.letter_of(document))


def wants_final(document) -> bool:
    """Whether the numbered document still has to be made into a PDF: no scan took its place."""
    version = versions.latest(document)
    return (
        document.code is not None
        and document.issued_at is None
        and version is not None
        and version.files[0].content_type == DOCX
        and document.attachments[0].content_type != PDF
    )


def request_final(document, event=None) -> None:
    """Have the PDF of a numbered document made, where this server can."""
    if wants_final(document) and pdf_job.is_possible():
        pdf_job.request(document, FINAL)


@implementer(IConvertible)
@adapter(IOutgoing)
class Convertible:
    """See IConvertible."""

    def __init__(self, context):
        self.context = context

    def docx(self, key: str) -> bytes | None:
        """The DOCX behind a key; None when it is not wanted any more."""
        document = self.context
        if key == FINAL:
            if not wants_final(document):
                return None
            return numbered_docx(document)
        source = self._file(key)
        return None if source is None or source.content_type != DOCX else source.blob.data

    def keep(self, key: str, pdf: bytes) -> None:
        """The final PDF becomes the document's main file; that of a draft stays beside it."""
        document = self.context
        if key == FINAL:
            if not wants_final(document):
                return
            name = f"{document.symbol.replace('/', '-')}.pdf"
            made = accept(name, BytesIO(pdf), role="main")
            document.attachments = (made, *document.attachments[1:])
            index_document(document)
            done("make_pdf", document, file=made.filename)
            return
        source = self._file(key)
        if source is not None:
            name = f"{source.filename.rpartition('.')[0] or source.filename}.pdf"
            document.pdfs = {**document.pdfs, key: accept(name, BytesIO(pdf))}

    def _file(self, uid: str):
        for version in reversed(self.context.versions):
            for one in version.files:
                if one.uid == uid:
                    return one
        return None
