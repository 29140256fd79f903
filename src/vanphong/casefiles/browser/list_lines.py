"""``@@edit-lines``: writing a file list, line by line, also without JavaScript.

Every button sends all lines; what was typed is kept first, then the button's own deed done.
"""

from dataclasses import replace
from functools import cached_property
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import file_list_sheets as sheets
from vanphong.casefiles.actions.lists import new_uid
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.file_list import FileListPage
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.ui.given import Given


#: What a line that is added is called until somebody writes its title.
NEW = {
    Kind.LARGE: "Đề mục mới",
    Kind.SMALL: "Đề mục nhỏ mới",
    Kind.FILE: "Hồ sơ mới",
}


class EditLines(FileListPage, CaseForm):
    """The lines as inputs."""

    page_class = ""
    deed = ""

    @property
    def parents(self) -> list[dict]:
        """The list."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def numbering(self) -> dict:
        """How files are numbered, for the macro ``field``."""
        return {
            "name": "numbering",
            "label": _("Numbers of the files"),
            "kind": "radio",
            "width": 12,
            "value": self.context.numbering,
            "options": [
                ("heading", _("begin at 01 in each large heading")),
                ("through", _("run through the whole list")),
            ],
        }

    @cached_property
    def lines(self) -> list[dict]:
        """The lines as the inputs show them: as typed, after a refusal."""
        shown = []
        for row, line in zip(self.rows, self.context.lines, strict=True):
            uid = line.uid
            shown.append(
                {
                    **row,
                    "title": self.typed(f"title-{uid}", line.title),
                    "abbreviation": self.typed(f"abbreviation-{uid}", line.abbreviation),
                    "kept": self.typed(f"kept-{uid}", row["kept"]),
                    "maker": self.typed(f"maker-{uid}", line.maker_title),
                    "note": self.typed(f"note-{uid}", line.note),
                }
            )
        return shown

    @property
    def periods(self) -> list[str]:
        """Retention periods offered while typing."""
        return [text for text, _title in words.periods()]

    @cached_property
    def staff(self) -> dict[str, tuple[str, str]]:
        """Names of makers offered while typing, with user and unit."""
        return sheets.staff_names(self.body)

    @property
    def names(self) -> list[str]:
        """The names alone."""
        return sorted(self.staff)

    # the deed

    def act(self):
        """Keep what was typed, then do what the button says."""
        given = Given(self.request.form)
        deed, _colon, self.deed = self.text("do").partition(":")
        doing = {
            "save": lambda lines: lines,
            "large": lambda lines: self._added(lines, Kind.LARGE),
            "small": lambda lines: self._added(lines, Kind.SMALL),
            "file": lambda lines: self._added(lines, Kind.FILE),
            "up": lambda lines: lists.moved(lines, self.deed, -1),
            "down": lambda lines: lists.moved(lines, self.deed, 1),
            "remove": lambda lines: lists.removed(lines, self.deed),
        }.get(deed)
        if doing is None:
            raise InvalidInput(mark("Choose what is to be done."))
        actions.edit_list(
            self.context,
            lambda lines: doing(self._typed(lines)),
            revision=given.whole("revision"),
            numbering=self.text("numbering"),
        )
        return _("The list is saved.")

    def _added(self, lines: lists.Lines, kind: Kind) -> lists.Lines:
        number = sum(one.kind is Kind.LARGE for one in lines) + 1
        abbreviation = f"DM{number}" if kind is Kind.LARGE else ""
        line = Line(new_uid(), kind, NEW[kind], abbreviation, years=10)
        added = lists.added(lines, line, self.deed)
        self.deed = line.uid
        return added

    def _typed(self, lines: lists.Lines) -> lists.Lines:
        return tuple(self._one(line) for line in lines)

    def _one(self, line: Line) -> Line:
        uid = line.uid
        if f"title-{uid}" not in self.request.form:
            return line
        line = replace(line, title=self.text(f"title-{uid}"), note=self.text(f"note-{uid}"))
        if line.kind is Kind.LARGE:
            return replace(line, abbreviation=self.text(f"abbreviation-{uid}"))
        if line.kind is Kind.SMALL:
            return line
        maker = " ".join(self.text(f"maker-{uid}").split())
        years = retention.parse_period(self.text(f"kept-{uid}"), f"kept-{uid}")
        if maker == line.maker_title:
            return replace(line, years=years)
        user, unit = self._folded.get(fold(maker), ("", ""))
        return replace(line, years=years, maker=user, unit=unit, maker_title=maker)

    @cached_property
    def _folded(self) -> dict[str, tuple[str, str]]:
        return {fold(name): who for name, who in self.staff.items()}

    def next_url(self) -> str:
        """The same page, at the line that was touched."""
        place = f"#line-{self.deed}" if self.deed else ""
        return f"{self.context.absolute_url()}/@@edit-lines{place}"


class ImportLines(CaseForm):
    """``@@import-lines``: the lines of a spreadsheet in the place of those that are there."""

    title = _("Read the list from a spreadsheet")
    button = {"value": "read", "title": _("Read it"), "icon": "upload"}
    sends_files = True

    @property
    def parents(self) -> list[dict]:
        """The list."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def notice(self):
        """What happens."""
        return _(
            "The spreadsheet has the columns of the printed form: number and symbol, heading and "
            "title, retention period, maker, note. Its lines take the place of all that are there."
        )

    @property
    def fields(self) -> list[dict]:
        """The file."""
        return [
            {
                "name": "sheet",
                "label": _("Spreadsheet (.xlsx)"),
                "files": True,
                "accept": ".xlsx",
                "max_bytes": sheets.LARGEST,
                "required": True,
            }
        ]

    def act(self):
        """Read it."""
        sent = self.upload("sheet")
        if sent is None:
            raise InvalidInput(mark("Choose the spreadsheet first."), field="sheet")
        data = sent.read(sheets.LARGEST + 1)
        body = directory.unit_object(self.context.body_uid)
        lines = sheets.read(data, body)
        actions.edit_list(self.context, lambda _old: lines)
        return _("${n} lines are read.", mapping={"n": len(lines)})

    def next_url(self) -> str:
        """The lines."""
        return f"{self.context.absolute_url()}/@@edit-lines"
