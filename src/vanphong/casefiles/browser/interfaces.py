"""What the page of a file asks of the features beside and above it."""

from zope.interface import Interface


class ICaseOffers(Interface):
    """Subscription adapter of (ICaseFile, request): acts on the page of a file.

    Security contract: it is asked only for a person who may see the file, must not write, and
    offers nothing that the act itself would refuse to this person now.
    """

    def offers():
        """Return ``vanphong.routing.browser.offers.Offer`` values."""


class ICaseParts(Interface):
    """Subscription adapter of (ICaseFile, request): cards on the page of a file.

    Security contract as for ICaseOffers.
    """

    def parts():
        """Return dicts: id, icon, title, order, html (trusted markup), and link, link_title."""
