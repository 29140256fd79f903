"""POST @copies."""

from dataclasses import asdict
from vanphong.ledger.services import ActService
from vanphong.outgoing import actions


class CopiesPost(ActService):
    """Make a certified copy of the document."""

    act = "make_copy"

    def perform(self):
        """The copy with its number."""
        body = self.body
        made = actions.make_copy(
            self.context,
            body.text("kind"),
            signer=body.text("signer"),
            signer_lines=tuple(body.texts("signer_lines")),
            recipients=body.text("recipients"),
            excerpt=body.text("excerpt"),
            amount=body.whole("amount", 1),
        )
        self.created(f"{self.context.absolute_url()}/@copies")
        return {**asdict(made), "made_at": made.made_at.isoformat()}
