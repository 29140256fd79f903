"""GET @jobs and @jobs/<uid>."""

from vanphong.desktop.services.jobs.shown import find
from vanphong.desktop.services.jobs.shown import shown
from vanphong.ledger import jobs
from vanphong.ui.services import OfficeService


class JobsGet(OfficeService):
    """The newest jobs, those that have failed first; or one of them."""

    takes = 1

    def answer(self):
        """The jobs, and how many there are in each state."""
        if self.path:
            return find(self, self.path[0])
        return {
            "@id": f"{self.context.absolute_url()}/@jobs",
            "counts": jobs.counts(),
            "items": [shown(row, self.request) for row in jobs.listed()],
        }
