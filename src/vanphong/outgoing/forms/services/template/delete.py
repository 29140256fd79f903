"""DELETE @letter-template."""

from vanphong.ledger.services import ActService
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms.services.shown import shown


class TemplateDelete(ActService):
    """Take a template out of use; it is kept for the letters that were made from it."""

    act = "retire_template"

    def perform(self):
        """The template with its last day."""
        actions.retire_template(self.context, self.body.day("valid_to"))
        return shown(self.context)
