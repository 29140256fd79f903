"""Hồ sơ công việc: the files that a person makes, of the own unit, and all to be read."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import places
from vanphong.casefiles import planned
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.freeze_forms import bulk
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.states import WORDS
from vanphong.casefiles.rules.states import State
from vanphong.documents.browser import scope
from vanphong.documents.browser.boxed_list import BoxedList
from vanphong.documents.rules import fold
from vanphong.ledger import case_files
from vanphong.ledger import paging
from vanphong.organisation import directory


DEFAULTS = {"box": "mine", "q": "", "year": "", "unit": "", "state": "", "kept": "", "page": "1"}

BOXES = {"mine": _("My files"), "unit": _("My unit"), "all": _("All that I may read")}

PICKS = {"id": "pick", "title": _("Select"), "css": "ck", "hidden": True}

COLUMNS = (
    {"id": "sign", "title": _("Number and symbol"), "css": "sy"},
    {"id": "title", "title": _("Title of the file"), "css": "su"},
    {"id": "kept", "title": _("Retention period"), "css": "by"},
    {"id": "documents", "title": _("Documents"), "css": "num"},
    {"id": "state", "title": _("State"), "css": "st"},
)


class CaseFilesView(BoxedList):
    """The list, from the ledger."""

    title = _("Case files")
    rail_id = "casefiles"
    page_name = "case-files"
    defaults = DEFAULTS
    boxes = BOXES
    columns = COLUMNS

    @cached_property
    def filters(self) -> case_files.Filters:
        """What the list is narrowed to; what cannot be read is left out."""
        asked = self.asked
        units = (asked["unit"],) if asked["unit"] else ()
        if asked["box"] == "unit" and not units:
            units = tuple(self.me.units())
        mine = (case_files.MAKER, case_files.CONTRIBUTOR)
        return case_files.Filters(
            unit_uids=units,
            year=int(asked["year"]) if asked["year"].isdecimal() else 0,
            states=(asked["state"],) if asked["state"] in set(State) else (),
            years=int(asked["kept"]) if asked["kept"].isdecimal() else -1,
            parts=mine if asked["box"] == "mine" else (),
            words=tuple(fold(asked["q"]).split()[:8]),
        )

    @cached_property
    def page(self) -> paging.Page:
        """One page of files."""
        return case_files.listed(self.me.tokens, self.filters, page=self.asked.page)

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        return [self._row(row) for row in self.page.rows]

    def _row(self, row: dict) -> dict:
        unit = directory.unit(row["unit_uid"])
        tint, said = words.state(row["state"])
        return {
            "uid": row["case_file_uid"],
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "sign": row["notation"],
            "year": row["year"],
            "title": row["title"],
            "maker": row["maker_title"],
            "unit": "" if unit is None else unit.short,
            "kept": words.period(row["years"]),
            "until": row["due_year"],
            "documents": row["documents"],
            "pages": row["pages"],
            "tint": tint,
            "state": said,
            "frozen": row["frozen"],
        }

    @cached_property
    def bulk_bar(self) -> dict:
        """For the macro of that name; without acts for who freezes nothing."""
        offers = bulk("case-files", scope.bodies(self.me)) if self.rows else []
        return {"acts": [one.button for one in offers]}

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        columns = (PICKS, *COLUMNS) if self.bulk_bar["acts"] else COLUMNS
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    def count(self) -> int | None:
        """How many there are on all pages."""
        return case_files.count(self.me.tokens, self.filters)

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set, tabs apart."""
        return any(self.asked[name] for name in ("q", "year", "unit", "state", "kept"))

    @property
    def filter_bar(self) -> dict:
        """For the macro of that name."""
        asked = self.asked
        years = case_files.years_of(self.me.tokens)
        states = [one for one in State if one is not State.PLANNED]
        fields = [
            self._choice("year", _("Year"), [(str(one), str(one)) for one in years]),
            self._choice("unit", _("Unit"), self.units(bodies=True)),
            self._choice("state", _("State"), [(s, words.message(WORDS[s])) for s in states]),
            self._choice(
                "kept",
                _("Retention period"),
                [(str(one), retention.period_text(one)) for one in retention.OFFERED],
            ),
            {
                "name": "q",
                "label": _("Code or title"),
                "kind": "text",
                "value": asked["q"],
                "placeholder": "01.TCCB",
            },
        ]
        hidden = asked.hidden("year", "unit", "state", "kept", "q", "page")
        return {"action": asked.url, "hidden": hidden, "fields": fields}

    def _choice(self, name: str, label, options) -> dict:
        chosen = [("", _("All")), *options]
        return {"name": name, "label": label, "options": chosen, "value": self.asked[name]}

    # what to do next

    @cached_property
    def open_url(self) -> str:
        """The form for a file outside the list, "" for who belongs to no unit."""
        return self.form_url("open-file", "vanphong: Open Case File")

    @property
    def lists_url(self) -> str:
        """The file lists of the person's bodies, "" for who has none."""
        return f"{self.context.absolute_url()}/@@file-lists" if self.me.positions else ""

    @cached_property
    def waiting(self) -> list[dict]:
        """Lists in force with files that this person may open and has not."""
        found = []
        for body in scope.bodies(self.me):
            file_list = places.file_list(body.UID(), clock.today().year)
            lines = planned.waiting(file_list)
            mine = [one for one in lines if one.line.maker == self.me.user_id]
            if mine:
                found.append(
                    {
                        "url": file_list.absolute_url(),
                        "year": file_list.year,
                        "count": len(mine),
                        "lines": [one.line.uid for one in mine],
                    }
                )
        return found
