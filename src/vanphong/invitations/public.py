"""What the portal shows of meetings: menu and site map, front page, search."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.invitations.browser import said
from vanphong.ledger import invitations as ledger
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.public_site import PublicAddress
from vanphong.ui.public_site import PublicHit
from vanphong.ui.public_site import PublicItem
from zope.component import getMultiAdapter


#: Meetings on the front page.
COMING = 5

TITLE = _("Invitations")


class _OfSite:
    """Base: something of the site, for one request."""

    def __init__(self, site, request):
        self.context = site
        self.request = request

    @cached_property
    def page(self):
        """What the frame says of the body that the page is about."""
        return getMultiAdapter((self.context, self.request), IPublicSite)

    @property
    def url(self) -> str:
        """Address of the list."""
        return self.page.page_url("@@invitations")

    def shown(self, row: dict) -> dict:
        """A row as public pages show it."""
        found = said.row(row, self.request)
        url = f"{self.context.absolute_url()}/@@invitation/{row['document_uid']}"
        return {**found, "url": url}


class Pages(_OfSite):
    """The list of invitations, and each public meeting to come."""

    @property
    def items(self) -> tuple[PublicItem, ...]:
        """Entry of the menu."""
        return (PublicItem("invitations", TITLE, self.url, 20),)

    def addresses(self):
        """The list and the meetings to come."""
        yield PublicAddress(self.url)
        for row in ledger.public(clock.now(), size=100).rows:
            yield PublicAddress(self.shown(row)["url"])


class NewestInvitations(_OfSite):
    """The next meetings, beside the week on the front page."""

    id = "invitations"
    order = 10
    column = "side"
    template = ViewPageTemplateFile("browser/part_invitations.pt")

    @property
    def quick(self) -> tuple[PublicItem, ...]:
        """The list."""
        return (PublicItem("invitations", TITLE, self.url, 20),)

    @property
    def section(self) -> dict:
        """For the macro ``public_head``."""
        link = _("All invitations")
        return {"id": self.id, "title": TITLE, "url": self.url, "link": link}

    @cached_property
    def rows(self) -> list[dict]:
        """The next ones."""
        return [
            self.shown(row)
            for row in ledger.public(clock.now(), elsewhere=self.page.elsewhere, size=COMING).rows
        ]

    def render(self) -> str:
        """The section."""
        return self.template()


class InvitationSearch(_OfSite):
    """What the search of the public pages finds among the invitations."""

    id = "invitations"
    title = TITLE
    order = 20

    def find(self, text: str, limit: int) -> list[PublicHit]:
        """Public meetings that have all words, the newest first."""
        found = [self.shown(row) for row in ledger.search(text, limit, self.page.elsewhere)]
        return [
            PublicHit(one["title"], one["url"], f"{one['time']} {one['day']}", one["place"])
            for one in found
        ]
