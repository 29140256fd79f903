"""PATCH @letter-template."""

from vanphong.ledger.services import ActService
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms.services.shown import sent_file
from vanphong.outgoing.forms.services.shown import shown


class TemplatePatch(ActService):
    """Replace the file of a template."""

    act = "replace_template"

    def perform(self):
        """The template with its new file."""
        actions.replace_template(self.context, *sent_file(self.body))
        return shown(self.context)
