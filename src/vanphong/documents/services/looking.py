"""Looking at a document: who may, and the trace that it leaves."""

from vanphong.ledger import access
from vanphong.ledger.services import LookService
from vanphong.organisation import people


class DocumentLook(LookService):
    """Shows something of a document. That is a visit: it opens the steps of the person."""

    def look(self):
        """Note the visit, then show; the notes are the ledger's, no content is written."""
        me = people.me()
        access.seen(self.document.UID(), me.user_id, me.tokens)
        return self.show()

    @property
    def document(self):
        """The document that is visited: the context, or what it is a part of."""
        return self.context

    def show(self):
        """A JSON value."""
        raise NotImplementedError
