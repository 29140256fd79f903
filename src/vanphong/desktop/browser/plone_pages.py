"""Pages of Plone itself, as staff see them: in the colours of the office, with a way back."""

from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong.ui.browser.public import is_anonymous
from vanphong.ui.browser.resources import static
from vanphong.ui.interfaces import IShell
from zope.component import getMultiAdapter


class Style(ViewletBase):
    """Our style after Plone's own; citizens have another frame."""

    def render(self) -> str:
        """The link, or nothing."""
        if is_anonymous():
            return ""
        return f'<link rel="stylesheet" href="{static(self.site_url, "plone.css")}" />'


class Logo(ViewletBase):
    """The emblem and the body's name in the place of Plone's logo."""

    index = ViewPageTemplateFile("plone_logo.pt")

    @property
    def shell(self):
        """Names and addresses of the frame."""
        return getMultiAdapter((self.context, self.request), IShell)

    @property
    def emblem(self) -> str:
        """Address of the picture."""
        return static(self.site_url, "emblem.svg")
