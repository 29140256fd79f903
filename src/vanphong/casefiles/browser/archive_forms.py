"""Small forms of the archive: reopen, keep back, value."""

from functools import cached_property
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles import archive_due
from vanphong.casefiles import archive_settings
from vanphong.casefiles import closing
from vanphong.casefiles import valuation
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.archive import add_months
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ui.given import Given


def reason_field(help_="") -> dict:
    """The reason that an act needs."""
    return {
        "name": "reason",
        "label": _("Reason"),
        "kind": "textarea",
        "width": 12,
        "rows": 3,
        "required": True,
        "maxlength": 500,
        "help": help_,
    }


class Reopen(CaseForm):
    """``@@reopen-file``."""

    title = _("Open the closed file again")
    button = {"value": "reopen", "title": _("Open again"), "icon": "reload"}
    notice = _("The inventory falls away and is made anew when the file is closed.")

    @property
    def fields(self) -> list[dict]:
        """The reason."""
        return [reason_field()]

    def act(self):
        """Open it."""
        closing.reopen_file(self.context, reason=self.text("reason"))
        return _("The file is open again.")


class KeepBack(CaseForm):
    """``@@keep-back-file``."""

    title = _("Keep the file back")
    button = {"value": "keep", "title": _("Note the consent"), "icon": "check", "kind": "official"}

    @cached_property
    def last(self):
        """The last day of submission."""
        return archive_due.last_day(self.context)

    @property
    def notice(self):
        """Until when it may be."""
        if self.last is None:
            return ""
        terms = archive_settings.terms()
        return _(
            "To be submitted by ${day}. With written consent it is kept until ${latest} at most.",
            mapping={
                "day": f"{self.last:%d/%m/%Y}",
                "latest": f"{add_months(self.last, terms.keep_back_months):%d/%m/%Y}",
            },
        )

    @property
    def fields(self) -> list[dict]:
        """Until when, by which paper, why."""
        return [
            {"name": "until", "label": _("Keep until"), "kind": "date", "required": True},
            {
                "name": "basis",
                "label": _("Written consent (number, day)"),
                "width": 8,
                "required": True,
                "maxlength": 200,
            },
            reason_field(),
        ]

    def act(self):
        """Note it."""
        until = Given(self.request.form).day("until")
        if until is None:
            raise InvalidInput(mark("“${name}” is missing."), field="until", name=_("Keep until"))
        archive.keep_back_file(
            self.context, until=until, reason=self.text("reason"), basis=self.text("basis")
        )
        return _("The consent is noted.")


class Value(CaseForm):
    """``@@value-file``."""

    title = _("Decide on the file")
    button = {"value": "value", "title": _("Note the decision"), "icon": "check"}
    notice = _("Nothing is deleted: what is proposed for destruction stays here as it is.")

    @property
    def fields(self) -> list[dict]:
        """What becomes of it."""
        periods = [
            (retention.period_text(one), retention.period_text(one))
            for one in retention.OFFERED
            if one == retention.PERMANENT or retention.is_shorter(self.context.years, one)
        ]
        return [
            {
                "name": "verdict",
                "label": _("Decision"),
                "kind": "radio",
                "width": 12,
                "value": "keep",
                "options": [
                    (str(key), words.message(text)) for key, text in valuation.VERDICTS.items()
                ],
            },
            {
                "name": "period",
                "label": _("New period, when it is kept longer"),
                "kind": "select",
                "width": 6,
                "options": periods,
            },
            reason_field(_("Number and day of the decision.")),
        ]

    def act(self):
        """Note it."""
        valuation.value_file(
            self.context,
            self.text("verdict"),
            reason=self.text("reason"),
            period=self.text("period"),
        )
        return _("The decision is noted.")
