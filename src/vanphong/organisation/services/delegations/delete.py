"""DELETE @delegations/<uid>."""

from vanphong.calendars import clock
from vanphong.organisation import actions
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation.services.delegations.shown import shown
from vanphong.ui.services import OfficeService
from zExceptions import NotFound


class DelegationsDelete(OfficeService):
    """Withdraw a delegation. It stays in the list, so it is answered as it stands now."""

    takes = 1

    def answer(self):
        """The withdrawn delegation."""
        body = directory.body_of(self.context)
        for one in delegations.objects(body):
            if [one.UID()] == self.path:
                reason = self.body.text("reason") or self.query.text("reason")
                actions.withdraw_delegation(one, reason=reason)
                return shown(delegations.value(one), clock.today(), body.absolute_url())
        raise NotFound(self.context, "".join(self.path), self.request)
