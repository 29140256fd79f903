"""Nhiệm vụ: mine, given by me, of my unit, and all that one may read."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.boxed_list import BoxedList
from vanphong.documents.rules import fold
from vanphong.ledger import paging
from vanphong.ledger import tasks as ledger
from vanphong.organisation import directory
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.tasks.browser import words
from vanphong.tasks.browser.rows import COLUMNS
from vanphong.tasks.browser.rows import Rows
from vanphong.ui.browser.resources import static


DEFAULTS = {"box": "mine", "state": "open", "unit": "", "source": "", "q": "", "page": "1"}

BOXES = {
    "mine": _("My tasks"),
    "given": _("Given by me"),
    "unit": _("My unit"),
    "all": _("All tasks that I may read"),
}

LATE = "late"
EVERY = "every"


class TasksView(BoxedList):
    """The list, from the ledger."""

    title = _("Tasks")
    rail_id = "tasks"
    page_name = "tasks"
    defaults = DEFAULTS
    boxes = BOXES
    columns = COLUMNS

    @cached_property
    def asked(self) -> Asked:
        """The choices of tabs and filters."""
        asked = super().asked
        if asked["state"] not in (*words.STAGES, LATE, EVERY):
            asked.values["state"] = DEFAULTS["state"]
        return asked

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Bodies all of whose tasks the person may read: their clerks, the heads of the Office."""
        found = []
        for one in self.me.positions:
            unit = directory.unit_object(one.unit_uid)
            body = directory.body_of(unit)
            keeps = CLERKS in one.functions and body == unit
            heads = LEADERS in one.functions and unit.kind == "office"
            if keeps or heads:
                found.append(body.UID())
        return tuple(dict.fromkeys(found))

    @cached_property
    def filters(self) -> ledger.Filters:
        """What the list is narrowed to."""
        asked, box, state = self.asked, self.asked["box"], self.asked["state"]
        units = (asked["unit"],) if asked["unit"] else ()
        if box == "unit" and not units:
            units = tuple(self.me.units())
        return ledger.Filters(
            holders=tuple(sorted(self.me.tokens)) if box == "mine" else (),
            givers=(self.me.user_id,) if box == "given" else (),
            unit_uids=units,
            source_uid=asked["source"],
            state=ledger.OPEN if state == LATE else ("" if state == EVERY else state),
            late_at=clock.now() if state == LATE else None,
            words=tuple(fold(asked["q"]).split()[:8]),
        )

    @cached_property
    def page(self) -> paging.Page:
        """One page of tasks."""
        if not self.me.tokens:
            return paging.Page([], 1, paging.SIZE, False)
        return ledger.listed(self.me.tokens, self.filters, bodies=self.bodies, page=self.asked.page)

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        return Rows(self.request).rows(self.page.rows)

    def count(self) -> int | None:
        """How many there are on all pages."""
        return ledger.count(self.me.tokens, self.filters, bodies=self.bodies)

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set, tabs apart."""
        asked = self.asked
        return any(asked[one] for one in ("q", "unit", "source")) or asked["state"] != "open"

    @property
    def filter_bar(self) -> dict:
        """For the macro of that name."""
        asked = self.asked
        states = [(name, said) for name, (_tint, said) in words.STAGES.items()]
        state = [(EVERY, _("All")), states[0], (LATE, _("Late")), *states[1:]]
        fields = [
            {
                "name": "state",
                "label": _("State"),
                "options": state,
                "value": asked["state"],
                "default": DEFAULTS["state"],
            },
            {
                "name": "unit",
                "label": _("Lead"),
                "options": [("", _("All")), *self.units()],
                "value": asked["unit"],
            },
            {
                "name": "q",
                "label": _("Words or symbol"),
                "kind": "text",
                "value": asked["q"],
                "placeholder": "186/TB-UBND",
            },
        ]
        hidden = asked.hidden("state", "unit", "q", "page")
        return {"action": asked.url, "hidden": hidden, "fields": fields}

    @cached_property
    def give_url(self) -> str:
        """The form for a free task, "" for who belongs to no unit."""
        return self.form_url("give-task", "vanphong: Give Task")

    @property
    def own_style(self) -> str:
        """Address of the style of tasks."""
        return static(api.portal.get().absolute_url(), "tasks.css")
