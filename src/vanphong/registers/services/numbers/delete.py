"""DELETE @numbers/<label>."""

from vanphong.ledger.services import ActService
from vanphong.registers import actions
from vanphong.registers.services.entry import find
from vanphong.registers.services.entry import number_of


class NumbersDelete(ActService):
    """Void a number. The entry stays, so it is answered as it stands now."""

    act = "void_number"
    takes = 1

    def perform(self):
        """The voided entry."""
        number, suffix = number_of("".join(self.path))
        reason = self.body.text("reason") or self.query.text("reason")
        actions.void_number(self.context, number, suffix, reason=reason)
        return find(self.context, number, suffix, self.context.absolute_url())
