"""DELETE of a record."""

from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService


RULE = "Nghị định 30/2020/NĐ-CP, Điều 22"


class RecordDelete(ActService):
    """Refused for everybody."""

    act = "delete"

    def perform(self):
        """Say what to do instead."""
        raise RuleBroken(
            _(
                "Records are not deleted: their numbers stand in the register. A document that "
                "does not belong here is returned to its sender before it is registered."
            ),
            rule=RULE,
        )
