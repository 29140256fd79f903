"""GET @incoming."""

from vanphong.documents.browser.scope import scope
from vanphong.documents.services.listed import DocumentsGet
from vanphong.incoming.services.shown import shown_row


class IncomingGet(DocumentsGet):
    """The incoming documents of the body, the newest first.

    With ``own`` those that the unit itself has received.
    """

    name = "incoming"
    direction = "in"

    def tokens(self, body):
        """Those of the person; the records office reads all."""
        return scope(body).tokens

    def shown_row(self, row):
        """A row as JSON."""
        return shown_row(row, self.request)
