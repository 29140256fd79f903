"""Bàn làm việc: the work that waits for the person, the most pressing first."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.desktop import waiting as counted
from vanphong.desktop.browser.clerk import ClerkPanel
from vanphong.desktop.browser.rows import COLUMNS
from vanphong.desktop.browser.rows import Presenter
from vanphong.desktop.browser.side import Side
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.incoming.browser.list_asked import Asked
from vanphong.incoming.browser.list_partly import Outcome
from vanphong.incoming.browser.list_static import static
from vanphong.ledger import overviews
from vanphong.ledger import paging
from vanphong.ledger import work
from vanphong.routing import actions as routing
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm


#: Boxes shown as tabs, in the order in which work goes on.
TABS = {
    "all": _("All"),
    "direct": _("To direct"),
    "receive": _("To receive"),
    "handle": _("To handle"),
    "coordinate": _("To coordinate"),
    "read": _("For information"),
    "extend": _("Extensions"),
}
DEADLINES = ("soon", "overdue")

ORDERS = {
    "urgency": _("Urgent, then due first"),
    "due": _("Due first"),
    "newest": _("Newest first"),
}

DEFAULTS = {"box": "all", "unit": "", "order": "urgency", "page": "1"}

DONE = {1: _("1 step finished."), 2: _("${n} steps finished.")}
PARTLY = _("${done} finished, ${refused} not:")


class DesktopView(OfficeForm):
    """The desktop; posted to, it finishes the steps that were selected."""

    title = _("Desktop")
    rail_id = "desktop"
    page_class = "vp-desk"
    columns = COLUMNS
    see_all = _("See")

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.outcome: Outcome | None = None

    # what is asked for

    @cached_property
    def asked(self) -> Asked:
        """Box, unit, order and page, each one that exists."""
        asked = Asked(f"{self.context.absolute_url()}/@@desktop", self.request.form, DEFAULTS)
        for name, known in (("box", (*TABS, *DEADLINES)), ("order", ORDERS)):
            if asked[name] not in known:
                asked.values[name] = DEFAULTS[name]
        if asked["unit"] not in self.waiting.unit_uids():
            asked.values["unit"] = ""
        return asked

    @property
    def waiting(self) -> counted.Waiting:
        """The person and what waits for them."""
        return counted.waiting(self.request)

    @cached_property
    def counts(self) -> counted.Counts:
        """What waits, in the position that was chosen."""
        return self.waiting.counts.narrowed(self.asked["unit"])

    @cached_property
    def show(self) -> Presenter:
        """How rows are shown."""
        return Presenter(self.request, self.waiting.calendar, self.waiting.now)

    # the act

    def act(self):
        """Finish what was selected; what is refused stays selected and is explained."""
        uids = self.texts("ids")[: paging.SIZE]
        if not uids:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        rows = overviews.steps(uids)
        portal = api.portal.get()
        items = [(portal.unrestrictedTraverse(row["path"]), row["step_uid"]) for row in rows]
        done, refused = routing.finish_many(
            items, result=self.text("result"), case_file=self.text("case_file")
        )
        counted.forget(self.request)
        labels = {row["step_uid"]: row["arrival_number"] or row["subject"] for row in rows}
        self.outcome = Outcome(len(done), [(labels[uid], error) for uid, error in refused])
        for _uid, error in refused:
            self.fail(error)
        return self.outcome.said(DONE)

    def next_url(self) -> str:
        """The same list."""
        return self.asked.link()

    # the list

    @cached_property
    def page(self) -> paging.Page:
        """The rows of this page."""
        if not self.waiting.me.tokens or not self.counts.rows:
            return paging.Page([], 1, paging.SIZE, False)
        return work.inbox(
            self.waiting.me.tokens,
            box=self.asked["box"],
            place=self.asked["unit"],
            page=self.asked.page,
            order=self.asked["order"],
            now=self.waiting.now,
            soon_until=self.waiting.soon_until,
        )

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        picked = set(self.texts("ids")) if self.tried else set()
        return [
            {**self.show.work(row), "picked": row["step_uid"] in picked} for row in self.page.rows
        ]

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        return {"columns": self.columns, "rows": self.rows, "caption": _("Work awaiting me")}

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        return self.asked.paging(self.page, self._size(self.asked["box"]))

    def _size(self, box: str) -> int:
        """How many rows a box has."""
        if box in DEADLINES:
            return self.counts.sum(box)
        return self.counts.sum(box="" if box == "all" else box)

    # counts, tabs, choices

    @property
    def figures(self) -> list[dict]:
        """The three large counts, each a link to its list."""
        unopened, box = self.counts.sum("unopened"), self.asked["box"]
        return [
            {
                "n": self.counts.sum(),
                "title": _("Waiting for me"),
                "sub": _("${n} not opened yet", mapping={"n": fmt.number(unopened)}),
                "url": self.asked.link(box="all"),
                "on": box not in DEADLINES,
            },
            {
                "n": self.counts.sum("soon"),
                "title": _("Due soon"),
                "sub": _("at most 1 working day left"),
                "url": self.asked.link(box="soon"),
                "kind": "soon" if self.counts.sum("soon") else "",
                "on": box == "soon",
            },
            {
                "n": self.counts.sum("overdue"),
                "title": _("Overdue"),
                "sub": self._longest(),
                "url": self.asked.link(box="overdue"),
                "kind": "late" if self.counts.sum("overdue") else "",
                "on": box == "overdue",
            },
        ]

    def _longest(self):
        """How late the oldest of the overdue steps is."""
        if not self.counts.sum("overdue"):
            return _("nothing is late")
        _kind, words = fmt.due_words(self.show.left({"due_at": self.counts.first_due}))
        return _("longest: ${late}", mapping={"late": words})

    @property
    def tabs(self) -> list[dict]:
        """The boxes that hold something, and the one that is shown."""
        return [
            {
                "title": title,
                "count": self._size(box),
                "url": self.asked.link(box=box),
                "on": box == self.asked["box"],
            }
            for box, title in TABS.items()
            if box in ("all", self.asked["box"]) or self._size(box)
        ]

    @property
    def units(self) -> list[dict]:
        """Positions to narrow the list to; none for who has only one."""
        positions = self.waiting.positions
        if len(positions) < 2:
            return []
        everything = {"title": _("All positions"), "uid": "", "n": self.waiting.counts.sum()}
        found = [
            {
                "title": position.title,
                "uid": position.unit_uid,
                "n": self.waiting.counts.narrowed(position.unit_uid).sum(),
            }
            for position in positions
        ]
        return [
            {**one, "url": self.asked.link(unit=one["uid"]), "on": one["uid"] == self.asked["unit"]}
            for one in (everything, *found)
        ]

    @property
    def orders(self) -> list[dict]:
        """The orders of the list."""
        return [
            {
                "title": title,
                "url": self.asked.link(order=order),
                "on": order == self.asked["order"],
            }
            for order, title in ORDERS.items()
        ]

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name."""
        finish = {
            "value": "finish",
            "title": _("Finish"),
            "icon": "check",
            "key": "e",
            "kind": "work",
        }
        return {"acts": [finish]}

    # beside the list

    @cached_property
    def side(self) -> Side:
        """The right column."""
        return Side(self.context, self.request, self.waiting, self.show)

    @cached_property
    def clerk(self) -> ClerkPanel:
        """What waits at the records office."""
        return ClerkPanel(self.request, self.waiting)

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.context.absolute_url(), "lists.css")

    @property
    def partly(self):
        """The sentence over what was refused."""
        return None if self.outcome is None else self.outcome.sentence(PARTLY)
