"""``@@close-file``: what stands in the way of closing, each with its mending; then closing."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import closing
from vanphong.casefiles import closing_facts
from vanphong.casefiles.browser import archive_words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules.closing import Mend
from vanphong.casefiles.rules.closing import refusing
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ui.given import Given


#: So many findings are shown; the others come up when these are mended.
SHOWN = 100


class CloseFile(CaseForm):
    """The checks and the act on one page."""

    title = _("Close the file")
    page_class = ""

    @cached_property
    def findings(self):
        """All of them, as of now."""
        return closing_facts.findings(self.context)

    @property
    def hard(self) -> int:
        """How many of them refuse."""
        return len(refusing(self.findings))

    @property
    def bearable(self) -> int:
        """How many of them need a word of whoever closes."""
        return len(self.findings) - self.hard

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.findings) - SHOWN)

    @cached_property
    def rows(self) -> list[dict]:
        """The findings, those that refuse first."""
        ordered = sorted(self.findings, key=lambda one: (one.is_bearable, one.number))
        return [self._row(one) for one in ordered[:SHOWN]]

    def _row(self, one) -> dict:
        url = self.context.absolute_url()
        page = self.request.physicalPathToURL(one.path.split("/")) if one.path else ""
        links = {
            Mend.FILE: f"{url}/@@edit-file",
            Mend.RETENTION: f"{url}/@@edit-file",
            Mend.TASK: page,
            Mend.DOCUMENT: page,
        }
        return {
            "number": one.number or "",
            "text": archive_words.finding(one),
            "tint": ("soon", _("can stay")) if one.is_bearable else ("late", _("must be mended")),
            "document": one.document_uid,
            "mend": str(one.mend),
            "mend_title": archive_words.MENDS.get(one.mend, ""),
            "link": links.get(one.mend, ""),
            "reason": _("Duplicate or draft, taken out before closing"),
        }

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("No."), "css": "no"},
            {"title": _("What was found"), "css": "su"},
            {"title": "", "css": "by"},
            {"title": _("Mend it"), "css": "ac"},
        ]
        return {"columns": columns, "rows": self.rows, "caption": _("Checks before closing")}

    @property
    def fields(self) -> list[dict]:
        """Day of the end, construction, and the word."""
        day = self.context.ended_on or clock.today()
        found = [
            {
                "name": "ended_on",
                "label": _("The work ended on"),
                "kind": "date",
                "width": 4,
                "value": f"{day:%d/%m/%Y}",
                "help": _("Retention and submission to the archive count from it."),
            },
            {
                "name": "construction",
                "label": _("Kind of work"),
                "kind": "radio",
                "width": 8,
                "value": "yes" if self.context.construction else "no",
                "options": [("no", _("Other work")), ("yes", _("Construction work"))],
            },
        ]
        if self.bearable:
            found.append(
                {
                    "name": "accept",
                    "label": _("What is missing"),
                    "kind": "checks",
                    "width": 12,
                    "value": [],
                    "options": [("yes", _("I close the file though this is missing"))],
                }
            )
        return found

    @property
    def send_bar(self) -> dict:
        """Close it, or go back."""
        back = {"url": self.back_url, "title": _("Back"), "kind": "text"}
        close = {
            "name": "do",
            "value": "close",
            "title": _("Close the file"),
            "icon": "lock",
            "kind": "official",
            "primary": True,
        }
        return {"acts": [back] if self.hard else [close, back]}

    def act(self):
        """Take a document out, enter pages, or close the file."""
        what, given = self.text("do"), Given(self.request.form)
        if what == "take-out":
            actions.take_out(self.context, self.text("document"), reason=self.text("reason"))
            return _("Taken out of the file.")
        if what == "pages":
            pages = given.whole("pages")
            actions.change_entry(self.context, self.text("document"), pages=pages)
            return _("The pages are saved.")
        if what != "close":
            raise InvalidInput(mark("Choose what to do."))
        closing.close_file(
            self.context,
            ended_on=given.day("ended_on"),
            construction=self.text("construction") == "yes",
            accept=bool(self.texts("accept")),
        )
        return _("The file is closed. Its inventory is being made.")

    def next_url(self) -> str:
        """The checks again, or the closed file."""
        url = self.context.absolute_url()
        return url if self.text("do") == "close" else f"{url}/@@close-file"
