"""POST @letter-templates."""

from vanphong.ledger.services import ActService
from vanphong.outgoing.forms import actions
from vanphong.outgoing.forms.services.shown import sent_file
from vanphong.outgoing.forms.services.shown import shown


class TemplatesPost(ActService):
    """Bring a template."""

    act = "add_template"

    def perform(self):
        """The new template."""
        name, stream = sent_file(self.body)
        made = actions.add_template(
            self.context,
            self.body.text("title"),
            name,
            stream,
            document_types=tuple(self.body.texts("document_types")),
            body_uid=self.body.text("body_uid"),
            valid_from=self.body.day("valid_from"),
            valid_to=self.body.day("valid_to"),
        )
        self.created(made.absolute_url())
        return shown(made)
