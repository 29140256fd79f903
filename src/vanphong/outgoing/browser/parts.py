"""Macros of the pages of outgoing documents."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class Parts(BrowserView):
    """Macros only: the view itself answers "not found"."""

    template = ViewPageTemplateFile("parts.pt")

    def __call__(self):
        """The macros are not a page."""
        raise NotFound(self.__name__)

    @property
    def macros(self):
        """By name."""
        return self.template.macros
