"""GET @delegations."""

from vanphong.calendars import clock
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation.services.delegations.shown import shown
from vanphong.ui.services import OfficeService


class DelegationsGet(OfficeService):
    """The delegations of the body, the oldest first; ``standing`` keeps one kind of them."""

    def answer(self):
        """All of them, or those in force, coming, past or withdrawn."""
        body = directory.body_of(self.context)
        url, today = body.absolute_url(), clock.today()
        wanted = self.query.text("standing")
        found = [shown(one, today, url) for one in delegations.of_body(body)]
        return {
            "@id": f"{url}/@delegations",
            "items": [one for one in found if not wanted or one["standing"] == wanted],
        }
