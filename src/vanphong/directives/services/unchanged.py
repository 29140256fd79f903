"""A directive stays as it was issued."""

from vanphong.directives.actions import ARTICLE
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService


class Unchanged(ActService):
    """Base of what would change a directive; refused for everybody."""

    def perform(self):
        """Say what to do instead."""
        raise RuleBroken(
            _(
                "A directive is not changed once it is issued. Issue a new one that replaces it; "
                "both are kept."
            ),
            rule=ARTICLE,
        )
