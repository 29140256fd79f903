"""The plain shell: a frame that works before any feature describes the person."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from vanphong.ui.interfaces import IShell
from zoneinfo import ZoneInfo
from zope.component.hooks import getSite
from zope.interface import implementer


VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class RailItem:
    """One entry of the main navigation.

    :param id: compared with ``rail_id`` of the view to mark the current entry.
    :param title: text or message.
    :param icon: id of a symbol in ``static/icons.svg``.
    :param count: shown as a small figure when above 0.
    :param end: stands at the foot of the rail, apart from the daily work.
    """

    id: str
    title: str
    url: str
    icon: str
    count: int = 0
    end: bool = False


@dataclass(frozen=True)
class MenuItem:
    """One entry of the person's menu."""

    title: str
    url: str


class OfSite:
    """What the frames of staff pages and of public ones say alike."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    @cached_property
    def site(self) -> Any:
        """The Plone site, or None before one is traversed."""
        return getSite()

    @cached_property
    def portal_url(self) -> str:
        """Address of the site without a slash at its end."""
        return self.site.absolute_url() if self.site is not None else ""

    @cached_property
    def body_name(self) -> str:
        """Title of the site."""
        return getattr(self.site, "title", "") or "vanphong"

    @cached_property
    def now(self) -> datetime:
        """The moment at which the page is made."""
        return datetime.now(VIETNAM)

    @property
    def home_url(self) -> str:
        """The front page."""
        return self.portal_url + "/"


@implementer(IShell)
class Shell(OfSite):
    """Site title, user id, no rail. Features subclass it and replace what they know."""

    rail: tuple[RailItem, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    notifications = 0
    notifications_url = ""
    unit_title = ""

    @cached_property
    def user_title(self) -> str:
        """The name the person signs in with."""
        user = getSecurityManager().getUser()
        if user is None or user.getId() is None:
            return ""
        return user.getUserName()

    @property
    def search_url(self) -> str:
        """The search over all documents."""
        return self.portal_url + "/@@search-documents"

    @property
    def logout_url(self) -> str:
        """Plone's own log-out."""
        return self.portal_url + "/logout" if self.user_title else ""
