"""The documents that wait to be registered, the oldest first, as a line to work through."""

from functools import cached_property
from vanphong.ledger import documents
from vanphong.ledger.paging import SIZE


class Queue:
    """The line of one body; ``own_uid`` is the document that is being registered, if any."""

    def __init__(self, body_uid: str, request, own_uid: str = "") -> None:
        self.body_uid = body_uid
        self.request = request
        self.own_uid = own_uid

    @cached_property
    def rows(self) -> list[dict]:
        """At most one page of it."""
        return documents.oldest(self.body_uid, "in", "awaiting_reception", SIZE)

    @cached_property
    def place(self) -> int:
        """Where the document stands, from 1; 0 when it is not in the line."""
        uids = [row["document_uid"] for row in self.rows]
        return uids.index(self.own_uid) + 1 if self.own_uid in uids else 0

    @property
    def previous_url(self) -> str:
        """The form of the one before, or ""."""
        return self._url(self.place - 2) if self.place > 1 else ""

    @property
    def next_url(self) -> str:
        """The form of the one behind, or ""; of the first one for a new document."""
        return self._url(self.place) if self.place < len(self.rows) else ""

    @property
    def onward_url(self) -> str:
        """The form to go to once this document is done: the next, else the oldest left."""
        others = [row for row in self.rows if row["document_uid"] != self.own_uid]
        return self.next_url or (self._form(others[0]) if others else "")

    def _url(self, index: int) -> str:
        return self._form(self.rows[index])

    def _form(self, row: dict) -> str:
        return f"{self.request.physicalPathToURL(row['path'].split('/'))}/@@register"
