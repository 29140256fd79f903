"""What waits at the records office: not registered yet, registered and not presented yet.

Both are due on the day of arrival, at the latest on the next working day, urgent ones at once
(Decree 30/2020, Articles 22 and 23).
"""

from functools import cached_property
from vanphong import _
from vanphong.calendars.rules import lateness
from vanphong.calendars.rules import present_by
from vanphong.calendars.rules import register_by
from vanphong.desktop.waiting import Waiting
from vanphong.documents.browser import scope as list_scope
from vanphong.ledger import documents
from vanphong.ledger.documents import Filters


#: Rows of a panel; who wants more goes to the list.
FEW = 5


class ClerkPanel:
    """The two lists of a records clerk; nothing for anybody else."""

    def __init__(self, request, waiting: Waiting) -> None:
        self.request = request
        self.waiting = waiting

    @cached_property
    def scope(self) -> list_scope.Scope | None:
        """The body whose records the person keeps."""
        return next((one for one in list_scope.scopes() if one.is_clerk), None)

    @property
    def register_url(self) -> str:
        """The form that registers a new document."""
        return f"{self.scope.body.absolute_url()}/@@register-incoming" if self.scope else ""

    @cached_property
    def lists(self) -> list[dict]:
        """Waiting for registration, and waiting to be presented, the oldest first."""
        if self.scope is None:
            return []
        return [
            {
                "id": "awaiting",
                "icon": "in",
                "title": _("To be registered"),
                "none": _("Everything that has arrived is registered."),
                **self._list("awaiting_reception", register_by, "/@@register"),
            },
            {
                "id": "registered",
                "icon": "send",
                "title": _("Registered, not presented yet"),
                "none": _("Everything that is registered has been presented."),
                **self._list("registered", present_by, ""),
            },
        ]

    def _list(self, state: str, due_by, view: str) -> dict:
        rows = documents.oldest(self.scope.uid, "in", state, FEW)
        count = len(rows)
        if count == FEW:
            count = documents.count_documents(
                self.scope.uid, "in", tokens=None, filters=Filters(states=(state,))
            )
        return {
            "count": count,
            "rows": [self._row(row, due_by, view) for row in rows],
            "state": state,
        }

    def _row(self, row: dict, due_by, view: str) -> dict:
        due = due_by(self.waiting.calendar, row["arrived_at"], row["urgency"] > 0)
        return {
            "url": self.request.physicalPathToURL(row["path"].split("/")) + view,
            "subject": row["subject"],
            "label": row["label"],
            "source": " · ".join(filter(None, (row["organ_name"], row["symbol"]))),
            "urgency": row["urgency"],
            "arrived": row["arrived_at"],
            "left": lateness(self.waiting.calendar, due, self.waiting.now),
        }
