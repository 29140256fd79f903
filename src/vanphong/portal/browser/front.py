"""The front page for citizens: ``@@portal``, and ``/`` for who is not signed in."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.interfaces import IPortalPart
from vanphong.ui.interfaces import IPublicSite
from zope.component import getMultiAdapter
from zope.component import subscribers


COLUMNS = ("main", "side")


class PortalFront(PublicPage):
    """What the features give, in two columns."""

    title = ""
    menu_id = "home"

    @cached_property
    def site(self):
        """What the frame says of the body."""
        return getMultiAdapter((self.context, self.request), IPublicSite)

    @property
    def address(self) -> str:
        """The site itself, under whichever name the page was asked for."""
        return self.site.home_url

    @property
    def description(self) -> str:
        """For search engines."""
        told = {"name": self.site.body_name}
        return _(
            "${name}: work schedule, invitations, directing documents, citizen reception.",
            mapping=told,
        )

    @property
    def feeds(self) -> tuple:
        """The feed of the documents."""
        url = api.portal.get().absolute_url()
        return ((_("Directing documents"), f"{url}/@@published.rss"),)

    @cached_property
    def _parts(self) -> list:
        found = subscribers((api.portal.get(), self.request), IPortalPart)
        return sorted(found, key=lambda part: part.order)

    @property
    def columns(self) -> list[dict]:
        """The sections of each column."""
        return [
            {"id": name, "parts": [part.render() for part in self._parts if part.column == name]}
            for name in COLUMNS
        ]

    @property
    def quick(self) -> list:
        """Links below the search field."""
        found = [item for part in self._parts for item in part.quick]
        return sorted(found, key=lambda item: item.order)
