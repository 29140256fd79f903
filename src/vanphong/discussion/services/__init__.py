"""``@discussion``: comments as JSON; saying something, withdrawing it."""

from vanphong.discussion import actions
from vanphong.discussion import rules
from vanphong.discussion import store
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.ledger.services import LookService
from vanphong.ui.services import iso


def shown(comment: rules.Comment) -> dict:
    """A comment; of a withdrawn one the mark alone."""
    gone = comment.withdrawn_at
    return {
        "number": comment.number,
        "author": comment.author,
        "author_title": comment.author_title,
        "at": comment.at.isoformat(),
        "text": "" if gone else comment.text,
        "mentions": [] if gone else list(comment.mentions),
        "withdrawn_at": iso(gone),
    }


class DiscussionGet(LookService):
    """Comments, the newest first; ``before`` is the number to go on from."""

    who = _("whoever may read this")

    def look(self):
        """One page."""
        found = store.latest(self.context, self.query.whole("before", 0) or 0)
        return {
            "@id": f"{self.context.absolute_url()}/@discussion",
            "items_total": store.count(self.context),
            "items": [shown(one) for one in found],
        }


class DiscussionPost(ActService):
    """Say something."""

    act = "discuss"

    def perform(self):
        """The comment."""
        made = actions.comment(self.context, text=self.body.text("text"))
        self.created(f"{self.context.absolute_url()}/@discussion")
        return shown(made)


class DiscussionDelete(ActService):
    """Withdraw what one has said."""

    act = "withdraw_comment"
    takes = 1

    def perform(self):
        """The comment as it is now."""
        number = "".join(self.path)
        return shown(actions.withdraw(self.context, int(number) if number.isdecimal() else None))
