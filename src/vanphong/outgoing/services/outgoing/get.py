"""GET @outgoing."""

from vanphong.documents.services.listed import DocumentsGet
from vanphong.organisation import people
from vanphong.outgoing.services.shown import shown_row


class OutgoingGet(DocumentsGet):
    """The outgoing documents of a body that this person may read, the newest first.

    With ``own`` those that the unit issues in its own name.
    """

    name = "outgoing"
    direction = "out"

    def tokens(self, body):
        """Always those of the person, also for clerks."""
        return people.me().tokens

    def shown_row(self, row):
        """A row as JSON."""
        return shown_row(row, self.request)
