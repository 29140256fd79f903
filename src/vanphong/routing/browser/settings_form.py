"""The inputs of a template as a whole: its name, its body, and for which documents it is."""

from dataclasses import replace
from vanphong import _
from vanphong.routing.browser import places
from vanphong.routing.browser.conditions import ConditionFields
from vanphong.routing.rules.route_values import LONGEST_TITLE
from vanphong.routing.rules.routes import Route
from vanphong.ui.browser.form import OfficeForm


class SettingsFields:
    """The form of a template that is there, or of one that is to be added."""

    def __init__(self, route: Route, body):
        self.route = route
        self.when = ConditionFields(body, route.direction)

    @property
    def names(self) -> list[str]:
        """Names of the inputs."""
        return ["title", "body", *self.when.names]

    @property
    def fields(self) -> list[dict]:
        """Name and body."""
        bodies = [(one.uid, one.title) for one in places.bodies()]
        return [
            {
                "name": "title",
                "label": _("Name of the route"),
                "width": 12,
                "required": True,
                "maxlength": LONGEST_TITLE,
                "value": self.route.title,
                "autofocus": True,
            },
            {
                "name": "body",
                "label": _("For documents of"),
                "kind": "select",
                "width": 12,
                "options": [("", _("all bodies")), *bodies],
                "value": self.route.body,
            },
        ]

    @property
    def conditions(self) -> list[dict]:
        """For which documents."""
        return self.when.fields(self.route.condition)

    def read(self, form: OfficeForm) -> Route:
        """The template as it was typed."""
        return replace(
            self.route,
            title=form.text("title"),
            body=form.text("body"),
            condition=self.when.read(form, self.route.condition),
        )
