"""POST @directives."""

from vanphong.directives import actions
from vanphong.directives.services.directives.get import shown
from vanphong.ledger.services import ActService
from vanphong.routing.services.due import due_of


class DirectivesPost(ActService):
    """Issue a directive; with ``author``, enter it for the leader who gave it."""

    act = "direct"

    def perform(self):
        """The directive."""
        body = self.body
        what = {
            "text": body.text("text"),
            "lead": body.texts("lead"),
            "coordinators": body.texts("coordinators"),
            "inform": body.texts("inform"),
            "due": due_of(body),
            "working_days": body.whole("working_days"),
            "replaces": body.text("replaces"),
        }
        if "author" in body.values:
            author = body.text("author")
            directive = actions.issue_on_behalf(self.context, author=author, **what)
        else:
            directive = actions.issue(self.context, **what)
        self.created(directive.absolute_url())
        return shown(directive)
