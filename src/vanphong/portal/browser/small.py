"""Small public pages and files: accessibility, site map, robots, emblem, colours, 404."""

from functools import cached_property
from plone import api
from plone.memoize.view import memoize
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from urllib.parse import urlsplit
from vanphong import _
from vanphong.portal import settings
from vanphong.portal.site import COLOURS
from vanphong.ui.browser.not_found import is_signed_in
from vanphong.ui.browser.not_found import sign_in
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.browser.public import answer
from vanphong.ui.interfaces import IPublicPages
from vanphong.ui.interfaces import IPublicSite
from xml.sax.saxutils import escape
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component import subscribers
import json


#: For files whose address changes with them.
LONG = "public, max-age=31536000, immutable"

#: What robots have nothing to look for in; the rest is closed to them as to anybody.
CLOSED = (
    "/to-chuc",
    "/van-ban",
    "/@@login",
    "/login",
    "/@@desktop",
    "/@@public-search",
    "/@@search",
)

#: The custom property of each colour of the settings.
PROPERTIES = {
    "official_colour": ("--vp-official",),
    "structure_colour": ("--vp-struct", "--vp-struct-dark"),
    "link_colour": ("--vp-link",),
}


class Accessibility(PublicPage):
    """The statement on accessibility."""

    title = _("Accessibility")
    description = _("How these pages can be used, and what falls short.")


class SiteMap(BrowserView):
    """``sitemap.xml``: the front page and whatever the features publish."""

    def __call__(self):
        """The site map."""
        self.request.response.setHeader("Content-Type", "application/xml; charset=utf-8")
        return answer(self.request, "".join(self._lines()))

    def _lines(self):
        url = api.portal.get().absolute_url()
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        yield f"<url><loc>{escape(url)}/</loc></url>\n"
        for pages in subscribers((api.portal.get(), self.request), IPublicPages):
            for one in pages.addresses():
                changed = one.changed and f"<lastmod>{one.changed.isoformat()}</lastmod>"
                yield f"<url><loc>{escape(one.url)}</loc>{changed or ''}</url>\n"
        yield "</urlset>\n"


class Robots(BrowserView):
    """``robots.txt``."""

    def __call__(self):
        """What robots may look at, and where the site map is."""
        url = api.portal.get().absolute_url()
        root = urlsplit(url).path
        lines = ["User-agent: *", *(f"Disallow: {root}{path}" for path in CLOSED)]
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return answer(self.request, "\n".join([*lines, "", f"Sitemap: {url}/sitemap.xml", ""]))


class Emblem(BrowserView):
    """The emblem of the settings, a PNG that was checked when it was saved."""

    def __call__(self):
        """The picture, or 404 where the body has none."""
        site = getMultiAdapter((self.context, self.request), IPublicSite)
        emblem = settings.decoded(site.setting("emblem") or b"")
        if not emblem:
            raise NotFound(self.request.get("URL"))
        self.request.response.setHeader("Content-Type", "image/png")
        return answer(self.request, emblem, LONG)


class Colours(BrowserView):
    """The colours of the settings as custom properties."""

    def __call__(self):
        """A style sheet of one rule."""
        site = getMultiAdapter((self.context, self.request), IPublicSite)
        properties = [
            f"{name}: {site.setting(setting)};"
            for setting in COLOURS
            for name in PROPERTIES[setting]
        ]
        link = site.setting("link_colour")
        red, green, blue = (int(link[start : start + 2], 16) for start in (1, 3, 5))
        properties.append(f"--bs-link-color-rgb: {red}, {green}, {blue};")
        body = f':root, [data-bs-theme="light"] {{ {" ".join(properties)} }}\n'
        self.request.response.setHeader("Content-Type", "text/css; charset=utf-8")
        return answer(self.request, body, LONG)


class NotFoundPage(PublicPage):
    """404 in the frame for citizens, the same for what is not there and what is not public.

    Who is signed in, and a program, get the page of the office.
    """

    title = _("There is nothing at this address")
    robots = "noindex"

    def __call__(self):
        """The page; what was moved is found again, a program is answered in JSON."""
        sign_in(self.request)
        if is_signed_in() or IAPIRequest.providedBy(self.request):
            name = "not-found-in-the-office"
            return getMultiAdapter((self.context, self.request), name=name)()
        if self.redirector.attempt_redirect():
            return None
        self.request.response.setStatus(404)
        accepts = self.request.getHeader("Accept", "")
        if "text/html" not in accepts and "*/*" not in accepts:
            self.request.response.setHeader("Content-Type", "application/json")
            return json.dumps({"error_type": "NotFound"})
        return super().__call__()

    @property
    @memoize
    def redirector(self):
        """Plone's memory of moved content."""
        return getMultiAdapter((self.__parent__, self.request), name="plone_redirector_view")

    @cached_property
    def site(self):
        """What is said of the body."""
        return getMultiAdapter((api.portal.get(), self.request), IPublicSite)
