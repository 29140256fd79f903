"""The plain public site: a frame that works before a feature describes the body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from vanphong import _
from vanphong.ui.browser import resources
from vanphong.ui.interfaces import IPublicPages
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.interfaces import ISecondCalendar
from vanphong.ui.shell import OfSite
from zope.component import queryUtility
from zope.component import subscribers
from zope.interface import implementer


@dataclass(frozen=True)
class PublicItem:
    """A link to a public page.

    :param id: compared with ``menu_id`` of the view to mark the current entry.
    :param title: text or message.
    :param order: place in the menu; the front page has 0.
    """

    id: str
    title: str
    url: str
    order: int = 50


@dataclass(frozen=True)
class PublicAddress:
    """A page for sitemap.xml, and when it has changed, if that is known."""

    url: str
    changed: datetime | None = None


@dataclass(frozen=True)
class PublicHit:
    """Something that the public search has found.

    :param lead: what stands before the title, such as the symbol of a document.
    :param about: the second line: date, place, who.
    """

    title: str
    url: str
    lead: str = ""
    about: str = ""


@implementer(IPublicSite)
class PublicSite(OfSite):
    """Title of the site, and the menu that the features give."""

    above = ""
    contact: Sequence[str] = ()
    bodies: Sequence[Any] = ()
    body: Any = None
    body_uid = ""
    body_id = ""
    elsewhere: frozenset[str] = frozenset()
    responsible = ""
    colours_url = ""

    @property
    def short_name(self) -> str:
        """The same."""
        return self.body_name

    @property
    def emblem_url(self) -> str:
        """The star."""
        return resources.static(self.portal_url, "emblem.svg")

    def page_url(self, name: str) -> str:
        """Address of a page of the site, for the body that this page is about."""
        url = f"{self.portal_url}/{name}"
        return f"{url}?body={self.body_id}" if self.body_id else url

    def page_of(self, body: Any, name: str) -> str:
        """Address of a page of the site, for one of the bodies."""
        url = f"{self.portal_url}/{name}"
        return url if body == self.bodies[0] else f"{url}?body={body.getId()}"

    @cached_property
    def menu(self) -> tuple[PublicItem, ...]:
        """The front page, then what the features have, in their order."""
        front = PublicItem("home", _("Front page"), self.home_url, 0)
        found = subscribers((self.site, self.request), IPublicPages)
        items = [item for pages in found for item in pages.items]
        return (front, *sorted(items, key=lambda item: item.order))

    @property
    def other_date(self) -> str:
        """Today in another calendar, where a feature knows one."""
        calendar = queryUtility(ISecondCalendar)
        return "" if calendar is None else calendar.title(self.now.date())

    @property
    def search_url(self) -> str:
        """The search over what is published."""
        return self.portal_url + "/@@public-search"

    @property
    def staff_url(self) -> str:
        """The desktop; who is not signed in is asked for a name there."""
        return self.portal_url + "/@@desktop"
