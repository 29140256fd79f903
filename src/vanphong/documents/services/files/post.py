"""POST @retry-file."""

from vanphong.attachments import actions
from vanphong.documents.services.files.get import Files
from vanphong.ledger.services import ActService


class RetryFilePost(ActService):
    """Try the stages of a file again that have failed; ``{"file": uid}``."""

    act = "retry_file"

    def perform(self):
        """The files, as ``@files`` gives them."""
        actions.retry_file(self.context, self.body.text("file"))
        return Files(self.context, self.request).expanded()
