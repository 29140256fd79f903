"""``@@archive``: Lưu trữ. What must be submitted, submissions, valuation, what is frozen."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles import archive_due
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import valuation
from vanphong.casefiles.actions.lists import keeps_files
from vanphong.casefiles.archive_import import IMPORT
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.freeze_forms import bulk
from vanphong.casefiles.handover import HAND_OVER
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.states import State
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import case_files
from vanphong.organisation import directory
from vanphong.organisation import people


BOXES = ("due", "submissions", "valuation", "frozen")


class ArchivePage(CaseForm):
    """The archive of the body of this person."""

    title = _("Archive")
    page_class = ""

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@archive"

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @cached_property
    def body(self):
        """The body whose archive it is; of several, one that has files, which this person keeps."""
        units = [directory.unit_object(uid) for uid in people.me().units()]
        found = [directory.body_of(unit) for unit in units if unit is not None]
        found.sort(key=lambda one: (_folder(one) is None, not keeps_files(one)))
        return next(iter(found), None)

    @cached_property
    def folder(self):
        """Where the files of the body are kept; None while there are none."""
        return None if self.body is None else _folder(self.body)

    @cached_property
    def is_keeper(self) -> bool:
        """Whether this person sees all files of the body."""
        return self.body is not None and keeps_files(self.body)

    @cached_property
    def may_import(self) -> bool:
        """Whether packages come in by this person."""
        return self.folder is not None and bool(api.user.has_permission(IMPORT, obj=self.folder))

    @property
    def led(self) -> list[dict]:
        """Units whose people hand over their work here: those that this person leads."""
        found = [directory.unit_object(uid) for uid in people.me().leads()]
        return [
            {"title": unit.short_name or unit.title, "url": f"{unit.absolute_url()}/@@hand-over"}
            for unit in found
            if unit is not None and api.user.has_permission(HAND_OVER, obj=unit)
        ]

    @property
    def box(self) -> str:
        """Which part is shown."""
        asked = self.text("box")
        return asked if asked in BOXES else "due"

    @property
    def tabs(self) -> list[dict]:
        """For the macro of that name."""
        titles = {
            "due": (_("To be submitted"), len(self.due)),
            "submissions": (_("Submissions"), len(self.submissions)),
            "valuation": (_("Retention is over"), len(self.expired)),
            "frozen": (_("Frozen"), len(self.frozen)),
        }
        shown = BOXES if self.is_keeper else BOXES[:2]
        return [
            {
                "title": titles[name][0],
                "count": titles[name][1],
                "url": f"{self.url}?box={name}",
                "on": name == self.box,
            }
            for name in shown
        ]

    # what must be submitted

    @cached_property
    def due(self) -> list[dict]:
        """Closed files that this person may see: due ones first."""
        if self.body is None:
            return []
        seen = self._seen()
        found = archive_due.due(self.body.UID(), only_due=False)
        rows = [self._due(one) for one in found if seen is None or one.row["case_file_uid"] in seen]
        return sorted(rows, key=lambda row: (not row["must"], row["last"]))

    def _seen(self):
        if self.is_keeper:
            return None
        filters = case_files.Filters(states=tuple(archive_due.WAITING))
        listed = case_files.listed(people.me().tokens, filters, size=500)
        return {row["case_file_uid"] for row in listed.rows}

    def _due(self, one) -> dict:
        row = one.row
        if one.is_late:
            tint = ("late", _("late"))
        elif one.is_due:
            tint = ("soon", _("due"))
        else:
            tint = ("plain", _("not due yet"))
        case_file = places.find(row["case_file_uid"])
        return {
            **self._file(row),
            "last": one.last,
            "tint": tint if one.must else ("line", _("need not be submitted")),
            "kept": bool(one.kept),
            "must": one.must,
            "maker": row["maker_title"],
            "may": row["state"] == State.CLOSED
            and not row["frozen"]
            and bool(api.user.has_permission(archive.SUBMIT, obj=case_file)),
        }

    def _file(self, row: dict) -> dict:
        return {
            "uid": row["case_file_uid"],
            "code": row["code"],
            "title": row["title"],
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "retention": retention.period_text(row["years"]),
            "documents": row["documents"],
            "ended": row["ended_on"],
        }

    @property
    def may_submit(self) -> bool:
        """Whether anything can be chosen."""
        return any(row["may"] for row in self.due)

    # the other parts

    @cached_property
    def submissions(self) -> list[dict]:
        """Those that this person may see."""
        found = [] if self.folder is None else archive.submissions(self.folder)
        return [
            {
                "title": one.title,
                "url": one.absolute_url(),
                "unit": one.unit_title,
                "by": one.submitted_title,
                "at": one.submitted_at,
                "files": len(one.lines),
                "tint": ("done", _("Decided"))
                if one.is_decided
                else ("soon", _("Awaits the archive")),
            }
            for one in found
        ]

    @cached_property
    def expired(self) -> list[dict]:
        """Files whose retention is over."""
        if not self.is_keeper:
            return []
        found = valuation.expired(self.body.UID())
        return [
            {**self._file(row), "due_year": row["due_year"], "tint": words.state(row["state"])}
            for row in found
        ]

    @cached_property
    def frozen(self) -> list[dict]:
        """What is frozen in this body."""
        if not self.is_keeper:
            return []
        uid = self.body.UID()
        return [self._frozen(one) for one in freeze.frozen() if one.body_uid == uid]

    def _frozen(self, one) -> dict:
        held = freeze.own(one)
        return {
            "uid": one.UID(),
            "title": one.title,
            "sign": one.code if ICaseFile.providedBy(one) else one.symbol,
            "url": one.absolute_url(),
            "reason": held.reason,
            "order": held.order,
            "by": held.by,
            "at": held.at,
            "may": bool(api.user.has_permission(freeze.FREEZE, obj=one)),
        }

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name: lifting, where something is frozen that one may lift."""
        if self.box != "frozen" or not any(row["may"] for row in self.frozen):
            return {"acts": []}
        offers = bulk("archive", [self.body])
        return {"acts": [one.button for one in offers if one.value == "lift"]}

    def columns(self, *pairs) -> list[dict]:
        """Columns of a table."""
        return [{"title": title, "css": css} for css, title in pairs]

    @property
    def table(self) -> dict:
        """The table of the part that is shown, for the macro ``list_table``."""
        code, what = ("sy", _("Code of the file")), ("su", _("Title of the file"))
        tables = {
            "due": (
                (
                    *([("ck", "")] if self.may_submit else []),
                    code,
                    what,
                    ("by", _("Made by")),
                    ("du", _("To be submitted by")),
                ),
                self.due,
            ),
            "submissions": (
                (("su", _("Submission")), ("by", _("Unit")), ("num", _("Files")), ("du", "")),
                self.submissions,
            ),
            "valuation": ((code, what, ("by", _("Kept until")), ("du", "")), self.expired),
            "frozen": (
                (
                    ("ck", ""),
                    ("sy", _("Number and symbol")),
                    ("su", _("Title or subject")),
                    ("by", _("Reason")),
                    ("ac", ""),
                ),
                self.frozen,
            ),
        }
        columns, rows = tables[self.box]
        return {"columns": self.columns(*columns), "rows": rows, "caption": self.title}

    @property
    def submit_fields(self) -> list[dict]:
        """What goes with the files."""
        return [
            {
                "name": "paper",
                "label": _("Papers that go with it"),
                "width": 6,
                "maxlength": 200,
                "placeholder": "2 hộp, 5 hồ sơ, 0,4 mét giá",
                "help": _("Empty when everything is electronic."),
            },
            {"name": "note", "label": _("Note"), "width": 6, "maxlength": 500},
        ]

    @property
    def submit_bar(self) -> dict:
        """The act."""
        submit = {
            "name": "do",
            "value": "submit",
            "title": _("Submit what is ticked"),
            "icon": "send",
            "kind": "official",
            "primary": True,
        }
        return {"acts": [submit]}

    def act(self):
        """Submit what was chosen."""
        if self.folder is None:
            raise InvalidInput(mark("Choose at least one file."), field="files")
        made = archive.submit_files(
            self.folder,
            self.texts("files"),
            note=self.text("note"),
            paper=self.text("paper"),
        )
        self.made = made
        return _("${n} files are submitted.", mapping={"n": len(made.lines)})

    def next_url(self) -> str:
        """The submission."""
        return self.made.absolute_url()


def _folder(body):
    """Where the files of a body are kept; None while there are none."""
    root = api.portal.get().get(places.ROOT)
    found = () if root is None else root.objectValues()
    return next((one for one in found if one.body_uid == body.UID()), None)
