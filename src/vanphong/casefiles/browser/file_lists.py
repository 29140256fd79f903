"""``@@file-lists``: the lists of the years of the person's bodies, and beginning a new one."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import places
from vanphong.casefiles import planned
from vanphong.casefiles.actions.lists import keeps_files
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules import file_list as lists
from vanphong.documents.browser import scope
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import people
from vanphong.ui.given import Given


class FileLists(CaseForm):
    """All lists that the person may see; who keeps files may begin one."""

    title = _("File lists")
    made = None

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @cached_property
    def bodies(self) -> list:
        """The bodies to which the person belongs."""
        return scope.bodies(people.me())

    @cached_property
    def rows(self) -> list[dict]:
        """The lists, the newest first."""
        found = [one for body in self.bodies for one in places.file_lists(body.UID())]
        return [self._row(one) for one in found if scope.may("View", one)]

    def _row(self, file_list) -> dict:
        tint, said = words.STATUS[planned.status(file_list)]
        totals = lists.totals(file_list.lines)
        titles = {body.UID(): body.title for body in self.bodies}
        return {
            "url": file_list.absolute_url(),
            "year": file_list.year,
            "title": file_list.title,
            "body": titles.get(file_list.body_uid, ""),
            "files": totals.files,
            "permanent": totals.permanent,
            "tint": tint,
            "state": said,
            "approved": file_list.approved_at,
            "by": file_list.approved_title,
        }

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("Year"), "css": "no"},
            {"title": _("File list"), "css": "su"},
            {"title": _("Case files"), "css": "num"},
            {"title": _("Permanent"), "css": "num"},
            {"title": _("State")},
        ]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @cached_property
    def kept(self) -> list:
        """The bodies for which this person may begin a list."""
        return [body for body in self.bodies if keeps_files(body)]

    @property
    def fields(self) -> list[dict]:
        """Body, year, and the list to begin with."""
        if not self.kept:
            return []
        there = {one.year for body in self.kept for one in places.file_lists(body.UID())}
        this = clock.today().year
        offered = [one for one in (this + 1, this, this - 1) if one not in there] or [this + 1]
        olds = sorted(there, reverse=True)
        found = [
            {
                "name": "year",
                "label": _("Year"),
                "kind": "select",
                "width": 3,
                "options": [(str(one), str(one)) for one in offered],
            },
            {
                "name": "copy_from",
                "label": _("Begin with"),
                "kind": "select",
                "width": 5,
                "value": str(olds[0]) if olds else "",
                "options": [
                    *((str(one), _("the list of ${year}", mapping={"year": one})) for one in olds),
                    ("", _("an empty list")),
                ],
            },
        ]
        if len(self.kept) > 1:
            options = [(body.UID(), body.title) for body in self.kept]
            body = {"name": "body", "label": _("Body"), "kind": "select", "width": 4}
            return [{**body, "options": options}, *found]
        return found

    @property
    def send_bar(self) -> dict:
        """Begin it."""
        begin = {"value": "start", "title": _("Begin the list"), "icon": "plus", "kind": "work"}
        return {"acts": [begin]}

    def act(self):
        """Begin a list."""
        given = Given(self.request.form)
        chosen = [body for body in self.kept if body.UID() == self.text("body")] or self.kept
        if not chosen:
            raise InvalidInput(mark("Only who keeps the files of the body begins its list."))
        year = given.whole("year")
        if year is None:
            raise InvalidInput(mark("“${name}” is missing."), field="year", name=_("Year"))
        copy_from = given.whole("copy_from") or 0
        self.made = actions.start_list(chosen[0], year, copy_from=copy_from)
        return _("The list of ${year} is begun.", mapping={"year": year})

    def next_url(self) -> str:
        """The page on which it is written."""
        return f"{self.made.absolute_url()}/@@edit-lines"
