"""Content types RouteTemplate and RouteTemplates: what ways documents take in this office."""

from dataclasses import replace
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.routing.interfaces import IRouteTemplate
from vanphong.routing.interfaces import IRouteTemplates
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Draft
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import Version
from zope import schema
from zope.interface import implementer


class INamed(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))


@implementer(IRouteTemplates)
class RouteTemplates(Container):
    """The folder of the route templates (luồng xử lý) of all bodies of a site."""

    def templates(self) -> list:
        """All templates, in the order in which they are looked at."""
        found = [one for one in self.objectValues() if IRouteTemplate.providedBy(one)]
        return sorted(found, key=lambda one: (not one.body, one.order, one.title, one.getId()))


@implementer(IRouteTemplate)
class RouteTemplate(Item):
    """A template: the versions that were put into force, and a draft.

    Versions are frozen values, each a tuple of steps; a document keeps the one that it
    started with. ``revision`` counts every change, against two people changing at once.
    """

    direction = "out"
    order = 0
    versions: tuple[Version, ...] = ()
    draft: Draft | None = None
    revision = 0
    changed_by = ""
    changed_at = None

    @property
    def body(self) -> str:
        """UID of the body that it is for, "" for all."""
        if self.versions:
            return self.versions[-1].route.body
        return "" if self.draft is None else self.draft.route.body

    def routes(self) -> list[Route]:
        """All versions as values, at the place that the template has now."""
        order = self.order
        return [
            one.route if one.route.order == order else replace(one.route, order=order)
            for one in self.versions
        ]

    def route_on(self, day) -> Route | None:
        """The version in force on a day; before and after, the nearest one, for its dates."""
        routes = self.routes()
        return in_force(routes, day) or (routes[-1] if routes else None)
