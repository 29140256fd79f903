"""Bàn làm việc: the work that waits for the person, the most pressing first."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from vanphong import _
from vanphong.attachments import health as files_health
from vanphong.casefiles import filing
from vanphong.desktop import waiting as counted
from vanphong.desktop.browser.choices import DEADLINES
from vanphong.desktop.browser.choices import ORDERS
from vanphong.desktop.browser.choices import TABS
from vanphong.desktop.browser.choices import Choices
from vanphong.desktop.browser.clerk import ClerkPanel
from vanphong.desktop.browser.rows import COLUMNS
from vanphong.desktop.browser.rows import Presenter
from vanphong.desktop.browser.side import Side
from vanphong.desktop.shell import ADMINISTRATION
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.partly import Outcome
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.invitations.browser.mine import WaitingInvitations
from vanphong.ledger import overviews
from vanphong.ledger import paging
from vanphong.ledger import work
from vanphong.routing import actions as routing
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static
from vanphong.ui.health import GOOD
from vanphong.ui.health import Check


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

    @cached_property
    def is_administrator(self) -> bool:
        """Whether the person runs the office as a system."""
        return bool(getSecurityManager().checkPermission(ADMINISTRATION, self.context))

    @cached_property
    def alarm(self) -> Check | None:
        """What an administrator must know at once: files come in without a check."""
        if not self.is_administrator:
            return None
        check = files_health.scanning()
        return None if check.state == GOOD else check

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
        return self.asked.paging(self.page, self.choices.size(self.asked["box"]))

    # counts, tabs, choices

    @cached_property
    def choices(self) -> Choices:
        """What can be chosen above the list."""
        return Choices(self.asked, self.waiting, self.show)

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name."""
        finish = {
            "value": "finish",
            "title": _("Finish"),
            "icon": "check",
            "key": "e",
            "kind": "work",
            "asks": "result",
        }
        return {"acts": [finish]}

    @property
    def completions(self) -> str:
        """Address of the files into which this person may put documents."""
        return filing.completions("files")

    # beside the list

    @property
    def invitations(self) -> str:
        """Meetings that wait for an answer, as HTML; "" for none."""
        return WaitingInvitations(self.context, self.request).render()

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
