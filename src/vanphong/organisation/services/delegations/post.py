"""POST @delegations."""

from vanphong.calendars import clock
from vanphong.organisation import actions
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation.services.delegations.shown import shown
from vanphong.ui.services import OfficeService


class DelegationsPost(OfficeService):
    """Hand on work or the right to sign."""

    def answer(self):
        """The new delegation."""
        made = actions.delegate(
            self.context,
            kind=self.body.text("kind", "process"),
            giver=self.body.text("giver"),
            taker=self.body.text("taker"),
            document_types=self.body.texts("document_types"),
            fields=self.body.texts("fields"),
            valid_from=self.body.day("valid_from"),
            valid_to=self.body.day("valid_to"),
            basis=self.body.text("basis"),
        )
        url = directory.body_of(self.context).absolute_url()
        self.created(f"{url}/@delegations/{made.UID()}")
        return shown(delegations.value(made), clock.today(), url)
