"""GET @numbers."""

from vanphong.errors import mark as _
from vanphong.ledger import entries
from vanphong.ledger.services import LookService
from vanphong.registers import actions
from vanphong.registers.services.entry import shown


class NumbersGet(LookService):
    """The numbers given from a register, the newest first."""

    needs = "vanphong: View Register"
    who = _("the records clerks, the leaders and the chiefs of the Office")

    def look(self):
        """One page of the register, and the number that would come next."""
        register = self.context
        url = register.absolute_url()
        newest_first = self.query.text("order", "newest") != "oldest"
        page = entries.entries(
            register.UID(),
            register.period,
            self.query.whole("page", 1),
            newest_first=newest_first,
        )
        return {
            "@id": f"{url}/@numbers",
            "period": register.period,
            "open": actions.is_open(register),
            "next_number": actions.forecast(register),
            "page": page.number,
            "more": page.more,
            "items": [shown(row, url) for row in page.rows],
        }
