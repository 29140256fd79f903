"""The PDF of an attendance list, made in the background when somebody asks for it.

A list changes with everybody who signs in, so it is made on demand, and offered only as long
as the list says what it said then.
"""

from hashlib import sha256
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import paper
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.interfaces import IConvertible
from vanphong.outgoing.interfaces import IOutgoing
from ZODB.blob import Blob
from zope.component import adapter
from zope.interface import implementer


#: Name of the adapter, the first word of the keys of its jobs.
NAME = "attendance"

#: State of a PDF that may be opened.
MADE = "made"


def request(document: Any, meeting: Any) -> str:
    """Have the PDF of the list made as it is now; the UID of the job.

    :raises Conflict: where there is no LibreOffice.
    """
    if not pdf_job.is_possible():
        raise Conflict(_("The server has no LibreOffice: print the page, or take the DOCX."))
    return pdf_job.request(document, _key(document, meeting))


def state(document: Any, meeting: Any) -> str:
    """``MADE`` for the list as it is now, else that of ``pdf_job.state``."""
    if made(document, meeting) is not None:
        return MADE
    found = pdf_job.state(document.UID(), _key(document, meeting))
    # what was made of the same list long ago and has given way to another is made again
    return "" if found == "done" else found


def made(document: Any, meeting: Any) -> bytes | None:
    """The PDF of the list as it is now, None when there is none."""
    key, blob = meeting.list_pdf
    if blob is None or key != _key(document, meeting):
        return None
    with blob.open() as stream:
        return bytes(stream.read())


@implementer(IConvertible)
@adapter(IOutgoing)
class Convertible:
    """See IConvertible; registered under ``NAME``."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def docx(self, key: str) -> bytes | None:
        """The list; None when it has changed since, for then another one is asked for."""
        meeting = meetings.of(self.context)
        if meeting is None or key != _key(self.context, meeting):
            return None
        return paper.docx(self.context, meeting)

    def keep(self, key: str, pdf: bytes) -> None:
        """Keep it with the meeting in the place of the one before."""
        meetings.of(self.context).list_pdf = (key, Blob(pdf))


def _key(document: Any, meeting: Any) -> str:
    said = (*paper.about(document, meeting), *paper.lines(meeting), paper.count(meeting))
    return f"{NAME} {sha256(repr(said).encode()).hexdigest()[:32]}"
