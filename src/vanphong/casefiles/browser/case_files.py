"""Hồ sơ công việc: the files that a person makes, of the own unit, and all to be read."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import places
from vanphong.casefiles import planned
from vanphong.casefiles.browser import words
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.states import WORDS
from vanphong.casefiles.rules.states import State
from vanphong.documents.browser import scope
from vanphong.documents.browser.asked import Asked
from vanphong.documents.rules import fold
from vanphong.ledger import case_files
from vanphong.ledger import paging
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.ui.browser.resources import static


DEFAULTS = {"box": "mine", "q": "", "year": "", "unit": "", "state": "", "kept": "", "page": "1"}

BOXES = {"mine": _("My files"), "unit": _("My unit"), "all": _("All that I may read")}

COLUMNS = (
    {"id": "sign", "title": _("Number and symbol"), "css": "sy"},
    {"id": "title", "title": _("Title of the file"), "css": "su"},
    {"id": "kept", "title": _("Retention period"), "css": "by"},
    {"id": "documents", "title": _("Documents"), "css": "num"},
    {"id": "state", "title": _("State"), "css": "st"},
)


class CaseFilesView(BrowserView):
    """The list, from the ledger."""

    title = _("Case files")
    rail_id = "casefiles"

    @cached_property
    def me(self) -> people.Me:
        """The person of this request."""
        return people.me()

    @cached_property
    def asked(self) -> Asked:
        """The choices of tabs and filters."""
        url = f"{self.context.absolute_url()}/@@case-files"
        asked = Asked(url, self.request.form, DEFAULTS)
        if asked["box"] not in BOXES:
            asked.values["box"] = DEFAULTS["box"]
        return asked

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

    @property
    def table(self) -> dict:
        """For the macro of that name."""
        return {"columns": COLUMNS, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name; counts only when there is more than one page."""
        page = self.page
        total = len(page.rows)
        if page.more or page.number > 1:
            total = case_files.count(self.me.tokens, self.filters)
        return self.asked.paging(page, total)

    @property
    def tabs(self) -> list[dict]:
        """For the macro of that name."""
        return [
            {"title": title, "url": self.asked.link(box=box), "on": box == self.asked["box"]}
            for box, title in BOXES.items()
        ]

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
            self._choice("unit", _("Unit"), self._units),
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

    @cached_property
    def _units(self) -> list[tuple[str, str]]:
        found = {}
        for body in scope.bodies(self.me):
            found[body.UID()] = body.short_name or body.title
            for unit in directory.units(body.UID(), clock.today()):
                found[unit.uid] = unit.short
        return list(found.items())

    # what to do next

    @cached_property
    def open_url(self) -> str:
        """The form for a file outside the list, "" for who belongs to no unit."""
        found = scope.positions(self.me)
        unit = directory.unit_object(found[0].unit_uid) if found else None
        if unit is None or not scope.may("vanphong: Open Case File", unit):
            return ""
        return f"{unit.absolute_url()}/@@open-file"

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

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(api.portal.get().absolute_url(), "lists.css")
