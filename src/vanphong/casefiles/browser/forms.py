"""Forms of a file: open, change, shorten the retention."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import settings
from vanphong.casefiles.actions.opening import FIELDS
from vanphong.casefiles.actions.opening import next_notation
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.frame import Particulars
from vanphong.casefiles.rules import retention
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.ui.given import Given


class OpenFile(Particulars, CaseForm):
    """``@@open-file`` on a unit: a file that the list does not have."""

    title = _("Open a file")
    button = {"value": "open", "title": _("Open the file"), "icon": "plus"}
    made = None

    @property
    def subtitle(self) -> str:
        """The unit whose file it will be."""
        return self.context.title

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @property
    def back_url(self) -> str:
        """The list of files."""
        return self.crumbs[0]["url"]

    @cached_property
    def year(self) -> int:
        """The year that is typed, else this one."""
        typed = self.text("year")
        return int(typed) if typed.isdecimal() and len(typed) == 4 else clock.today().year

    @property
    def fields(self) -> list[dict]:
        """Particulars, number and maker."""
        number = {
            "name": "notation",
            "label": _("Number and symbol"),
            "width": 4,
            "placeholder": next_notation(self.context, self.year),
            "maxlength": 20,
            "help": _("Empty: the next free number."),
        }
        year = {
            "name": "year",
            "label": _("Year"),
            "kind": "number",
            "width": 2,
            "value": str(self.year),
        }
        made_by = {
            "name": "maker",
            "label": _("Made by"),
            "kind": "select",
            "width": 6,
            "options": [(one.user_id, one.title) for one in directory.people(self.context)],
            "value": people.me().user_id,
        }
        found = self.particulars(self._value, with_end=False)
        return [found[0], number, year, made_by, *found[1:]]

    def _value(self, name: str):
        if name == "retention":
            asked = self.suggestion
            return retention.period_text(asked.rule.years) if asked else "10 năm"
        return self.text(name) if name == "title" else ""

    @cached_property
    def suggestion(self):
        """The rule that the title fits, if any."""
        title = self.text("title")
        return settings.suggested(title) if title else None

    @property
    def retention_help(self):
        """By which rule, once there is a title."""
        found = self.suggestion
        if found is None:
            return _("Proposed by the title, when the table of periods has it.")
        return _(
            "Proposed: ${rule} (${law})",
            mapping={"rule": found.rule.title, "law": found.rule.law or found.rule.group},
        )

    def act(self):
        """Open it."""
        given = Given(self.request.form)
        self.made = actions.open_file(
            self.context,
            {name: self.text(name) for name in FIELDS if name != "ended_on"},
            year=given.whole("year"),
            notation=self.text("notation"),
            maker=self.text("maker"),
        )
        return _("Opened ${code}.", mapping={"code": self.made.code})

    def next_url(self) -> str:
        """The new file."""
        return self.made.absolute_url()


class EditFile(Particulars, CaseForm):
    """``@@edit-file``: particulars of an open file."""

    title = _("Change particulars")
    button = {"value": "save", "title": _("Save"), "icon": "check"}
    retention_help = _("Longer at any time; shorter with the approval of the archive officer.")

    @property
    def fields(self) -> list[dict]:
        """All that is typed."""
        return self.particulars(lambda name: getattr(self.context, name), with_end=True)

    def act(self):
        """Save."""
        actions.edit(self.context, {name: self.text(name) for name in FIELDS})
        return _("The particulars are saved.")


class LowerRetention(CaseForm):
    """``@@lower-retention``: a shorter period, approved with a reason."""

    title = _("Shorten the retention")
    button = {"value": "lower", "title": _("Approve"), "icon": "check", "kind": "official"}

    @property
    def notice(self):
        """What it is now."""
        return _(
            "Now ${period}. A shorter period is approved with the reason, which is kept.",
            mapping={"period": self.context.retention},
        )

    @property
    def fields(self) -> list[dict]:
        """The period and the reason."""
        shorter = [
            (retention.period_text(one), retention.period_text(one))
            for one in retention.OFFERED
            if retention.is_shorter(one, self.context.years)
        ]
        period = {
            "name": "retention",
            "label": _("New period"),
            "kind": "select",
            "width": 4,
            "options": shorter,
            "required": True,
        }
        reason = {
            "name": "reason",
            "label": _("Reason"),
            "kind": "textarea",
            "width": 12,
            "rows": 3,
            "required": True,
            "maxlength": 500,
        }
        return [period, reason]

    def act(self):
        """Approve it."""
        actions.lower_retention(self.context, self.text("retention"), reason=self.text("reason"))
        return _("The file is kept ${period} now.", mapping={"period": self.context.retention})
