"""What the lists of incoming and of outgoing documents have in common."""

from collections.abc import Iterable
from functools import cached_property
from plone import api
from vanphong.documents.browser import scope as list_scope
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.interfaces import BulkOffer
from vanphong.documents.browser.interfaces import IBulkOffers
from vanphong.documents.browser.partly import Outcome
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import documents
from vanphong.ledger import paging
from vanphong.ledger.documents import Filters
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static
from zope.component import subscribers


class DocumentList(OfficeForm):
    """A page of the documents of one body, narrowed by filters.

    Posted to, it does something to those that were selected. A subclass gives ``direction``,
    ``page_name``, ``defaults`` of the filters, ``filters`` and ``tokens``, ``columns``, ``rows``,
    ``act``, ``bulk_bar``, the words ``partly_words``, and ``list_filters``, the module of its bar.
    """

    direction = ""
    page_name = ""
    defaults: dict = {}
    columns: tuple = ()
    partly_words = ""
    list_filters = None

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.outcome: Outcome | None = None

    # what is asked for

    @cached_property
    def scopes(self) -> list[list_scope.Scope]:
        """Bodies and units whose documents the person may find."""
        return list_scope.scopes()

    @cached_property
    def asked(self) -> Asked:
        """The choices of the filter bar."""
        url = f"{self.context.absolute_url()}/@@{self.page_name}"
        return Asked(url, self.request.form, self.defaults)

    @cached_property
    def scope(self) -> list_scope.Scope | None:
        """The body that was chosen, else the main one; None for who belongs to none."""
        chosen = [one for one in self.scopes if one.uid == self.asked["body"]]
        return next(iter(chosen or self.scopes), None)

    @property
    def filters(self) -> Filters:
        """What the list is narrowed to; what cannot be read is told and left out."""
        raise NotImplementedError

    @property
    def tokens(self) -> frozenset[str] | None:
        """Whose documents are shown: those that these may read, all with None."""
        raise NotImplementedError

    # the act

    def selected(self) -> list[tuple]:
        """Rows of the documents that were selected, each with its document.

        :raises InvalidInput: when none was.
        """
        uids = self.texts("ids")[: paging.SIZE]
        if not uids:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        portal = api.portal.get()
        rows = documents.found(uids)
        return [(row, portal.unrestrictedTraverse(row["path"])) for row in rows]

    def finish(self, outcome: Outcome, words: dict):
        """Keep what came of it; what is refused is explained, and stays selected."""
        self.outcome = outcome
        for _label, error in outcome.refused:
            self.fail(error)
        return outcome.said(words)

    def next_url(self) -> str:
        """The same list."""
        return self.asked.link()

    # the list

    def render(self):
        """The page; the filters are read first, for the frame shows what is wrong with them."""
        self.filters  # noqa: B018
        return super().render()

    @cached_property
    def page(self) -> paging.Page:
        """The rows of this page."""
        if self.scope is None:
            return paging.Page([], 1, paging.SIZE, False)
        return documents.list_documents(
            self.scope.uid,
            self.direction,
            tokens=self.tokens,
            filters=self.filters,
            page=self.asked.page,
        )

    @property
    def is_clerk(self) -> bool:
        """Whether this person keeps the records of the body."""
        return self.scope is not None and self.scope.is_clerk

    def marked(self, rows: Iterable[dict]) -> list[dict]:
        """Rows, with whether they were selected before a refusal."""
        picked = set(self.texts("ids")) if self.tried else set()
        return [{**row, "picked": row["uid"] in picked} for row in rows]

    # what other features do with what is selected

    @cached_property
    def offered(self) -> list[BulkOffer]:
        """Acts for which at least one of the rows is there."""
        states = {row["state"] for row in self.page.rows}
        if not states:
            return []
        return [
            one
            for feature in subscribers((self, self.request), IBulkOffers)
            for one in feature.offers()
            if states - one.not_states
        ]

    def is_offered(self, state: str) -> bool:
        """Whether a row in this state can be selected for one of them."""
        return any(state not in one.not_states for one in self.offered)

    @property
    def buttons(self) -> list[dict]:
        """For the macro ``bulk_bar``, after the acts of the list itself."""
        return [one.button for one in self.offered]

    def count(self) -> int | None:
        """How many there are on all pages."""
        return documents.count_documents(
            self.scope.uid, self.direction, tokens=self.tokens, filters=self.filters
        )

    @property
    def table(self) -> dict:
        """For the macro of that name; its first column selects, where something can be done."""
        columns = self.columns if self.bulk_bar["acts"] else self.columns[1:]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        return self.asked.counted(self.page, self.count)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return self.filters != Filters()

    @property
    def filter_bar(self) -> dict | None:
        """For the macro of that name; None where there is nothing to filter."""
        if self.scope is None:
            return None
        return self.list_filters.bar(self.asked, self.scopes, self.scope)

    def clerks_page(self, name: str) -> str:
        """Address of a page of the body for its clerks, "" for others."""
        return f"{self.scope.body.absolute_url()}/@@{name}" if self.is_clerk else ""

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.context.absolute_url(), "lists.css")

    @property
    def partly(self):
        """The sentence over what was refused."""
        return None if self.outcome is None else self.outcome.sentence(self.partly_words)
