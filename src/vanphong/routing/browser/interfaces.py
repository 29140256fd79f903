"""What the page of a document asks of the features beside and above it."""

from zope.interface import Interface


class IOffers(Interface):
    """Acts that another feature offers on the page of a document.

    Subscription adapter of (``vanphong.routing.browser.situation.RoutedSituation``, request).

    Security contract: it is asked only for a person who may see the document, must not
    write, and offers nothing that the act itself would refuse to this person now.
    """

    def offers():
        """Return ``vanphong.routing.browser.offers.Offer`` values: acts of this person."""


class IPanels(Interface):
    """Cards that another feature shows on the page of a document.

    Subscription adapter of (``vanphong.routing.browser.situation.RoutedSituation``, request),
    with the security contract of IOffers.
    """

    def panels():
        """Return dicts: id, icon, title, html (trusted markup), and link, link_title."""
