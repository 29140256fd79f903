"""Đơn vị tôi: what my unit and its people hold, the late ones first."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.desktop import waiting as counted
from vanphong.desktop.browser.rows import Presenter
from vanphong.desktop.browser.side import holder
from vanphong.documents.browser.asked import Asked
from vanphong.ledger import overviews
from vanphong.ledger import paging
from vanphong.ledger import work
from vanphong.organisation.directory import Person
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.ui.browser.resources import static


DEFAULTS = {"unit": "", "actor": "", "page": "1"}

COLUMNS = (
    {"id": "urgency", "title": _("Urgency"), "css": "ur"},
    {"id": "number", "title": _("Arrival number"), "css": "no"},
    {"id": "subject", "title": _("Subject, sender, symbol"), "css": "su"},
    {"id": "role", "title": _("Part"), "css": "ro"},
    {"id": "holder", "title": _("Held by, since"), "css": "by"},
    {"id": "due", "title": _("Deadline"), "css": "du"},
    {"id": "urge", "title": _("Remind"), "css": "ac", "hidden": True},
)


class UnitWorkView(BrowserView):
    """Open steps of a unit, of all its people or of one."""

    title = _("My unit")
    rail_id = "unit"
    page_class = "vp-desk"

    @property
    def waiting(self) -> counted.Waiting:
        """The person of this request."""
        return counted.waiting(self.request)

    @cached_property
    def asked(self) -> Asked:
        """The unit, one that the person belongs to, and the holder."""
        asked = Asked(f"{self.context.absolute_url()}/@@unit-work", self.request.form, DEFAULTS)
        if asked["unit"] not in self.waiting.unit_uids():
            asked.values["unit"] = ""
        return asked

    @cached_property
    def position(self) -> Person | None:
        """The position in whose unit the person looks around; None without a position."""
        found = [one for one in self.waiting.positions if one.unit_uid == self.asked["unit"]]
        return next(iter(found or self.waiting.positions), None)

    @property
    def is_head(self) -> bool:
        """Whether the person leads this unit."""
        return self.position is not None and LEADERS in self.position.functions

    @property
    def sees_all(self) -> bool:
        """Whether all work of the unit is this person's to see: its leaders' and clerks'."""
        return self.position is not None and bool(self.position.functions & {LEADERS, CLERKS})

    @cached_property
    def show(self) -> Presenter:
        """How rows are shown."""
        return Presenter(self.request, self.waiting.calendar, self.waiting.now)

    @cached_property
    def page(self) -> paging.Page:
        """The rows of this page."""
        if self.position is None:
            return paging.Page([], 1, paging.SIZE, False)
        return overviews.of_unit(
            self.position.unit_uid,
            actor=self.asked["actor"],
            readable_by=None if self.sees_all else self.waiting.me.tokens,
            page=self.asked.page,
        )

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        return [self._row(row) for row in self.page.rows]

    def _row(self, row: dict) -> dict:
        shown = self.show.work(row)
        others = row["actor"] not in self.waiting.me.tokens
        urge = (
            f"{shown['url']}/@@act?do=urge&step={row['step_uid']}"
            if self.is_head and others
            else ""
        )
        return {**shown, "holder": holder(row), "urge": urge}

    @property
    def table(self) -> dict:
        """For the macro of that name; the last column is there for heads only."""
        columns = COLUMNS if self.is_head else COLUMNS[:-1]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        total = None
        if self.sees_all:
            people = self.people
            actor = self.asked["actor"]
            total = sum(one["open"] for one in people if actor in ("", one["actor"]))
        return self.asked.paging(self.page, total)

    @cached_property
    def people(self) -> list[dict]:
        """Who of the unit holds how much, the late ones first."""
        if self.position is None:
            return []
        unit = self.position.unit_uid
        return [
            {
                "actor": row["actor"],
                "title": holder(row),
                "open": row["open"],
                "late": row["late"],
                "url": self.asked.link(unit=unit, actor=row["actor"]),
                "on": row["actor"] == self.asked["actor"],
            }
            for row in work.holding(unit, self.waiting.now)
        ]

    @property
    def everybody(self) -> dict:
        """The line above the people: all of them together."""
        return {
            "open": sum(one["open"] for one in self.people),
            "late": sum(one["late"] for one in self.people),
            "url": self.asked.link(actor=""),
            "on": not self.asked["actor"],
        }

    @property
    def tabs(self) -> list[dict]:
        """The units that the person belongs to."""
        return [
            {
                "title": one.unit_title,
                "url": self.asked.link(unit=one.unit_uid, actor=""),
                "on": self.position is not None and one.unit_uid == self.position.unit_uid,
            }
            for one in self.waiting.positions
        ]

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(self.context.absolute_url(), "lists.css")
