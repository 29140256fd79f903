"""GET @history."""

from plone import api
from vanphong.documents.services.looking import DocumentLook
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import audit
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.actions import OFFICE


class HistoryGet(DocumentLook):
    """The trail of a document, for those who keep it and those who hold or held a step."""

    def show(self):
        """The newest thousand lines, the oldest of them first."""
        if not self._keeps() and not self._holds():
            raise NotAllowed(
                _("Only ${who} may see this."),
                who=_("the Office, and those who hold, held or gave a step"),
            )
        return {
            "@id": f"{self.context.absolute_url()}/@history",
            "items": [shown(row) for row in audit.history(self.context.UID())],
        }

    def _keeps(self) -> bool:
        return bool(OFFICE.intersection(api.user.get_roles(obj=self.context)))

    def _holds(self) -> bool:
        me = people.me()
        return any(
            (step.actor in me.tokens and step.action is not rules.Action.INFORM)
            or me.user_id in (step.giver, step.entered_by)
            for step in filter(rules.was_seen, sheets.steps_of(self.context))
        )


def shown(row: dict) -> dict:
    """A line of the trail as JSON."""
    names = ("user_id", "user_title", "on_behalf_of", "act", "outcome", "detail", "rule", "hash")
    return {"at": row["at"].isoformat(), **{name: row[name] for name in names}}
