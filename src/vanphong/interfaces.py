"""Interfaces of the product as a whole."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IVanPhongLayer(IDefaultBrowserLayer):
    """Marks a request to a site on which vanphong is installed."""
