"""Forms of a file: open, change, shorten the retention, roster, one entry."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles import settings
from vanphong.casefiles import team
from vanphong.casefiles.actions.opening import FIELDS
from vanphong.casefiles.actions.opening import next_notation
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.frame import Particulars
from vanphong.casefiles.browser.frame import staff_groups
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.entries import KINDS
from vanphong.errors import InvalidInput
from vanphong.errors import mark
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


class FileTeam(CaseForm):
    """``@@file-team``: who works on the file."""

    title = _("Who works on the file")
    button = {"name": "act", "value": "set", "title": _("Put on the roster"), "icon": "plus"}

    @property
    def notice(self):
        """What the roster is for."""
        return _(
            "Whoever is on the roster sees what lies in the file. A document opens by its own "
            "rights, or when whoever filed it has opened it to the roster."
        )

    @property
    def members(self) -> list[dict]:
        """Who is on it."""
        return [
            {"user_id": one.user_id, "title": one.title, "part": words.PARTS[one.part]}
            for one in team.members(self.context)
        ]

    @property
    def fields(self) -> list[dict]:
        """The person and the part."""
        body = directory.unit_object(self.context.body_uid)
        person = {
            "name": "person",
            "label": _("Person"),
            "groups": staff_groups(body),
            "prompt": _("Choose"),
            "required": True,
        }
        part = {
            "name": "part",
            "label": _("Part in the file"),
            "kind": "radio",
            "width": 12,
            "value": "contributor",
            "options": list(words.PARTS.items()),
        }
        return [person, part]

    def act(self):
        """Put somebody on the roster, or take somebody off."""
        leaving = self.text("remove")
        if leaving:
            actions.remove_member(self.context, leaving)
            return _("Taken off the roster.")
        if not self.text("person"):
            raise InvalidInput(mark("“${name}” is missing."), field="person", name=_("Person"))
        actions.set_member(self.context, self.text("person"), self.text("part"))
        return _("The roster is changed.")

    def next_url(self) -> str:
        """The roster again."""
        return f"{self.context.absolute_url()}/@@file-team"


class EntryForm(CaseForm):
    """``@@entry?document=…``: what the file says of one document, or taking it out."""

    title = _("Entry of the file")

    @cached_property
    def entry(self):
        """The entry asked for.

        :raises InvalidInput: when there is none.
        """
        found = entries.of_document(self.context, self.text("document"))
        if found is None:
            raise InvalidInput(mark("The document is not in this file any more."))
        return found

    def render(self):
        """The form; a document that is gone leads back to the file."""
        if entries.of_document(self.context, self.text("document")) is None:
            return self.request.response.redirect(self.context.absolute_url())
        return super().render()

    @property
    def send_bar(self) -> dict:
        """Save, leave, take out."""
        back = {"url": self.back_url, "title": _("Back"), "kind": "text"}
        save = {"value": "save", "title": _("Save"), "kind": "work", "primary": True}
        out = {
            "value": "out",
            "title": _("Take out of the file"),
            "icon": "x",
            "confirm": _("Take the document out of the file? The document itself stays."),
        }
        return {"acts": [save, back, out]}

    @property
    def fields(self) -> list[dict]:
        """Number, kind, pages, note, and whom it is open to."""
        one = self.entry
        return [
            {"name": "document", "kind": "hidden", "value": one.document_uid},
            {
                "name": "number",
                "label": _("Number in the file"),
                "kind": "number",
                "width": 4,
                "value": str(one.number),
            },
            {
                "name": "kind",
                "label": _("Kind"),
                "kind": "select",
                "width": 4,
                "value": one.kind,
                "options": [(key, words.kind(key)) for key in KINDS],
            },
            {
                "name": "pages",
                "label": _("Number of pages"),
                "kind": "number",
                "width": 4,
                "value": str(one.pages),
            },
            {
                "name": "grants",
                "label": _("Readers of the file"),
                "kind": "radio",
                "width": 12,
                "value": "yes" if one.grants else "no",
                "options": [
                    ("yes", _("may read the document by it")),
                    ("no", _("see only that it lies here")),
                ],
            },
            {
                "name": "note",
                "label": _("Note"),
                "kind": "textarea",
                "width": 12,
                "value": one.note,
                "maxlength": 500,
            },
            {
                "name": "reason",
                "label": _("Reason for taking it out"),
                "width": 12,
                "maxlength": 500,
                "help": _("Needed only then; it is kept in the history."),
            },
        ]

    def act(self):
        """Save, or take it out."""
        uid, given = self.text("document"), Given(self.request.form)
        if self.text("act") == "out":
            actions.take_out(self.context, uid, reason=self.text("reason"))
            return _("Taken out of the file.")
        number, one = given.whole("number"), self.entry
        kind, pages, note = self.text("kind"), given.whole("pages"), self.text("note")
        grants = self.text("grants") == "yes"
        if (kind, pages, note, grants) != (one.kind, one.pages, one.note, one.grants):
            actions.change_entry(
                self.context, uid, kind=kind, pages=pages, note=note, grants=grants
            )
        if number is not None and number != one.number:
            actions.move_entry(self.context, uid, number)
        return _("The entry is saved.")
