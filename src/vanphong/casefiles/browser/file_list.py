"""The page of a file list: its lines, what is opened of them, submitting and approving."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import planned
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Status
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import case_files
from vanphong.ledger.acts import ACTS
from vanphong.organisation import directory
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.offers import action_bar


class FileListPage(BrowserView):
    """What the page and the printed form have in common."""

    rail_id = "casefiles"

    @property
    def title(self) -> str:
        """Title of the list."""
        return self.context.title

    @cached_property
    def body(self):
        """The body whose list it is."""
        return directory.unit_object(self.context.body_uid)

    @cached_property
    def status(self) -> Status:
        """How far it has come."""
        return planned.status(self.context)

    @property
    def totals(self) -> lists.Totals:
        """How many files it has."""
        return lists.totals(self.context.lines)

    @cached_property
    def rows(self) -> list[dict]:
        """The lines with their signs."""
        return [
            {
                "uid": one.line.uid,
                "kind": str(one.line.kind),
                "is_file": one.line.kind is Kind.FILE,
                "sign": one.sign,
                "title": one.line.title,
                "kept": retention.period_text(one.line.years),
                "maker": one.line.maker_title,
                "note": one.line.note,
            }
            for one in planned.signs(self.context)
        ]


class FileListView(FileListPage, CaseForm):
    """The list for the person in front of it; posted to, it goes a step further."""

    page_class = ""
    open_title = _("Open the selected files")

    @property
    def is_approved(self) -> bool:
        """Whether files are opened by it."""
        return self.status is Status.APPROVED

    @property
    def parents(self) -> list[dict]:
        """The lists."""
        return [
            {"title": _("File lists"), "url": f"{api.portal.get().absolute_url()}/@@file-lists"}
        ]

    @property
    def badge(self) -> tuple:
        """Tint and words of the state."""
        return words.STATUS[self.status]

    @cached_property
    def waiting(self) -> dict[str, str]:
        """Ids of lines that this person may open now, with their signs."""
        return {one.line.uid: one.sign for one in planned.waiting(self.context)}

    @cached_property
    def opened(self) -> dict[str, dict]:
        """Files opened from the lines, by line."""
        if self.status is not Status.APPROVED:
            return {}
        return case_files.opened_lines([one.uid for one in self.context.lines])

    @cached_property
    def shown(self) -> list[dict]:
        """The rows with what was opened of each, and whether this person may open it."""
        found = []
        for row in self.rows:
            there = self.opened.get(row["uid"])
            file = None
            if there is not None:
                tint, said = words.state(there["state"])
                url = self.request.physicalPathToURL(there["path"].split("/"))
                file = {"url": url, "tint": tint, "state": said}
            found.append({**row, "file": file, "may_open": row["uid"] in self.waiting})
        return found

    def may(self, act: str) -> bool:
        """Whether the permission of an act is granted here now."""
        return bool(getSecurityManager().checkPermission(ACTS[act].permission, self.context))

    @cached_property
    def action_bar(self) -> dict:
        """What this person may do with the list."""
        return action_bar(self._offers(), self.context.absolute_url())

    def _offers(self):
        edits, approves = self.may("edit_file_list"), self.may("approve_file_list")
        url = self.context.absolute_url()
        if self.status is Status.SUBMITTED and approves:
            sure = _("Approve the list? Its files are opened by it from now on.")
            yield Offer(
                "approve",
                _("Approve"),
                "check",
                10,
                filled="official",
                post=True,
                url=url,
                confirm=sure,
            )
            yield Offer("return", _("Send back"), "back", 20, page="@@return-list")
        if self.status is Status.SUBMITTED and edits:
            yield Offer("take_back", _("Take back"), "back", 70, post=True, url=url)
        if self.status is Status.DRAFT and edits:
            yield Offer("edit", _("Write the list"), "pen", 15, page="@@edit-lines")
            if self.context.lines:
                yield Offer("submit", _("Submit to the head"), "send", 12, post=True, url=url)
        yield Offer("print", _("Print"), "print", 80, url=f"{url}/@@print-list")
        yield Offer("docx", _("Download as Word"), "dl", 81, url=f"{url}/@@list-docx")
        yield Offer("xlsx", _("Download as Excel"), "dl", 82, url=f"{url}/@@list-xlsx")

    def act(self):
        """Submit, take back or approve."""
        doing = {
            "submit": (actions.submit_list, _("The list lies before the head.")),
            "take_back": (actions.take_back_list, _("The list is taken back.")),
            "approve": (actions.approve_list, _("The list is approved.")),
        }
        chosen = doing.get(self.text("do"))
        if chosen is None:
            raise InvalidInput(mark("Choose what is to be done."))
        chosen[0](self.context)
        return chosen[1]


class OpenPlanned(CaseForm):
    """``@@open-planned``: posted the lines, it opens the files."""

    title = _("Open files of the list")
    button = {"value": "open", "title": _("Open the files"), "icon": "plus"}
    made: tuple = ()

    @property
    def parents(self) -> list[dict]:
        """The list."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def fields(self) -> list[dict]:
        """The files that this person may open."""
        rows = planned.waiting(self.context)
        options = [(one.line.uid, f"{one.sign} {one.line.title}") for one in rows]
        chosen = [one.line.uid for one in rows]
        return [
            {
                "name": "lines",
                "label": _("Case files"),
                "kind": "checks",
                "width": 12,
                "value": chosen,
                "options": options,
            }
        ]

    def act(self):
        """Open them."""
        self.made = actions.open_planned(self.context, self.texts("lines"))
        return _("${n} files opened.", mapping={"n": len(self.made)})

    def next_url(self) -> str:
        """The file when it is one, else the list of files."""
        if len(self.made) == 1:
            return self.made[0].absolute_url()
        return self.crumbs[0]["url"]


class ReturnList(CaseForm):
    """``@@return-list``: the head sends the list back."""

    title = _("Send the list back")
    button = {"value": "return", "title": _("Send back"), "icon": "back"}

    @property
    def parents(self) -> list[dict]:
        """The list."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def fields(self) -> list[dict]:
        """Why."""
        return [
            {
                "name": "reason",
                "label": _("Reason"),
                "kind": "textarea",
                "rows": 4,
                "width": 12,
                "required": True,
                "autofocus": True,
                "maxlength": 1000,
            }
        ]

    def act(self):
        """Send it back."""
        actions.return_list(self.context, reason=self.text("reason"))
        return _("The list is sent back.")
