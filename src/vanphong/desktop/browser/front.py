"""The front door: staff go to their desktop, citizens see the portal."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.desktop.shell import ADMINISTRATION
from vanphong.desktop.shell import first_body
from vanphong.documents.browser.scope import may
from vanphong.ui.browser.resources import static
from zope.component import getMultiAdapter


class FrontView(BrowserView):
    """The portal for who is not signed in; for administrators, the ways to go on."""

    title = _("Electronic office")
    page_class = "vp-front"

    def __call__(self):
        """Send staff to their desktop; administrators may also want to go elsewhere."""
        if not self.is_signed_in:
            return getMultiAdapter((self.context, self.request), name="portal")()
        if not self.is_administrator:
            self.request.response.redirect(self.desktop_url)
            return ""
        return self.index()

    @cached_property
    def is_signed_in(self) -> bool:
        """Whether anybody is signed in."""
        return not api.user.is_anonymous()

    @cached_property
    def is_administrator(self) -> bool:
        """Whether the person runs the office as a system."""
        return may(ADMINISTRATION, self.context)

    @cached_property
    def body_title(self) -> str:
        """Full name of the body, or of the site before there is one."""
        body = first_body(api.portal.get())
        return self.context.title if body is None else body.title

    @property
    def desktop_url(self) -> str:
        """Where the work waits."""
        return f"{self.context.absolute_url()}/@@desktop"

    @property
    def style(self) -> str:
        """Address of the style of these pages."""
        return static(api.portal.get().absolute_url(), "lists.css")
