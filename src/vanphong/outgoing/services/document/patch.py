"""PATCH of a document."""

from vanphong.ledger.services import ActService
from vanphong.outgoing import actions
from vanphong.outgoing.services.sent import fields_of
from vanphong.outgoing.services.shown import shown


class DocumentPatch(ActService):
    """Change fields of a draft, answered the way Plone answers a PATCH."""

    act = "edit_draft"

    def perform(self):
        """Nothing, or the document for a client that prefers it."""
        actions.edit_draft(self.context, fields_of(self.body))
        if self.request.getHeader("Prefer") == "return=representation":
            return shown(self.context, self.request)
        return self.reply_no_content()
