"""GET @publications."""

from vanphong.calendars import clock
from vanphong.ledger import publications as ledger
from vanphong.portal.browser.published import Asked
from vanphong.portal.services.shown import shown_row
from vanphong.ui.services import OfficeService


class PublicationsGet(OfficeService):
    """The published documents that fit, the newest first; open to everybody."""

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        asked = Asked(self.request.form)
        found = ledger.find(asked.wanted, clock.today(), page=asked.page)
        return {
            "@id": f"{self.context.absolute_url()}/@publications",
            "page": found.page.number,
            "more": found.page.more,
            "loosened": found.loosened,
            "items_total": found.total,
            "items": [shown_row(row, self.request) for row in found.page.rows],
        }
