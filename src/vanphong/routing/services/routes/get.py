"""GET @routes, GET @routes/export, GET @route."""

from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import LookService
from vanphong.routing import template_values as values
from vanphong.routing.services.routes import shown
from vanphong.routing.template_actions import MANAGE
from vanphong.routing.template_actions import WHO


class RoutesGet(LookService):
    """All templates in their order; with ``/export`` as another site can import them."""

    takes = 1
    needs = MANAGE
    who = WHO

    def look(self):
        """A list, or an export."""
        if self.path == ["export"]:
            return values.export(self.context)
        if self.path:
            raise InvalidInput(
                _("There is no “${move}”; with a template one can ${moves}."),
                move=self.path[0],
                moves="export",
            )
        today = clock.today()
        return {
            "@id": f"{self.context.absolute_url()}/@routes",
            "items": [shown.brief(one, today) for one in self.context.templates()],
        }


class RouteGet(LookService):
    """One template with all of its versions."""

    needs = MANAGE
    who = WHO

    def look(self):
        """The template."""
        return shown.full(self.context, clock.today())
