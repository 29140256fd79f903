"""A submission: the archive officer decides on each file; its papers."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles.browser import archive_words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.errors import InvalidInput
from vanphong.errors import mark


class SubmissionPage(CaseForm):
    """A submission: the archive officer decides on each file; its papers."""

    page_class = ""
    rail_id = "casefiles"

    @property
    def title(self) -> str:
        """Its name."""
        return self.context.title

    @property
    def parents(self) -> list[dict]:
        """The archive."""
        url = f"{api.portal.get().absolute_url()}/@@archive"
        return [{"title": _("Archive"), "url": f"{url}?box=submissions"}]

    @cached_property
    def may_decide(self) -> bool:
        """Whether this person is the archive."""
        return bool(api.user.has_permission(archive.TAKE_OVER, obj=self.context))

    @cached_property
    def rows(self) -> list[dict]:
        """The files with what was decided."""
        return [self._row(line, one) for line, one in archive.files_of(self.context) if one]

    def _row(self, line, case_file) -> dict:
        seen = bool(api.user.has_permission("View", obj=case_file))
        return {
            "uid": line.uid,
            "code": case_file.code,
            "title": case_file.title,
            "url": case_file.absolute_url() if seen else "",
            "retention": case_file.retention,
            "tint": archive_words.VERDICTS[line.verdict],
            "reason": line.reason,
            "by": line.by,
            "open": self.may_decide and not line.verdict and not case_file.frozen,
            "frozen": bool(case_file.frozen),
        }

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("Code of the file"), "css": "sy"},
            {"title": _("Title of the file"), "css": "su"},
            {"title": _("Retention period"), "css": "by"},
            {"title": _("Decision"), "css": "ac"},
        ]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @property
    def facts(self) -> list[dict]:
        """Who gives up what."""
        one = self.context
        known = [
            (_("Unit"), one.unit_title),
            (_("Submitted by"), one.submitted_title),
            (_("Submitted on"), f"{one.submitted_at:%d/%m/%Y %H:%M}"),
            (_("Papers that go with it"), one.paper),
            (_("Note"), one.note),
            (_("Decided by"), one.decided_title),
        ]
        return [{"term": term, "value": value} for term, value in known if value]

    def act(self):
        """Take a file over, or send it back."""
        uid = self.text("file")
        if self.text("do") == "take-over":
            archive.take_over_file(self.context, uid)
            return _("The file is in the archive.")
        if self.text("do") == "return":
            archive.return_file(self.context, uid, reason=self.text("reason"))
            return _("The file is sent back for completion.")
        raise InvalidInput(mark("Choose what to do."))
