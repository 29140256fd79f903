"""POST @numbers."""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.registers import actions
from vanphong.registers.services.entry import find


FACTS = ("subject", "symbol", "origin", "recipient")


class NumbersPost(ActService):
    """Insert a number with a letter after one that has been given."""

    act = "insert_number"

    def perform(self):
        """The new entry."""
        number = self.body.whole("number")
        if number is None:
            raise InvalidInput(_("“${name}” is missing."), field="number", name="number")
        suffix = self.body.text("suffix")
        facts = {name: self.body.text(name) for name in FACTS}
        label = actions.insert_number(
            self.context, number, suffix, reason=self.body.text("reason"), **facts
        )
        url = self.context.absolute_url()
        self.created(f"{url}/@numbers/{label}")
        return find(self.context, number, suffix, url)
