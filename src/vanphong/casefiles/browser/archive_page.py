"""``@@archive``: Lưu trữ. What must be submitted, submissions, valuation, what is frozen."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles import places
from vanphong.casefiles.actions.lists import keeps_files
from vanphong.casefiles.archive_import import IMPORT
from vanphong.casefiles.browser.archive_rows import ArchiveRows
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.freeze_forms import bulk
from vanphong.casefiles.handover import HAND_OVER
from vanphong.errors import InvalidInput
from vanphong.errors import mark
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

    @cached_property
    def rows(self) -> ArchiveRows:
        """What there is to see."""
        return ArchiveRows(self.body, self.folder, self.request, is_keeper=self.is_keeper)

    @property
    def box(self) -> str:
        """Which part is shown."""
        asked = self.text("box")
        return asked if asked in BOXES else "due"

    @property
    def tabs(self) -> list[dict]:
        """For the macro of that name."""
        titles = {
            "due": (_("To be submitted"), len(self.rows.due)),
            "submissions": (_("Submissions"), len(self.rows.submissions)),
            "valuation": (_("Retention is over"), len(self.rows.expired)),
            "frozen": (_("Frozen"), len(self.rows.frozen)),
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

    @property
    def may_submit(self) -> bool:
        """Whether anything can be chosen."""
        return any(row["may"] for row in self.rows.due)

    @property
    def bulk_bar(self) -> dict:
        """For the macro of that name: lifting, where something is frozen that one may lift."""
        if self.box != "frozen" or not any(row["may"] for row in self.rows.frozen):
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
                self.rows.due,
            ),
            "submissions": (
                (("su", _("Submission")), ("by", _("Unit")), ("num", _("Files")), ("du", "")),
                self.rows.submissions,
            ),
            "valuation": ((code, what, ("by", _("Kept until")), ("du", "")), self.rows.expired),
            "frozen": (
                (
                    ("ck", ""),
                    ("sy", _("Number and symbol")),
                    ("su", _("Title or subject")),
                    ("by", _("Reason")),
                    ("ac", ""),
                ),
                self.rows.frozen,
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
