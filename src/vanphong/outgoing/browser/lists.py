"""Văn bản đi: outgoing documents by where they stand, and what is done to several of them."""

from functools import cached_property
from vanphong import _
from vanphong.documents.browser import filtering
from vanphong.documents.browser import scope as list_scope
from vanphong.documents.browser.document_list import DocumentList
from vanphong.documents.browser.partly import Outcome
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger.documents import Filters
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing.browser import list_filters
from vanphong.outgoing.browser.list_filters import BOXES
from vanphong.outgoing.browser.list_rows import COLUMNS
from vanphong.outgoing.browser.list_rows import DocumentRows


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


class OutgoingList(DocumentList):
    """The list; posted to, it does one act to the documents that were selected."""

    title = _("Outgoing documents")
    rail_id = "outgoing"
    direction = "out"
    page_name = "outgoing-documents"
    defaults = {"body": "", "box": "", **filtering.DEFAULTS}
    columns = COLUMNS
    partly_words = PARTLY
    list_filters = list_filters

    # what is asked for

    @cached_property
    def me(self) -> people.Me:
        """The person of this request."""
        return people.me()

    @cached_property
    def asked(self):
        """The choices of the tabs and the filter bar."""
        asked = super().asked
        if asked["box"] not in BOXES:
            asked.values["box"] = self.defaults["box"]
        return asked

    @cached_property
    def filters(self) -> Filters:
        """What the list is narrowed to; what cannot be read is told and left out."""
        return list_filters.read(self.asked, self.me.tokens, self.fail)

    @property
    def tokens(self) -> frozenset[str]:
        """Always those the person may read, also for clerks."""
        return self.me.tokens

    # the act

    def act(self):
        """Do what was chosen to what was selected."""
        name = self.text("act")
        if name not in BULK:
            raise InvalidInput(mark("Choose what is to be done."), field="act")
        selected = self.selected()
        done, refused = outgoing.many(name, [document for _row, document in selected])
        labels = {row["document_uid"]: row["symbol"] or row["subject"] for row, _one in selected}
        outcome = Outcome(len(done), [(labels[uid], error) for uid, error in refused])
        return self.finish(outcome, DONE)

    # the list

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        rows = self.marked(DocumentRows(self.request).rows(self.page.rows))
        return [{**row, "is_pickable": self._is_pickable(row["state"])} for row in rows]

    def _is_pickable(self, state: str) -> bool:
        return state in self._states or self.is_offered(state)

    @cached_property
    def acts(self) -> list[str]:
        """What can be done to at least one of the rows, the clerk's acts for clerks only."""
        there = {row["state"] for row in self.page.rows}
        return [
            name
            for name, (_title, _icon, _kind, states) in BULK.items()
            if there.intersection(states) and (self.is_clerk or name not in CLERKS)
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
        return {"acts": [*acts, *self.buttons]}

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
        return self.clerks_page("dispatch-register")
