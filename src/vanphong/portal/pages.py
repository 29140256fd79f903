"""Public pages of the portal itself, what its search finds, and its part of the front page."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.ledger import publications as ledger
from vanphong.ledger.words import words
from vanphong.portal.shown import shown
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.public_site import PublicAddress
from vanphong.ui.public_site import PublicHit
from vanphong.ui.public_site import PublicItem
from zope.component import getMultiAdapter


#: A site map has no more addresses.
MOST_ADDRESSES = 5000

#: So many of the newest documents stand on the front page.
NEWEST = 6

#: What of Plone's own content the public search looks through.
PAGES = ("News Item", "Document", "Event", "File")


class _OfSite:
    """Base: something of the site, for one request."""

    def __init__(self, site, request):
        self.context = site
        self.request = request

    @cached_property
    def url(self) -> str:
        """Address of the site."""
        return self.context.absolute_url()

    @cached_property
    def site(self):
        """The body that the page is about."""
        return getMultiAdapter((self.context, self.request), IPublicSite)


class Pages(_OfSite):
    """Directing documents; units and contacts."""

    @property
    def items(self) -> tuple[PublicItem, ...]:
        """Entries of the menu."""
        return (
            PublicItem(
                "published", _("Directing documents"), self.site.page_url("@@published"), 30
            ),
            PublicItem("contacts", _("Units and contacts"), self.site.page_url("@@contacts"), 50),
        )

    def addresses(self):
        """The pages, and every published document."""
        for name in ("@@published", "@@contacts", "@@accessibility"):
            yield PublicAddress(f"{self.url}/{name}")
        for row in ledger.addresses(clock.today(), MOST_ADDRESSES):
            address = self.request.physicalPathToURL(row["path"].split("/"))
            yield PublicAddress(address, row["changed_at"])


class DocumentSearch(_OfSite):
    """What the search of the public pages finds among the published documents."""

    id = "documents"
    title = _("Documents")
    order = 30

    def find(self, text: str, limit: int) -> list[PublicHit]:
        """The newest that have the words."""
        found = ledger.find(
            ledger.Wanted(text=text, elsewhere=self.site.elsewhere), clock.today(), size=limit
        )
        return [
            PublicHit(one.subject, one.url, one.symbol, one.about)
            for one in (shown(row, self.request) for row in found.page.rows)
        ]


class PageSearch(_OfSite):
    """News and pages that Plone keeps, those that the anonymous may see."""

    id = "pages"
    title = _("News and pages")
    order = 90

    def find(self, text: str, limit: int) -> list[PublicHit]:
        """The best ones; Plone's own search is asked as nobody."""
        catalog = api.portal.get_tool("portal_catalog")
        asked = words(text)[: ledger.MOST_WORDS]
        if not asked:
            return []
        found = catalog.unrestrictedSearchResults(
            SearchableText=" AND ".join(f'"{word}"' for word in asked),
            portal_type=PAGES,
            allowedRolesAndUsers=["Anonymous"],
            effectiveRange=clock.now().isoformat(),
            sort_limit=limit,
        )
        return [
            PublicHit(brain.Title or brain.getId, brain.getURL(), "", brain.Description or "")
            for brain in found[:limit]
        ]


class NewestDocuments(_OfSite):
    """The newest directing documents, on the front page."""

    id = "documents"
    order = 30
    column = "main"
    template = ViewPageTemplateFile("browser/part_documents.pt")

    @property
    def quick(self) -> tuple[PublicItem, ...]:
        """The documents of this month."""
        title = _("Directing documents of ${year}", mapping={"year": str(clock.today().year)})
        url = self.site.page_url("@@published")
        url = f"{url}{'&' if '?' in url else '?'}year={clock.today().year}"
        return (PublicItem("documents", title, url, 10),)

    @cached_property
    def rows(self) -> list:
        """The newest, as the list shows them."""
        return [
            shown(row, self.request)
            for row in ledger.newest(clock.today(), NEWEST, elsewhere=self.site.elsewhere)
        ]

    @property
    def section(self) -> dict:
        """For the macro ``public_head``."""
        title = _("Newest directing documents")
        link = _("All documents")
        url = self.site.page_url("@@published")
        return {"id": self.id, "title": title, "url": url, "link": link}

    def render(self) -> str:
        """The section."""
        return self.template()


class Contacts(_OfSite):
    """Address and telephone of the body, on the front page."""

    id = "contacts"
    order = 90
    column = "side"
    template = ViewPageTemplateFile("browser/part_contacts.pt")
    quick = ()

    @property
    def facts(self) -> list[tuple[str, str, str]]:
        """What is set: words, value and what the value opens."""
        found = [(_("Address"), self.site.setting("address"), "")]
        phone, email = self.site.setting("telephone"), self.site.setting("email")
        found.append((_("Telephone"), phone, f"tel:{''.join(phone.split())}"))
        found.append((_("E-mail"), email, f"mailto:{email}"))
        return [one for one in found if one[1]]

    @property
    def section(self) -> dict:
        """For the macro ``public_head``."""
        title, link = _("Contact"), _("All units")
        return {
            "id": self.id,
            "title": title,
            "url": self.site.page_url("@@contacts"),
            "link": link,
        }

    def render(self) -> str:
        """The section."""
        return self.template()
