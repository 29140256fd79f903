"""What can be done on the page of a route template: one change at a time, into the draft."""

from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.routing import template_actions as actions
from vanphong.routing import template_values as values
from vanphong.routing.browser import edits
from vanphong.routing.browser.panel import RoutesPage
from vanphong.routing.browser.panel import body_of
from vanphong.routing.browser.panel import current
from vanphong.routing.browser.settings_form import SettingsFields
from vanphong.routing.browser.step_form import StepFields
from vanphong.routing.rules.routes import Route
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.given import day_of


class DesignerActs(RoutesPage):
    """Reads what a button sent, changes the route as a value, and calls the act."""

    success = _("Kept in the draft; the version in force is as it was.")

    @cached_property
    def route(self) -> Route:
        """What is changed: the draft, or the newest version."""
        return current(self.context)

    @property
    def url(self) -> str:
        """Address of the page."""
        return self.context.absolute_url()

    @cached_property
    def body(self):
        """The body in which it is tried."""
        return body_of(self.route)

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
            "restore": self._restore,
        }
        if what not in doing:
            raise InvalidInput(mark("Choose what is to be done."))
        return doing[what](*rest[:2])

    def _keep(self, route: Route, step: str = ""):
        """A draft may break rules until it is put into force; the page tells which."""
        edits.keep_ends(self.route, route)
        written = values.written(route)
        actions.save_draft(self.context, written, revision=self.revision, unfinished=True)
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

    def _restore(self, *_rest):
        version = self.text("version")
        if not version.isdecimal():
            raise InvalidInput(mark("Choose what is to be done."))
        actions.restore_version(
            self.context,
            int(version),
            reason=self.text("restore_reason"),
            revision=self.revision,
        )
        told = {"n": len(self.context.versions), "old": int(version)}
        return _("Version ${n} is in force from today; it is version ${old} again.", mapping=told)

    def fail(self, error: OfficeError) -> None:
        """Show a refusal; each dialog has an input of its own for the reason."""
        what = self.text("do")
        if error.field == "reason" and what in ("retire", "restore"):
            error.field = f"{what}_reason"
        super().fail(error)

    def next_url(self) -> str:
        """The page, at the step that was changed."""
        return f"{self.url}#f-{self.shown_step}" if self.shown_step else self.url
