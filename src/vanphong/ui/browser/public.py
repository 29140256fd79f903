"""The frame of the public pages: ``context/@@vp-public/macros/public``.

A public page is the same for everybody, so that it can be kept by proxies and browsers: no
name, no token, no message of a session stands in it. Its view derives from
:class:`PublicPage`, which answers with ETag and Cache-Control.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from functools import cached_property
from hashlib import sha256
from Products.Five import BrowserView
from vanphong.ui import format as fmt
from vanphong.ui.browser import resources
from vanphong.ui.browser.page import HEADERS
from vanphong.ui.browser.page import PageView
from vanphong.ui.interfaces import IOfficePage
from vanphong.ui.interfaces import IPublicSite
from zope.component import getMultiAdapter
from zope.component.hooks import getSite
from zope.interface import alsoProvides
import gzip


#: For how long a proxy may show a page before it asks again, in seconds: a change is seen
#: within a minute, also while the proxy fetches the page.
FRESH = 50

PUBLIC = f"public, max-age=0, s-maxage={FRESH}, must-revalidate"
PRIVATE = "private, no-cache"

#: Shorter answers are sent as they are.
WORTH_PACKING = 512

#: No frame around a citizen's page, no file from elsewhere, no inline script.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def _said(name: str):
    """What content says of itself by a method, or nothing where it has none."""

    def said(context) -> str:
        found = getattr(aq_base(context), name, None)
        return getattr(context, name)() if callable(found) else ""

    return said


#: What the frame asks of a page, for pages that Plone makes of some content.
OF_CONTENT = {
    "title": _said("Title"),
    "description": _said("Description"),
    "address": _said("absolute_url"),
}


class PublicFrame(PageView):
    """What templates reach as ``vp`` inside the public frame."""

    def open(self, page) -> None:
        """Begin the page of view ``page``: headers, and no second pass over the HTML."""
        self.page = page
        alsoProvides(self.request, IOfficePage)
        keeps = isinstance(page, PublicPage) and self.request.method in ("GET", "HEAD")
        set_headers(self.request, "" if keeps else PRIVATE)

    @cached_property
    def shell(self):
        """What is said about the body; there is nobody to say anything about."""
        context = self.context
        if getattr(aq_base(context), "absolute_url", None) is None:
            context = getSite()
        request = getattr(getattr(self, "page", None), "request", None)
        return getMultiAdapter((context, request or self.request), IPublicSite)

    @property
    def site(self):
        """The same by its own name."""
        return self.shell

    def option(self, name: str, default=""):
        """An attribute of a page of ours; of the content, for a page that Plone makes."""
        if isinstance(self.page, PublicPage) or hasattr(self.page, "page_class"):
            return getattr(self.page, name, default)
        return OF_CONTENT.get(name, lambda context: default)(self.context)

    @property
    def address(self) -> str:
        """The one address of the page, for search engines and for sharing."""
        own = self.option("address")
        if own:
            return own
        context = getattr(self.page, "context", None)
        place = context if getattr(aq_base(context), "absolute_url", None) else getSite()
        url = f"{place.absolute_url()}/@@{self.page.__name__}".removesuffix("/@@index.html")
        return f"{url}?body={self.shell.body_id}" if self.shell.body_id else url

    @property
    def page_title(self) -> str:
        """Title of the page with the name of the body."""
        title = self.text(self.option("title"))
        name = self.shell.short_name
        return f"{title} – {name}" if title and title != name else name

    @property
    def style_url(self) -> str:
        """The style of all public pages."""
        return self.static("portal.css")

    def long_day(self, day) -> str:
        """``thứ Tư 14/8/2024``, its first letter large."""
        text = self.text(fmt.weekday_date(day))
        return text[:1].upper() + text[1:]


class PublicPage(BrowserView):
    """Base of the views of public pages.

    Attributes that the frame reads, all optional: ``title``, ``description`` (for search
    engines), ``menu_id``, ``address``, ``feeds`` (of (title, url)), ``has_search`` (False
    leaves the search field out of the head), ``robots``.
    """

    title = ""
    description = ""
    menu_id = ""

    def __call__(self):
        """The page, or nothing when the asker has it already."""
        return answer(self.request, self.render())

    def render(self) -> str:
        """The HTML of the page."""
        return self.index()


def is_anonymous() -> bool:
    """Whether nobody is signed in."""
    user = getSecurityManager().getUser()
    return user is None or user.getId() is None


def set_headers(request, cache: str = "") -> None:
    """The headers of every public answer, unless the page has set its own."""
    wanted = HEADERS | {
        "Cache-Control": cache or (PUBLIC if is_anonymous() else PRIVATE),
        "Content-Security-Policy": POLICY,
    }
    for name, value in wanted.items():
        if not request.response.getHeader(name):
            request.response.setHeader(name, value)


def answer(request, body, cache: str = ""):
    """Send a public answer with its ETag; 304 and no body to who has the same already.

    Packed for who takes it so: a proxy then keeps it packed, and packs no copy for each asker.
    """
    set_headers(request, cache)
    octets = body.encode() if isinstance(body, str) else body
    response = request.response
    response.setHeader("Vary", "Accept-Encoding")
    packs = "gzip" in request.getHeader("Accept-Encoding", "") and len(octets) > WORTH_PACKING
    tag = f'"{sha256(octets).hexdigest()[:24]}{"-gz" if packs else ""}"'
    response.setHeader("ETag", tag)
    asked = request.getHeader("If-None-Match", "").split(",")
    known = [one.strip().removeprefix("W/") for one in asked]
    if response.getStatus() == 200 and (tag in known or "*" in known):
        response.setStatus(304)
        return ""
    if not packs:
        return body
    response.setHeader("Content-Encoding", "gzip")
    return gzip.compress(octets, 6, mtime=0)


def static_url(name: str) -> str:
    """Address of one static file with its version."""
    return resources.static(getSite().absolute_url(), name)
