"""Content types RouteTemplate and RouteTemplates: what ways documents take in this office."""

from dataclasses import replace
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.routing.interfaces import IRouteTemplate
from vanphong.routing.interfaces import IRouteTemplates
from vanphong.routing.rules.routes import Route
from zope import schema
from zope.interface import implementer


class INamed(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))


@implementer(IRouteTemplates)
class RouteTemplates(Container):
    """The folder of the route templates (luồng xử lý) of all bodies of a site.

    It keeps the versions of all templates beside them as well, so that choosing one for a
    document reads one object and not hundreds. ``refresh`` makes them anew from the templates.
    """

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    _versions = None

    def versions_by_template(self) -> tuple[tuple[Route, ...], ...]:
        """The versions of every template that has some."""
        return self._read() if self._versions is None else self._versions

    def refresh(self) -> None:
        """Keep the versions as the templates have them now."""
        found = self._read()
        if found != self._versions:
            self._versions = found

    def _read(self) -> tuple[tuple[Route, ...], ...]:
        found = (tuple(one.routes()) for one in self.templates())
        return tuple(versions for versions in found if versions)

    def _delOb(self, id):  # noqa: A002
        """A template that is deleted, by whatever way, is chosen no more."""
        super()._delOb(id)
        self.refresh()

    def templates(self) -> list:
        """All templates, in the order in which they are looked at."""
        found = [one for one in self.objectValues() if IRouteTemplate.providedBy(one)]
        return sorted(found, key=lambda one: (not one.body, one.order, one.title, one.getId()))


@implementer(IRouteTemplate)
class RouteTemplate(Item):
    """A template: the versions that were put into force, and a draft.

    ``versions`` are frozen ``Version`` values, of which a document keeps the route that it
    started with; ``draft`` is a ``Draft`` or None. ``revision`` counts every change, against
    two people changing at once.
    """

    direction = "out"
    order = 0
    versions = ()
    draft = None
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
