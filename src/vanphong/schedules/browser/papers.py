"""``@@schedule.docx/2024/33`` and ``@@schedule.pdf/2024/33``: the published week on paper."""

from Products.Five import BrowserView
from vanphong.outgoing.converting import DOCX
from vanphong.schedules import paper
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.browser.address import Steps
from vanphong.ui.browser import sending
from vanphong.ui.browser.public import answer
from zExceptions import NotFound


class Paper(Steps, BrowserView):
    """The public lines of a week; 404 while it is not published."""

    kind, extension = DOCX, "docx"

    def __call__(self):
        """The file."""
        week = self.week_asked()
        stored = weeks.find(self.context, week)
        body = None if weeks.public_edition(stored) is None else self.made(stored)
        if body is None:
            raise NotFound(self.__name__)
        name = f"lich-cong-tac-tuan-{week.key}.{self.extension}"
        sending.saved(self.request, self.kind, name, cache="")
        return answer(self.request, body)

    def made(self, stored) -> bytes | None:
        """Octets of the file, None when there is none."""
        return paper.docx(stored, weeks.body_of(stored), rules.PUBLIC, self.request)


class Pdf(Paper):
    """The same as PDF, once it is made."""

    kind, extension = "application/pdf", "pdf"

    def made(self, stored) -> bytes | None:
        """The PDF of the newest edition."""
        found = (stored.pdfs or {}).get(stored.edition.number)
        return None if found is None else found.data
