"""``@@import-list?uid=``: what was found in a list, its way into the registers, its documents."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.imports import actions
from vanphong.imports import batches
from vanphong.imports import report
from vanphong.imports import rules
from vanphong.imports import template
from vanphong.imports.browser.words import job_state
from vanphong.imports.browser.words import may_read
from vanphong.imports.browser.words import state_of
from vanphong.ledger import jobs
from vanphong.ui import format as fmt
from vanphong.ui.browser import sending
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.given import Given
from zExceptions import NotFound


SIZE = 50

#: Seconds after which the page of a running import looks again.
AGAIN = 5

#: Which rows are shown.
FILTERS = {
    "": (_("All"), ()),
    "bad": (_("Stay out"), (batches.BAD, batches.FAILED)),
    "good": (_("Can be entered"), (batches.GOOD,)),
    "entered": (_("Entered"), (batches.ENTERED, batches.THERE)),
}

COLUMNS = (
    {"title": _("Row"), "css": "num"},
    {"title": _("Number")},
    {"title": _("Document"), "css": "su"},
    {"title": _("State"), "css": "du"},
    {"title": _("Findings")},
)

CONFIRM = _("Throw the list and its unpacked files away? Documents that were entered stay.")

ACTS = {
    "start": (actions.start_import, _("The documents are being entered.")),
    "stop": (actions.stop_import, _("The import is stopped. What was entered stays.")),
    "resume": (actions.resume_import, _("The import goes on where it was.")),
    "discard": (actions.discard_import, _("The list was thrown away.")),
}


class ImportList(OfficeForm):
    """The report on one list, with what can be done with it."""

    rail_id = "registers"
    page_class = "vp-import"

    def __call__(self):
        """The page; 404 for a list that is not this body's, or not for this person."""
        if self.batch is None:
            raise NotFound(self.__name__)
        return super().__call__()

    @cached_property
    def batch(self):
        """The import that was asked for."""
        return readable(self.context, self.text("uid"))

    @property
    def title(self) -> str:
        """The name of the list."""
        return self.batch.name

    def act(self):
        """Start, stop, resume or discard."""
        name = self.text("do")
        if name not in ACTS:
            raise InvalidInput(mark("Choose what to do with the list."))
        function, said = ACTS[name]
        function(self.context, self.batch.uid)
        self.gone = name == "discard"
        return said

    def next_url(self) -> str:
        """The same list, or the page of all when it is gone."""
        return self.up_url if self.gone else self.link()

    @property
    def up_url(self) -> str:
        """All imports of the body."""
        return f"{self.context.absolute_url()}/@@import-documents"

    @property
    def report_url(self) -> str:
        """The report as a workbook."""
        return f"{self.context.absolute_url()}/@@import-report?uid={self.batch.uid}"

    def link(self, show: str = "", page: int = 1) -> str:
        """Address of a page of some rows."""
        more = f"&show={show}" if show else ""
        more += f"&page={page}" if page > 1 else ""
        return f"{self.context.absolute_url()}/@@import-list?uid={self.batch.uid}{more}"

    @property
    def state(self) -> tuple:
        """Tint and words."""
        return state_of(self.batch)

    @property
    def is_running(self) -> bool:
        """Whether there will soon be something new to see."""
        return job_state(self.batch) in ("waiting", "running")

    @property
    def again(self) -> int | None:
        """Seconds after which the page looks again."""
        return AGAIN if self.is_running else None

    @cached_property
    def progress(self) -> str:
        """``1.200/9.000`` while it runs."""
        row = jobs.status(self.batch.job_uid)
        if row is None or not self.is_running or not row["total"]:
            return ""
        return f"{fmt.number(row['done'])}/{fmt.number(row['total'])}"

    @property
    def problem(self) -> str:
        """Why the job has failed."""
        row = jobs.status(self.batch.job_uid)
        return row["error"] if row is not None and row["state"] == "failed" else ""

    @property
    def unknown(self) -> list[str]:
        """Headings that nobody knows, by sheet."""
        return [
            f"{sheet}: {', '.join(f'“{one}”' for one in names)}"
            for sheet, names in self.batch.unknown.items()
        ]

    @cached_property
    def buttons(self) -> list[dict]:
        """What can be done now."""
        found = []
        state = job_state(self.batch)
        good = self.batch.count(batches.GOOD)
        if self.batch.state == "checked" and good:
            title = _("Enter ${n} documents", mapping={"n": fmt.number(good)})
            found.append({"value": "start", "title": title, "icon": "in", "css": "btn-official"})
        if self.batch.state in ("checking", "entering") and state in ("stopped", "failed"):
            found.append(_button("resume", _("Go on"), "play"))
        if self.is_running:
            found.append(_button("stop", _("Stop"), "x"))
        else:
            found.append(_button("discard", _("Throw the list away"), "x", CONFIRM))
        return found

    @property
    def show(self) -> str:
        """Which rows are shown."""
        asked = self.text("show")
        return asked if asked in FILTERS else ""

    @cached_property
    def tabs(self) -> list[dict]:
        """The choices of rows, with their counts."""
        return [
            {
                "title": title,
                "count": self.batch.count(*states) if states else self.batch.size,
                "url": self.link(name),
                "on": name == self.show,
            }
            for name, (title, states) in FILTERS.items()
        ]

    @cached_property
    def _found(self) -> list:
        wanted = FILTERS[self.show][1]
        rows = self.batch.rows.values()
        return [one for one in rows if not wanted or one.state in wanted]

    @cached_property
    def page(self) -> int:
        """The page that is shown, counted from 1."""
        asked = Given(self.request.form).whole("page", 1) or 1
        return max(1, min(asked, (len(self._found) - 1) // SIZE + 1))

    @cached_property
    def table(self) -> dict:
        """The rows, for the macro ``list_table``."""
        first = (self.page - 1) * SIZE
        rows = [_shown(one) for one in self._found[first : first + SIZE]]
        return {"caption": self.title, "columns": COLUMNS, "rows": rows, "css": "jobs"}

    @cached_property
    def paging(self) -> dict:
        """For the macro of that name."""
        total = len(self._found)
        first = (self.page - 1) * SIZE
        return {
            "first": first + 1 if total else 0,
            "last": min(first + SIZE, total),
            "total": total,
            "cap": 10**9,
            "previous": self.link(self.show, self.page - 1) if self.page > 1 else None,
            "next": self.link(self.show, self.page + 1) if first + SIZE < total else None,
        }


class Download(BrowserView):
    """A workbook, to be saved."""

    def send(self, name: str, data: bytes) -> bytes:
        """The answer."""
        sending.saved(self.request, template.MIME, name, len(data))
        return data


class ImportTemplate(Download):
    """``@@import-template``: the list to be filled in, with the names that the body has."""

    def __call__(self):
        """Send it."""
        return self.send(template.NAME, template.workbook({}, self.context))


class ImportReport(Download):
    """``@@import-report?uid=``: the report on a list."""

    def __call__(self):
        """Send it; 404 for who may not read the rows."""
        batch = readable(self.context, str(self.request.form.get("uid", "")))
        if batch is None:
            raise NotFound(self.__name__)
        stem = batch.name.rpartition(".")[0] or batch.name
        return self.send(f"{stem}-ket-qua.xlsx", report.xlsx(batch))


def readable(body, uid: str):
    """An import of this body whose rows this person may read, or None."""
    batch = batches.find(uid)
    if batch is None or batch.body_uid != body.UID() or not may_read(body, batch):
        return None
    return batch


def _button(value: str, title, icon: str, confirm=None) -> dict:
    return {"value": value, "title": title, "icon": icon, "css": "btn-quiet", "confirm": confirm}


def _shown(row) -> dict:
    tint, title = report.STATES[row.state]
    return {
        "number": row.number,
        "sheet": rules.SHEETS[row.direction],
        "label": row.label,
        "register": row.register,
        "subject": row.cell("subject"),
        "symbol": row.cell("symbol"),
        "organ": row.cell("organ_name"),
        "url": report.url(row),
        "tint": tint,
        "state": title,
        "findings": report.findings(row),
    }
