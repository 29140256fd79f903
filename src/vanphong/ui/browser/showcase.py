"""All shared parts with example data, for administrators: ``@@vanphong-ui``.

``?state=empty|error|conflict|phone|sheet|document`` shows the other states.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark
from vanphong.ui import errors
from vanphong.ui.browser import samples
from vanphong.ui.browser import samples_form
from zoneinfo import ZoneInfo


VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
STATES = ("list", "document", "error", "conflict", "empty", "phone", "sheet")


@dataclass(frozen=True)
class Remaining:
    """Stands for the lateness that the calendars compute."""

    kind: str
    amount: int = 0
    unit: str = "day"


def at(day: int, hour: int, minute: int) -> datetime:
    """A moment of August 2024."""
    return datetime(2024, 8, day, hour, minute, tzinfo=VIETNAM)


class ShowcaseView(BrowserView):
    """Example data for every macro."""

    title = _("Parts of the pages")
    rail_id = "desktop"

    @cached_property
    def state(self) -> str:
        """Which of the states is shown."""
        asked = self.request.form.get("state", "list")
        return asked if asked in STATES else "list"

    @property
    def page_class(self) -> str:
        """Panes for the document, a page of its own on the phone."""
        looks = {"document": "vp-fixed", "error": "vp-fixed", "phone": "vp-focus vp-narrow"}
        return looks.get(self.state, "")

    @property
    def states(self) -> list[dict]:
        """Links to the other states."""
        url = self.request.get("URL")
        return [
            {"title": name, "url": f"{url}?state={name}", "on": name == self.state}
            for name in STATES
        ]

    @cached_property
    def errors(self) -> list:
        """The errors of a refused form."""
        shown = {
            "error": (
                InvalidInput(mark("Write the date as dd/mm/yyyy."), field="document_date"),
                RuleBroken(
                    mark("A document needs a subject."),
                    rule="Nghị định 30/2020/NĐ-CP, Phụ lục VI",
                    field="subject",
                ),
            ),
            "conflict": (Conflict(mark("This work has been finished already.")),),
        }
        return [errors.as_row(error, self.request) for error in shown.get(self.state, ())]

    def field_error(self, name: str):
        """The error row of one field, or None."""
        return next((row for row in self.errors if row["field"] == name), None)

    @property
    def table(self) -> dict:
        """The list of work."""
        rows = [] if self.state == "empty" else self._rows()
        return {"columns": samples.COLUMNS, "rows": rows, "caption": _("Work awaiting me")}

    def _rows(self):
        return [
            {
                "degree": degree,
                "number": number,
                "subject": subject,
                "source": source,
                "role": role,
                "giver": giver,
                "when": at(*when),
                "due": due,
                "left": Remaining(*left),
                "new": new,
                "picked": role == "inform",
            }
            for degree, number, subject, source, role, giver, when, due, left, new in samples.ROWS
        ]

    counts = samples.COUNTS
    tabs = samples.TABS
    bulk_bar = samples.BULK
    paging = samples.PAGING
    filter_bar = samples.FILTERS
    facts = samples.FACTS
    files = samples.FILES
    fields = samples_form.FIELDS
    action_bar = samples.ACTS
    words = samples_form.WORDS
    register_bar = samples_form.REGISTER_BAR
    directive_bar = samples_form.DIRECTIVE_BAR

    @property
    def directive(self) -> dict:
        """A leader's order."""
        return {**samples.DIRECTIVE, "when": at(13, 16, 5)}

    @property
    def remarks(self) -> list[dict]:
        """The discussion."""
        return [{"by": by, "when": at(14, 7, 58), "text": text} for by, text in samples.REMARKS]

    @property
    def conflict(self) -> dict:
        """Somebody was faster."""
        return {"who": "Phó Trưởng phòng", "when": at(14, 7, 58), "url": self.request.get("URL")}

    @property
    def now(self) -> datetime:
        """The sample day."""
        return at(14, 8, 0)

    def timeline(self, vp) -> list[dict]:
        """Who held it; ``vp`` writes the badges."""
        badges = {
            "left": vp.lateness(Remaining("soon", 1)),
            "seen": vp.badge("done", _("opened")),
            "unseen": vp.badge("line", _("not opened")),
        }
        return samples.timeline(badges)
