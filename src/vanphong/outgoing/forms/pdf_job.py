"""PDFs made in the background: content asks for one, and gets it when it is made."""

from plone import api
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.outgoing.forms import pdf
from vanphong.outgoing.forms.interfaces import IConvertible
from zope.component import queryAdapter


KIND = "make-pdf"

#: State of a PDF that nobody makes: there is no LibreOffice.
MISSING = "missing"


def is_possible() -> bool:
    """Whether PDFs are made on this server; else drafters upload them."""
    return pdf.is_available()


def request(content, key: str) -> str:
    """Have a PDF made for this content, which is adaptable to ``IConvertible``.

    A key such as ``attendance …`` is for the adapter of the name before the blank, if any.

    :returns: UID of the job, "" where there is no LibreOffice: the drafter then uploads it.
    """
    if not is_possible():
        return ""
    uid = content.UID()
    return jobs.put(KIND, uid, {"key": key}, key=f"{uid} {key}")


def state(content_uid: str, key: str) -> str:
    """How far it is: "" not asked for, waiting, running, done, failed, or ``MISSING``."""
    row = row_of(content_uid, key)
    if row is None:
        return "" if is_possible() else MISSING
    return row["state"]


def row_of(content_uid: str, key: str):
    """The newest job about this file, with its ``error``; None when there was none."""
    rows = jobs.of(content_uid, KIND)
    return next((row for row in rows if row["key"] == f"{content_uid} {key}"), None)


@jobs.handler(KIND, title=_("Making the PDF of a letter"))
def make(job):
    """Convert, then hand over; nothing is written before LibreOffice has finished."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=job.subject)
    content = brains[0]._unrestrictedGetObject() if brains else None
    if content is None:
        return jobs.Done({"made": False})
    name = job.args["key"].partition(" ")[0]
    convertible = queryAdapter(content, IConvertible, name) or IConvertible(content)
    source = convertible.docx(job.args["key"])
    if source is None:
        return jobs.Done({"made": False})
    try:
        made = pdf.to_pdf(source)
    except OfficeError as problem:
        raise jobs.Failed(str(problem)) from problem
    convertible.keep(job.args["key"], made)
    return jobs.Done({"made": True, "size": len(made)})
