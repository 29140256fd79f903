"""Content types RouteTemplate and RouteTemplates: what ways documents take in this office."""

from dataclasses import dataclass
from dataclasses import replace
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.routing.interfaces import IRouteTemplate
from vanphong.routing.interfaces import IRouteTemplates
from vanphong.routing.rules.routes import Draft
from vanphong.routing.rules.routes import Route
from zope import schema
from zope.interface import implementer


class INamed(model.Schema):
    """The one field that Plone itself shows; everything else is changed by acts."""

    title = schema.TextLine(title=_("Name"))


@dataclass(frozen=True)
class Listed:
    """One template as lists show it; ``name`` is its id in the folder."""

    name: str
    uid: str
    direction: str
    order: int
    body: str
    versions: tuple[Route, ...]
    draft: Draft | None

    @property
    def current(self) -> Route:
        """What an administrator changes: the draft, else the newest version."""
        return self.versions[-1] if self.draft is None else self.draft.route


@implementer(IRouteTemplates)
class RouteTemplates(Container):
    """The folder of the route templates (luồng xử lý) of all bodies of a site.

    It keeps the versions and drafts of all templates beside them as well, so that choosing one
    for a document, or listing them, reads one object and not hundreds. ``refresh`` makes them
    anew from the templates.
    """

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    _listed = None

    def listed(self) -> tuple[Listed, ...]:
        """All templates as lists show them, in the order in which they are looked at."""
        return self._read() if self._listed is None else self._listed

    def versions_by_template(self) -> tuple[tuple[Route, ...], ...]:
        """The versions of every template that has some."""
        return tuple(one.versions for one in self.listed() if one.versions)

    def refresh(self) -> None:
        """Keep what lists and choices need as the templates have it now."""
        found = self._read()
        if found != self._listed:
            self._listed = found

    def _read(self) -> tuple[Listed, ...]:
        return tuple(
            Listed(
                one.getId(),
                one.UID(),
                one.direction,
                one.order,
                one.body,
                tuple(one.routes()),
                one.draft,
            )
            for one in self.templates()
        )

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
