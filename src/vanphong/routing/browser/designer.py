"""One route template: its steps, for which documents it is, its versions, and a trial of it."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.routing import template_actions as actions
from vanphong.routing import template_values as values
from vanphong.routing.browser import edits
from vanphong.routing.browser import shown
from vanphong.routing.browser.panel import RoutesPage
from vanphong.routing.browser.panel import body_of
from vanphong.routing.browser.panel import current
from vanphong.routing.browser.panel import used_by
from vanphong.routing.browser.settings_form import SettingsFields
from vanphong.routing.browser.step_form import StepFields
from vanphong.routing.browser.step_rows import rows
from vanphong.routing.browser.trial import Trial
from vanphong.routing.rules.routes import Route
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.given import day_of


#: Names of inputs by what the button does, so that a refusal brings back only its own.
DIALOGS = {
    "apply": ("reason", "valid_from"),
    "retire": ("retire_reason", "day"),
}


class Designer(RoutesPage):
    """``view`` of a template. Everything goes into the draft until it is put into force.

    ``?edit=<step>`` opens the form of a step, ``?after=<step>`` one of a new step behind it,
    ``?edit=settings`` that of the template, ``?do=apply`` and ``?do=retire`` their dialogs.
    """

    success = _("Kept in the draft; the version in force is as it was.")
    in_force = _("in force")
    not_yet = _("not in force yet")

    @cached_property
    def route(self) -> Route:
        """What is changed: the draft, or the newest version."""
        return current(self.context)

    @property
    def title(self) -> str:
        """Title of the template."""
        return self.route.title

    @property
    def url(self) -> str:
        """Address of the page."""
        return self.context.absolute_url()

    @cached_property
    def body(self):
        """The body in which it is tried."""
        return body_of(self.route)

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

    # the steps

    @cached_property
    def steps(self) -> list[dict]:
        """Rows of the table."""
        return rows(self.route, self.body)

    @cached_property
    def form(self) -> StepFields | None:
        """The form of a step that is open."""
        edit, after = self.text("edit"), self.text("after")
        try:
            if edit and edit != "settings":
                step = edits.step_of(self.route, edit)
                return StepFields(self.route, self.body, step=step)
            if after:
                edits.step_of(self.route, after)
                return StepFields(self.route, self.body, after=after)
        except OfficeError as error:
            if not self.tried:
                self.errors.append(errors.as_row(error, self.request))
        return None

    @cached_property
    def settings(self) -> SettingsFields | None:
        """The form of name, body and condition, when it is open."""
        return SettingsFields(self.route, self.body) if self.text("edit") == "settings" else None

    # versions

    @property
    def versions(self) -> list[dict]:
        """The versions, the newest first."""
        found = list(self.context.versions)
        told = []
        for place, one in enumerate(found):
            last = shown.ends(found, place)
            future = one.route.valid_from is not None and one.route.valid_from > self.today
            told.append(
                {
                    "n": one.route.version,
                    "period": shown.period(one.route.valid_from, last),
                    "who": one.by_title,
                    "at": one.at,
                    "reason": one.reason,
                    "now": not future and (last is None or last >= self.today),
                    "future": future,
                    "steps": [
                        f"{shown.does(step)} – {shown.who(step)}" for step in one.route.steps
                    ],
                }
            )
        return list(reversed(told))

    # dialogs

    def dialog(self, name: str, title) -> dict:
        """For the macro ``dialog``; open when asked for, or refused."""
        return {"id": name, "title": title, "open": self.text("do") == name}

    @property
    def apply_fields(self) -> list[dict]:
        """From which day, and why."""
        day = fmt.full_date(self.today)
        return [
            _day("valid_from", _("In force from"), day),
            _reason("reason", _("What changes, and by which decision")),
        ]

    @property
    def retire_fields(self) -> list[dict]:
        """From which day, and why."""
        day = fmt.full_date(self.today)
        return [_day("day", _("The first day without it"), day), _reason("retire_reason", "")]

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
        return DIALOGS.get(what, ())

    def act(self):
        """Do what the button says; the name of a step may stand behind it."""
        what, *rest = self.text("do").split(" ")
        doing = {
            "save": self._save,
            "settings": self._save_settings,
            "up": self._up,
            "down": self._down,
            "place": self._place,
            "delete": self._delete,
            "apply": self._apply,
            "discard": self._discard,
            "retire": self._retire,
        }
        if what not in doing:
            raise InvalidInput(mark("Choose what is to be done."))
        return doing[what](*rest[:2])

    def _keep(self, route: Route, step: str = ""):
        actions.save_draft(self.context, values.written(route), revision=self.revision)
        self.shown_step = step

    shown_step = ""

    @property
    def revision(self) -> int:
        """The revision that the page was made from."""
        text = self.text("revision")
        if not text.isdecimal():
            raise InvalidInput(mark("Load the page again, and repeat your change."))
        return int(text)

    def _save(self, *_rest):
        if self.form is None:
            raise InvalidInput(
                mark("This template has no such step any more. Load the page again.")
            )
        step = self.form.read(self)
        if self.form.step is None:
            route = edits.added(self.route, step, self.form.after)
        else:
            route = edits.changed(self.route, step)
        if "beside" in self.request.form or self.form.step is not None:
            route = edits.beside(route, step.id, bool(self.texts("beside")))
        self._keep(route, step.id)

    def _save_settings(self, *_rest):
        settings = SettingsFields(self.route, self.body)
        self._keep(settings.read(self))

    def _up(self, name=""):
        self._move(name, edits.place_of(self.route, name) - 1)

    def _down(self, name=""):
        self._move(name, edits.place_of(self.route, name) + 1)

    def _place(self, name="", place=""):
        if not place.isdecimal():
            raise InvalidInput(mark("Choose what is to be done."))
        self._move(name, int(place))

    def _move(self, name: str, place: int):
        self._keep(edits.moved(self.route, name, place), name)

    def _delete(self, name=""):
        self._keep(edits.removed(self.route, name))

    def _apply(self, *_rest):
        day = self.text("valid_from")
        actions.apply_draft(
            self.context,
            reason=self.text("reason"),
            valid_from=day_of(day, "valid_from") if day else None,
            revision=self.revision,
        )
        newest = self.context.versions[-1].route
        told = {"n": newest.version, "day": fmt.full_date(newest.valid_from)}
        return _(
            "Version ${n} is in force from ${day}; running documents keep theirs.", mapping=told
        )

    def _discard(self, *_rest):
        actions.discard_draft(self.context, revision=self.revision)
        return _("The draft is gone; the version in force is as it was.")

    def _retire(self, *_rest):
        day = self.text("day")
        actions.retire_template(
            self.context,
            reason=self.text("retire_reason"),
            day=day_of(day, "day") if day else None,
        )
        return _("Out of force; documents on their way keep it to their end.")

    def fail(self, error: OfficeError) -> None:
        """Show a refusal; the reason of a retirement has an input of its own."""
        if error.field == "reason" and self.text("do") == "retire":
            error.field = "retire_reason"
        super().fail(error)

    def next_url(self) -> str:
        """The page, at the step that was changed."""
        return f"{self.url}#f-{self.shown_step}" if self.shown_step else self.url


def sessions(found) -> str:
    """``07:00–11:00, 13:30–17:00``."""
    return ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in found)


def _day(name: str, label, value: str) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "date",
        "width": 12,
        "value": value,
        "required": True,
    }


def _reason(name: str, label) -> dict:
    return {
        "name": name,
        "label": label or _("Reason"),
        "kind": "textarea",
        "rows": 2,
        "width": 12,
        "maxlength": 500,
        "required": True,
    }
