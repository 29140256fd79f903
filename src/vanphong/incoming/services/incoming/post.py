"""POST @incoming."""

from vanphong.incoming import actions
from vanphong.incoming.services.sent import SentFiles
from vanphong.incoming.services.sent import fields_of
from vanphong.incoming.services.shown import shown
from vanphong.ledger.services import ActService
from vanphong.organisation import directory


class IncomingPost(ActService):
    """Register a document that has come, or with ``arrive_only`` note that it has come."""

    act = "register"

    def perform(self):
        """The new document."""
        body = directory.body_of(self.context)
        fields, files = fields_of(self.body), SentFiles(self.body)
        if self.body.flag("arrive_only"):
            document = actions.arrive(body, fields, files)
        else:
            document = actions.register(
                body,
                fields,
                files,
                distinct=self.body.text("distinct"),
                present_to=self.body.text("present_to"),
            )
        self.created(document.absolute_url())
        return shown(document, self.request)
