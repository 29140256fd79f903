"""POST @routes, POST @routes/import, POST @route/<what>."""

from collections.abc import Callable
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.routing import template_actions as actions
from vanphong.routing.services.routes import shown
from vanphong.routing.services.routes.sent import RouteService


class RoutesPost(RouteService):
    """Add a template, or take over those of an export."""

    takes = 1

    @property
    def act(self) -> str:
        """The act that the address names."""
        return "import_routes" if self.path else "add_route"

    def perform(self):
        """The new template, or all that were taken over."""
        today = clock.today()
        if not self.path:
            template = actions.add_template(self.context, self.body.values)
            self.created(template.absolute_url())
            return shown.full(template, today)
        if self.path != ["import"]:
            raise _unknown(self.path[0], ["import"])
        found = actions.import_templates(self.context, self.body.values)
        return {
            "@id": f"{self.context.absolute_url()}/@routes",
            "items": [shown.brief(one, today) for one in found],
        }


class RoutePost(RouteService):
    """Apply or discard the draft of a template, retire it, or move it in the order."""

    takes = 1

    @property
    def act(self) -> str:
        """The act that the address names."""
        return ACTS.get(self.path[0] if self.path else "", "save_route")

    def perform(self):
        """The template as it is afterwards."""
        what = self.path[0] if self.path else ""
        if what not in WAYS:
            raise _unknown(what, list(WAYS))
        WAYS[what](self)
        return shown.full(self.context, clock.today())

    def apply(self):
        """A new version."""
        actions.apply_draft(
            self.context,
            reason=self.body.text("reason"),
            valid_from=self.body.day("valid_from"),
            revision=self.revision(),
        )

    def discard(self):
        """No draft any more."""
        actions.discard_draft(self.context, revision=self.revision())

    def retire(self):
        """Out of force."""
        actions.retire_template(
            self.context, reason=self.body.text("reason"), day=self.body.day("day")
        )

    def restore(self):
        """An old version as the newest one."""
        actions.restore_version(
            self.context,
            self.body.whole("version", 0) or 0,
            reason=self.body.text("reason"),
            revision=self.revision(),
        )

    def move(self):
        """Another place."""
        actions.move_template(self.context, place=self.body.whole("place", 0) or 0)


WAYS: dict[str, Callable[[RoutePost], None]] = {
    "apply": RoutePost.apply,
    "discard": RoutePost.discard,
    "retire": RoutePost.retire,
    "restore": RoutePost.restore,
    "move": RoutePost.move,
}

ACTS = {
    "apply": "apply_route",
    "discard": "discard_route",
    "retire": "retire_route",
    "restore": "restore_route",
    "move": "move_route",
}


def _unknown(what: str, there_are: list[str]) -> InvalidInput:
    return InvalidInput(
        _("There is no “${move}”; with a template one can ${moves}."),
        move=what,
        moves=", ".join(there_are),
    )
