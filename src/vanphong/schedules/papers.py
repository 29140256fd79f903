"""PDFs of published weeks, made in the background from the DOCX."""

from plone.namedfile.file import NamedBlobFile
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.forms.interfaces import IConvertible
from vanphong.schedules import flow
from vanphong.schedules import paper
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.interfaces import IScheduleWeek
from z3c.caching.purge import Purge
from zope.component import adapter
from zope.event import notify
from zope.globalrequest import getRequest
from zope.interface import implementer


PUBLISHING = ("publish_week", "republish_week")


def ask(event) -> None:
    """Have the PDF of a new edition made, where this server can."""
    if event.act in PUBLISHING:
        pdf_job.request(event.context, str(event.context.edition.number))


@implementer(IConvertible)
@adapter(IScheduleWeek)
class Convertible:
    """The public part of an edition; internal items are never on the paper of the portal."""

    def __init__(self, context):
        self.context = context

    def docx(self, key: str) -> bytes | None:
        """The newest edition; None when another one came meanwhile."""
        week = self.context
        if week.edition is None or not flow.is_public(week) or key != str(week.edition.number):
            return None
        return paper.docx(week, weeks.body_of(week), rules.PUBLIC, getRequest())

    def keep(self, key: str, pdf: bytes) -> None:
        """Keep the PDF beside the edition; those of older ones go."""
        made = NamedBlobFile(pdf, contentType="application/pdf", filename=f"{key}.pdf")
        self.context.pdfs = {int(key): made}
        notify(Purge(self.context))
