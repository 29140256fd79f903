"""What can be chosen above the list of the desktop: counts, boxes, positions, orders."""

from functools import cached_property
from vanphong import _
from vanphong.desktop.browser.rows import Presenter
from vanphong.desktop.waiting import Counts
from vanphong.desktop.waiting import Waiting
from vanphong.documents.browser.asked import Asked
from vanphong.ui import format as fmt


#: Boxes shown as tabs, in the order in which work goes on.
TABS = {
    "all": _("All"),
    "direct": _("To direct"),
    "receive": _("To receive"),
    "handle": _("To handle"),
    "coordinate": _("To coordinate"),
    "read": _("For information"),
    "extend": _("Extensions"),
    "draft": _("Sent back to me"),
    "opine": _("To give an opinion"),
    "review": _("To check"),
    "appraise": _("To appraise"),
    "sign": _("To sign"),
    "number": _("To number and issue"),
}
DEADLINES = ("soon", "overdue")

ORDERS = {
    "urgency": _("Urgent, then due first"),
    "due": _("Due first"),
    "newest": _("Newest first"),
}


class Choices:
    """Each choice with its count and the address that makes it."""

    def __init__(self, asked: Asked, waiting: Waiting, show: Presenter) -> None:
        self.asked = asked
        self.waiting = waiting
        self.show = show

    @cached_property
    def counts(self) -> Counts:
        """What waits, in the position that was chosen."""
        return self.waiting.counts.narrowed(self.asked["unit"])

    def size(self, box: str) -> int:
        """How many rows a box has."""
        if box in DEADLINES:
            return self.counts.sum(box)
        return self.counts.sum(box="" if box == "all" else box)

    @property
    def figures(self) -> list[dict]:
        """The three large counts, each a link to its list."""
        box = self.asked["box"]
        return [
            {
                "n": self.counts.sum(),
                "title": _("Waiting for me"),
                "sub": self._unopened(),
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

    def _unopened(self):
        """How much of it nobody has looked at."""
        unopened = self.counts.sum("unopened")
        if unopened:
            return _("${n} not opened yet", mapping={"n": fmt.number(unopened)})
        return _("all opened") if self.counts.rows else _("nothing waits")

    def _longest(self):
        """How late the oldest of the overdue steps is."""
        if not self.counts.sum("overdue"):
            return _("nothing is late")
        _kind, words = fmt.due_words(self.show.left(self.counts.first_due))
        return _("longest: ${late}", mapping={"late": words})

    @property
    def tabs(self) -> list[dict]:
        """The boxes that hold something, and the one that is shown."""
        return [
            {
                "title": title,
                "count": self.size(box),
                "url": self.asked.link(box=box),
                "on": box == self.asked["box"],
            }
            for box, title in TABS.items()
            if box in ("all", self.asked["box"]) or self.size(box)
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
