"""Tình trạng hệ thống: what runs, what is missing, what is to be done: ``@@health``."""

from collections.abc import Iterator
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.attachments import health as files
from vanphong.ledger import health as ledger
from vanphong.ui.health import BAD
from vanphong.ui.health import GOOD
from vanphong.ui.health import WARNING
from vanphong.ui.health import Check


TINTS = {GOOD: "done", WARNING: "soon", BAD: "late"}
WORDS = {GOOD: _("good"), WARNING: _("see to it"), BAD: _("broken")}
ORDER = {BAD: 0, WARNING: 1, GOOD: 2}

COLUMNS = (
    {"title": _("Checked part")},
    {"title": _("State"), "css": "du"},
    {"title": _("Found")},
    {"title": _("What is to be done")},
)


def checks() -> Iterator[Check]:
    """What every layer says of itself."""
    yield from files.checks()
    yield from ledger.checks()


class HealthView(BrowserView):
    """Every check of every layer, those first that need somebody."""

    title = _("State of the system")
    rail_id = "administration"
    page_class = "vp-health"

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        rows = [self._row(one) for one in sorted(checks(), key=lambda one: ORDER[one.state])]
        return {"caption": self.title, "columns": COLUMNS, "rows": rows, "css": "jobs"}

    @cached_property
    def open_points(self) -> int:
        """How many checks need somebody."""
        return sum(row["state"] != GOOD for row in self.table["rows"])

    def _row(self, check: Check) -> dict:
        return {
            "title": check.title,
            "state": check.state,
            "tint": TINTS[check.state],
            "word": WORDS[check.state],
            "value": check.value,
            "advice": check.advice,
            "url": f"{self.context.absolute_url()}/{check.url}" if check.url else "",
        }
