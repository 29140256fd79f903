"""Văn bản đến: the incoming documents of a body, searched, narrowed and presented."""

from functools import cached_property
from functools import partial
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.documents.browser import scope as list_scope
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.partly import Outcome
from vanphong.documents.browser.partly import each
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.incoming import actions
from vanphong.incoming.browser import list_filters
from vanphong.incoming.browser.list_rows import COLUMNS
from vanphong.incoming.browser.list_rows import DocumentRows
from vanphong.ledger import documents
from vanphong.ledger import paging
from vanphong.ledger.documents import Filters
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static


DEFAULTS = {
    "body": "",
    "q": "",
    "state": "",
    "urgency": "",
    "since": "",
    "until": "",
    "register": "",
    "page": "1",
}

DONE = {1: _("1 document presented."), 2: _("${n} documents presented.")}
PARTLY = _("${done} presented, ${refused} not:")


class IncomingList(OfficeForm):
    """The list; posted to, it presents the documents that were selected to one leader."""

    title = _("Incoming documents")
    rail_id = "incoming"

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.outcome: Outcome | None = None

    # what is asked for

    @cached_property
    def scopes(self) -> list[list_scope.Scope]:
        """Bodies whose documents come to the person."""
        return list_scope.scopes()

    @cached_property
    def asked(self) -> Asked:
        """The choices of the filter bar."""
        url = f"{self.context.absolute_url()}/@@incoming-documents"
        return Asked(url, self.request.form, DEFAULTS)

    @cached_property
    def scope(self) -> list_scope.Scope | None:
        """The body that was chosen, else the main one; None for who belongs to none."""
        chosen = [one for one in self.scopes if one.uid == self.asked["body"]]
        return next(iter(chosen or self.scopes), None)

    @cached_property
    def filters(self) -> Filters:
        """What the list is narrowed to; what cannot be read is told and left out."""
        return list_filters.read(self.asked, self.fail)

    # the act

    def act(self):
        """Present what was selected; what is refused stays selected and is explained."""
        uids = self.texts("ids")[: paging.SIZE]
        if not uids:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        rows = documents.found(uids)
        portal = api.portal.get()
        items = [(portal.unrestrictedTraverse(row["path"]), row["label"]) for row in rows]
        self.outcome = each(items, partial(actions.present, to=self.text("to")))
        for _label, error in self.outcome.refused:
            self.fail(error)
        return self.outcome.said(DONE)

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
            "in",
            tokens=self.scope.tokens,
            filters=self.filters,
            page=self.asked.page,
        )

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        show = DocumentRows(self.request, work_calendar(), clock.now())
        picked = set(self.texts("ids")) if self.tried else set()
        is_clerk = self.scope is not None and self.scope.is_clerk
        return [
            {**row, "picked": row["uid"] in picked}
            for row in show.rows(self.page.rows, is_clerk=is_clerk)
        ]

    @property
    def presents(self) -> bool:
        """Whether there is anything here that this person may present."""
        return (
            self.scope is not None
            and self.scope.may_present
            and any(row["is_presentable"] for row in self.rows)
        )

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        columns = COLUMNS if self.presents else COLUMNS[1:]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name; counts only when there is more than one page."""
        page = self.page
        total = len(page.rows)
        if page.more or page.number > 1:
            total = documents.count_documents(
                self.scope.uid, "in", tokens=self.scope.tokens, filters=self.filters
            )
        return self.asked.paging(page, total)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return self.filters != Filters()

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name."""
        return {
            "acts": [
                {"value": "present", "title": _("Present to"), "icon": "send", "kind": "official"}
            ]
        }

    @property
    def leaders(self) -> list[tuple[str, str]]:
        """Whom documents may be presented to."""
        return actions.leaders_to_present_to(self.scope.body)

    @property
    def filter_bar(self) -> dict | None:
        """For the macro of that name; None where there is nothing to filter."""
        if self.scope is None:
            return None
        return list_filters.bar(self.asked, self.scopes, self.scope)

    # links

    @property
    def register_url(self) -> str:
        """The form for a new document, for the clerks of the body."""
        if self.scope is None or not self.scope.is_clerk:
            return ""
        return f"{self.scope.body.absolute_url()}/@@register-incoming"

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.context.absolute_url(), "lists.css")

    @property
    def partly(self):
        """The sentence over what was refused."""
        return None if self.outcome is None else self.outcome.sentence(PARTLY)
