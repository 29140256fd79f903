"""Văn bản đi: outgoing documents by where they stand, and what is done to several of them."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.documents.browser import scope as list_scope
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.partly import Outcome
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import documents
from vanphong.ledger import paging
from vanphong.ledger.documents import Filters
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing.browser import list_filters
from vanphong.outgoing.browser.list_filters import BOXES
from vanphong.outgoing.browser.list_rows import COLUMNS
from vanphong.outgoing.browser.list_rows import DocumentRows
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static


DEFAULTS = {
    "body": "",
    "box": "",
    "q": "",
    "state": "",
    "urgency": "",
    "since": "",
    "until": "",
    "register": "",
    "page": "1",
}

DONE = {1: _("1 document done."), 2: _("${n} documents done.")}
PARTLY = _("${done} done, ${refused} not:")

#: What can be done to several documents at once: act -> (words, icon, kind, states).
BULK = {
    "submit": (_("Submit"), "send", "work", ("draft",)),
    "check_content": (_("Vouch for the content"), "check", "work", ("unit_review",)),
    "approve": (_("Approve"), "check", "work", ("awaiting_signature",)),
    "sign": (_("Sign"), "pen", "official", ("awaiting_signature",)),
    "number": (_("Give the number"), "book", "official", ("signed",)),
    "issue": (_("Issue"), "send", "official", ("numbered",)),
}

#: Acts of the records office.
CLERKS = frozenset({"number", "issue"})


class OutgoingList(OfficeForm):
    """The list; posted to, it does one act to the documents that were selected."""

    title = _("Outgoing documents")
    rail_id = "outgoing"

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.outcome: Outcome | None = None

    # what is asked for

    @cached_property
    def me(self) -> people.Me:
        """The person of this request."""
        return people.me()

    @cached_property
    def scopes(self) -> list[list_scope.Scope]:
        """Bodies and units whose documents the person may find."""
        return list_scope.scopes()

    @cached_property
    def asked(self) -> Asked:
        """The choices of the tabs and the filter bar."""
        url = f"{self.context.absolute_url()}/@@outgoing-documents"
        asked = Asked(url, self.request.form, DEFAULTS)
        if asked["box"] not in BOXES:
            asked.values["box"] = DEFAULTS["box"]
        return asked

    @cached_property
    def scope(self) -> list_scope.Scope | None:
        """The body that was chosen, else the main one; None for who belongs to none."""
        chosen = [one for one in self.scopes if one.uid == self.asked["body"]]
        return next(iter(chosen or self.scopes), None)

    @cached_property
    def filters(self) -> Filters:
        """What the list is narrowed to; what cannot be read is told and left out."""
        return list_filters.read(self.asked, self.me.tokens, self.fail)

    # the act

    def act(self):
        """Do what was chosen to what was selected; what is refused stays selected."""
        name = self.text("act")
        if name not in BULK:
            raise InvalidInput(mark("Choose what is to be done."), field="act")
        uids = self.texts("ids")[: paging.SIZE]
        if not uids:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        rows = {row["document_uid"]: row for row in documents.found(uids)}
        portal = api.portal.get()
        found = [portal.unrestrictedTraverse(row["path"]) for row in rows.values()]
        done, refused = outgoing.many(name, found)
        labels = {uid: row["symbol"] or row["subject"] for uid, row in rows.items()}
        self.outcome = Outcome(len(done), [(labels[uid], error) for uid, error in refused])
        for _uid, error in refused:
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
        """The rows of this page; always those the person may read, also for clerks."""
        if self.scope is None:
            return paging.Page([], 1, paging.SIZE, False)
        return documents.list_documents(
            self.scope.uid,
            "out",
            tokens=self.me.tokens,
            filters=self.filters,
            page=self.asked.page,
        )

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        show = DocumentRows(self.request, work_calendar(), clock.now())
        picked = set(self.texts("ids")) if self.tried else set()
        return [
            {**row, "picked": row["uid"] in picked, "is_pickable": row["state"] in self._states}
            for row in show.rows(self.page.rows)
        ]

    @cached_property
    def acts(self) -> list[str]:
        """What can be done to at least one of the rows, the clerk's acts for clerks only."""
        there = {row["state"] for row in self.page.rows}
        is_clerk = self.scope is not None and self.scope.is_clerk
        return [
            name
            for name, (_title, _icon, _kind, states) in BULK.items()
            if there.intersection(states) and (is_clerk or name not in CLERKS)
        ]

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(state for name in self.acts for state in BULK[name][3])

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name."""
        acts = []
        for name in self.acts:
            title, icon, kind, _states = BULK[name]
            acts.append({"name": "act", "value": name, "title": title, "icon": icon, "kind": kind})
        return {"acts": acts}

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        columns = COLUMNS if self.acts else COLUMNS[1:]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name; counts only when there is more than one page."""
        page = self.page
        total = len(page.rows)
        if page.more or page.number > 1:
            total = documents.count_documents(
                self.scope.uid, "out", tokens=self.me.tokens, filters=self.filters
            )
        return self.asked.paging(page, total)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter or tab is set."""
        return self.filters != Filters()

    @property
    def tabs(self) -> list[dict]:
        """Where documents stand, for the macro of that name."""
        return [
            {
                "title": box.title,
                "url": self.asked.link(box=name, state=""),
                "on": name == self.asked["box"],
            }
            for name, box in BOXES.items()
        ]

    @property
    def filter_bar(self) -> dict | None:
        """For the macro of that name; None where there is nothing to filter."""
        if self.scope is None:
            return None
        return list_filters.bar(self.asked, self.scopes, self.scope)

    # links

    @cached_property
    def draft_url(self) -> str:
        """The form for a new draft in the person's main unit, "" for who has none."""
        positions = list_scope.positions(self.me)
        unit = directory.unit_object(positions[0].unit_uid) if positions else None
        return "" if unit is None else f"{unit.absolute_url()}/@@draft-outgoing"

    @property
    def dispatch_url(self) -> str:
        """The register of what was sent on paper, for the clerks of the body."""
        if self.scope is None or not self.scope.is_clerk:
            return ""
        return f"{self.scope.body.absolute_url()}/@@dispatch-register"

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.context.absolute_url(), "lists.css")

    @property
    def partly(self):
        """The sentence over what was refused."""
        return None if self.outcome is None else self.outcome.sentence(PARTLY)
