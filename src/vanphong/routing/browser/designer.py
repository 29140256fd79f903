"""One route template: its steps, for which documents it is, its versions, and a trial of it."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.routing import template_values as values
from vanphong.routing.browser import dialogs
from vanphong.routing.browser import list_rows
from vanphong.routing.browser import shown
from vanphong.routing.browser import versions
from vanphong.routing.browser.designer_acts import DesignerActs
from vanphong.routing.browser.panel import used_by
from vanphong.routing.browser.step_rows import rows
from vanphong.routing.browser.trial import Trial
from vanphong.ui import errors
from vanphong.ui import format as fmt


#: So many templates of each direction stand beside the one of the page.
ROOM = 24


class Designer(DesignerActs):
    """``view`` of a template. Everything goes into the draft until it is put into force.

    ``?edit=<step>`` opens the form of a step, ``?after=<step>`` one of a new step behind it,
    ``?edit=settings`` that of the template, ``?do=apply`` and ``?do=retire`` their dialogs.
    """

    in_force = _("in force")
    not_yet = _("not in force yet")

    @property
    def title(self) -> str:
        """Title of the template."""
        return self.route.title

    # the head

    @property
    def state(self) -> str:
        """In which state it is, in one line."""
        draft = self.context.draft
        if draft is not None:
            when = shown.text(fmt.moment(draft.at, clock.now()))
            told = {"when": when, "who": draft.by_title}
            return _("Draft, saved ${when} by ${who}", mapping=told)
        route = self.route
        told = {"n": route.version, "period": shown.period(route.valid_from, route.valid_to)}
        return _("Version ${n}, ${period}", mapping=told)

    @property
    def has_draft(self) -> bool:
        """Whether there is anything to put into force."""
        return self.context.draft is not None

    @cached_property
    def may_retire(self) -> bool:
        """Whether a version holds today or will."""
        return any(
            one.route.valid_to is None or one.route.valid_to >= self.today
            for one in self.context.versions
        )

    @property
    def used(self) -> str:
        """How many documents run on it."""
        return used_by(self.running.get(self.context.UID(), 0))

    @property
    def running_url(self) -> str:
        """Where they are listed; "" when there are none."""
        if not self.running.get(self.context.UID()):
            return ""
        return f"{self.running_documents_url}?route={self.context.getId()}"

    @property
    def condition(self) -> str:
        """For which documents, in words."""
        return shown.condition(self.route.condition, self.route.direction, self.body)

    @property
    def body_name(self) -> str:
        """The body that it is for."""
        if not self.route.body:
            return shown.text(_("all bodies"))
        return self.body.short_name or self.body.title

    @property
    def hours_note(self) -> str:
        """Which hours count."""
        seasons = work_calendar().seasons
        found = next((one for one in seasons if one.covers(self.today)), None) if seasons else None
        return "" if found is None else sessions(found.sessions)

    # the list beside it

    def part(self, found: list) -> list:
        """Those around the template of this page, as far as there is room."""
        here = next((place for place, one in enumerate(found) if one.uid == self.here), 0)
        first = max(0, min(here - ROOM // 2, len(found) - ROOM))
        return found[first : first + ROOM]

    def beside(self, found: list[dict]) -> str:
        """Their rows as markup."""
        drafted = shown.text(list_rows.WORDS["draft"])
        return "".join(list_rows.side(row, drafted) for row in found)

    @property
    def untold(self) -> int:
        """How many templates there was no room for."""
        return sum(one["count"] - len(one["rows"]) for one in self.groups)

    # the steps

    @cached_property
    def steps(self) -> list[dict]:
        """Rows of the table."""
        return rows(self.route, self.body)

    @cached_property
    def findings(self) -> list[dict]:
        """What keeps the draft from being put into force, as rows of a list of errors."""
        if not self.has_draft:
            return []
        found = values.findings(self.context.__parent__, self.context, self.route, self.today)
        return [dict(errors.as_row(one, self.request)) for one in found]

    def finding(self, step: str) -> dict | None:
        """What stands against a step."""
        return next((one for one in self.findings if one["field"] == step), None)

    def without(self, row: dict) -> str:
        """The question before a step is taken out, with the rule that then stands against it."""
        return " ".join(filter(None, (shown.text(_("Take this step out?")), row["warning"])))

    @property
    def versions(self) -> list[dict]:
        """The versions, the newest first."""
        return versions.rows(self.context, self.today)

    # dialogs

    @property
    def dialogs(self) -> list[dict]:
        """Those that can be opened; one is open when it was asked for, or refused."""
        found = []
        if self.has_draft:
            found.append(dialogs.into_force(self.today))
        if self.may_retire:
            found.append(dialogs.out_of_force(self.today))
        if self.restoring:
            found.append(dialogs.again(self.restoring))
        return [{**one, "open": self.text("do") == one["id"]} for one in found]

    @cached_property
    def restoring(self) -> int:
        """The old version that was asked for, 0 for none."""
        wanted = self.text("version") if self.text("do") == "restore" else ""
        there = {str(one["n"]): one["n"] for one in self.versions if one["restorable"]}
        return there.get(wanted, 0)

    # the trial

    @cached_property
    def trial(self) -> Trial:
        """The simulator."""
        return Trial(self.context, self.route, self.body, self.request.form)

    # what was sent

    def typed(self, name: str, default=""):
        """What was typed into the form that was refused; other forms show what is there."""
        if not self.tried or name not in self._sent:
            return default
        return self.request.form.get(name, "")

    @property
    def _sent(self):
        what = self.text("do").split(" ")[0]
        if what == "save" and self.form is not None:
            return self.form.names
        if what == "settings" and self.settings is not None:
            return self.settings.names
        return dialogs.NAMES.get(what, ())


def sessions(found) -> str:
    """``07:00–11:00, 13:30–17:00``."""
    return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in found)
