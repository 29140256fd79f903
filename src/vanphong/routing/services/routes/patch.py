"""PATCH @route."""

from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.routing import template_actions as actions
from vanphong.routing.services.routes import shown
from vanphong.routing.services.routes.sent import RouteService


class RoutePatch(RouteService):
    """Save a draft: ``route`` is the whole template, ``revision`` the one it began with.

    With ``unfinished`` it may break rules until it is put into force.
    """

    act = "save_route"

    def perform(self):
        """The template with the draft."""
        if "route" not in self.body:
            raise InvalidInput(_("“${name}” is missing."), field="route", name="route")
        route = self.body.values["route"]
        actions.save_draft(
            self.context,
            route,
            revision=self.revision(),
            unfinished=self.body.flag("unfinished"),
        )
        return shown.full(self.context, clock.today())
