"""Logging in and out, in the look and the language of the office.

Plone does the work; the pages are ours, and its greetings are left out.
"""

from plone import api
from Products.CMFPlone.browser.login.login import LOGIN_TEMPLATE_IDS
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.logout import LoggedOutView as PloneLoggedOutView
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from urllib.parse import urlsplit
from vanphong import _
from vanphong.desktop.browser.front import FrontView


class LoginView(LoginForm):
    """Name and password."""

    title = _("Log in")
    page_class = "vp-front"
    has_failed = False

    body_title = FrontView.body_title
    style = FrontView.style

    def render(self):
        """The page; what Plone has to say of a failure is said at the fields."""
        self.has_failed = self.request.method == "POST"
        IStatusMessage(self.request).show()
        return super().render()

    def redirect_after_login(self, came_from=None, is_initial_login=False):
        """Go on without a greeting."""
        IStatusMessage(self.request).show()
        super().redirect_after_login(came_from, is_initial_login)

    @property
    def came_from(self) -> str:
        """Where the person wanted to go."""
        return self.get_came_from() or ""

    @property
    def typed_name(self) -> str:
        """The name that was typed before the refusal."""
        name = self.request.form.get("__ac_name", "")
        return name if isinstance(name, str) else ""


class LoginHelpView(BrowserView):
    """Whom to ask for a name or a password: nobody registers oneself."""

    title = _("I have forgotten my name or password")
    page_class = "vp-front"

    body_title = FrontView.body_title
    style = FrontView.style

    @property
    def contact(self) -> str:
        """E-mail address of the site, "" when none is set."""
        return api.portal.get_registry_record("plone.email_from_address", default="") or ""

    @property
    def site_url(self) -> str:
        """Address of the site."""
        return api.portal.get().absolute_url()


class LoggedOutView(PloneLoggedOutView):
    """Says that the session has ended; who is still signed in goes to the front door."""

    title = _("Logged out")
    page_class = "vp-front"

    def __call__(self):
        """The page."""
        if api.user.is_anonymous():
            return self.index()
        self.request.response.redirect(self.site_url)
        return ""

    @property
    def site_url(self) -> str:
        """Address of the site."""
        return api.portal.get().absolute_url()


class ToTheDesktop:
    """After logging in: the page that was asked for, else the desktop."""

    def __init__(self, context, request) -> None:
        self.request = request

    def __call__(self, came_from=None, is_initial_login=False) -> str:
        """Address to go to."""
        portal_url = api.portal.get().absolute_url()
        if came_from and not self._is_door(came_from, portal_url):
            return came_from
        return f"{portal_url}/@@desktop"

    def _is_door(self, url: str, portal_url: str) -> bool:
        """Whether the address is the front page, or one of the pages for logging in."""
        path = urlsplit(url).path.rstrip("/")
        return path == urlsplit(portal_url).path or path.rpartition("/")[2].lstrip("@") in (
            *LOGIN_TEMPLATE_IDS,
        )
