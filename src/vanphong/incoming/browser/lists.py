"""Văn bản đến: the incoming documents of a body, searched, narrowed and presented."""

from functools import cached_property
from functools import partial
from vanphong import _
from vanphong.documents.browser import filtering
from vanphong.documents.browser.document_list import DocumentList
from vanphong.documents.browser.partly import each
from vanphong.incoming import actions
from vanphong.incoming.browser import list_filters
from vanphong.incoming.browser.list_rows import COLUMNS
from vanphong.incoming.browser.list_rows import DocumentRows
from vanphong.ledger.documents import Filters


DONE = {1: _("1 document presented."), 2: _("${n} documents presented.")}
PARTLY = _("${done} presented, ${refused} not:")


class IncomingList(DocumentList):
    """The list; posted to, it presents the documents that were selected to one leader."""

    title = _("Incoming documents")
    rail_id = "incoming"
    direction = "in"
    page_name = "incoming-documents"
    defaults = filtering.DEFAULTS
    columns = COLUMNS
    partly_words = PARTLY
    list_filters = list_filters

    @cached_property
    def filters(self) -> Filters:
        """What the list is narrowed to; what cannot be read is told and left out."""
        return list_filters.read(self.asked, self.fail)

    @property
    def tokens(self):
        """Those the person may read; the records office reads all."""
        return self.scope.tokens

    def act(self):
        """Present what was selected; what is refused stays selected and is explained."""
        items = [(document, row["label"]) for row, document in self.selected()]
        return self.finish(each(items, partial(actions.present, to=self.text("to"))), DONE)

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        show = DocumentRows(self.request)
        rows = self.marked(show.rows(self.page.rows, is_clerk=self.is_clerk))
        return [{**row, "is_pickable": self._is_pickable(row)} for row in rows]

    def _is_pickable(self, row: dict) -> bool:
        return (row["is_presentable"] and self.may_present) or self.is_offered(row["state"])

    @property
    def may_present(self) -> bool:
        """Whether this person presents documents."""
        return self.scope is not None and self.scope.may_present

    @property
    def presents(self) -> bool:
        """Whether there is anything here that this person may present."""
        return self.may_present and any(row["is_presentable"] for row in self.rows)

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name."""
        present = {
            "value": "present",
            "title": _("Present to"),
            "icon": "send",
            "kind": "official",
        }
        return {"acts": [*([present] if self.presents else []), *self.buttons]}

    @property
    def leaders(self) -> list[tuple[str, str]]:
        """Whom documents may be presented to."""
        return actions.leaders_to_present_to(self.scope.body)

    @property
    def register_url(self) -> str:
        """The form for a new document, for the clerks of the body."""
        return self.clerks_page("register-incoming")
