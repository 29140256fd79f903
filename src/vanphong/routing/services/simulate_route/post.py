"""POST @simulate-route."""

from AccessControl import getSecurityManager
from datetime import datetime
from plone import api
from vanphong.calendars.clock import local
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing import simulate
from vanphong.routing import templates
from vanphong.routing.interfaces import IRouted
from vanphong.routing.rules.routes import Facts
from vanphong.routing.services.routes import shown
from vanphong.routing.services.routes.sent import RouteService
from vanphong.routing.template_actions import MANAGE
from vanphong.routing.template_actions import WHO


TEXTS = ("document_type", "register", "urgency", "field", "unit", "sender", "signed_by")


class SimulateRoute(RouteService):
    """Which template a document would take, through whose hands, until when.

    Send ``facts``, or the UID of a ``document``; ``at`` the moment of submission, ``drafter``
    a user id, ``template`` the name of one whose draft is to be tried.
    """

    act = "simulate_route"

    def perform(self):
        """The simulation. The act is in the trail when it is refused only."""
        if not getSecurityManager().checkPermission(MANAGE, self.context):
            raise NotAllowed(_("Only ${who} may see this."), who=WHO)
        drafter = self.body.text("drafter")
        found = simulate.simulate(
            directory.body_of(self.context),
            self.facts(),
            document=self.document(),
            drafter=drafter,
            drafter_title=people.person(drafter).title if drafter else "",
            at=self.at(),
            draft=self.template(),
        )
        return shown.simulated(found, self.request)

    def facts(self) -> Facts | None:
        """What was described; None when a document is named."""
        given = self.body.values.get("facts")
        if given is None and "document" in self.body:
            return None
        if not isinstance(given, dict):
            raise InvalidInput(_("Describe a document, or name one."), field="facts")
        facts = type(self.body)(given)
        values = {name: facts.text(name) for name in TEXTS if name in facts}
        return Facts(
            direction=facts.text("direction", "out"),
            related=tuple(facts.texts("related")),
            **values,
        )

    def document(self):
        """The document of the body that is named, None without one."""
        uid = self.body.text("document")
        if not uid:
            return None
        body = directory.body_of(self.context)
        for row in documents.found([uid]):
            found = api.portal.get().unrestrictedTraverse(row["path"], None)
            if IRouted.providedBy(found) and found.body_uid == body.UID():
                return found
        raise InvalidInput(_("There is no such document."), field="document")

    def at(self) -> datetime | None:
        """The moment of submission."""
        text = self.body.text("at").strip()
        try:
            return local(datetime.fromisoformat(text)) if text else None
        except ValueError:
            raise InvalidInput(
                _("“${value}” is no moment. Write it as 2024-08-14T10:00."),
                value=text[:40],
                field="at",
            ) from None

    def template(self):
        """The template whose draft is tried."""
        name = self.body.text("template")
        if not name:
            return None
        folder = templates.container()
        found = None if folder is None else folder.get(name)
        if found is None:
            raise InvalidInput(_("There is no template “${name}”."), name=name, field="template")
        return found
