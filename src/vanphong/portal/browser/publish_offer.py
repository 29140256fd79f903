"""“Công bố”: on the page of an issued document, for who may publish it."""

from collections.abc import Iterator
from vanphong import _
from vanphong.documents.browser.scope import may
from vanphong.errors import OfficeError
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.portal import publications
from vanphong.portal import rules
from vanphong.portal.actions import PUBLISH
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.offers import Offer
from zope.interface import implementer


@implementer(IOffers)
class PublishOffer:
    """See IOffers."""

    def __init__(self, situation, request) -> None:
        self.document = situation.document

    def offers(self) -> Iterator[Offer]:
        """Publish it, or see how its publication stands."""
        if not IOutgoing.providedBy(self.document) or not may(PUBLISH, self.document):
            return
        found = publications.of_document(self.document.UID())
        if found is not None and found.state != rules.State.WITHDRAWN:
            url = f"{found.absolute_url()}/@@publication"
            yield Offer("publication", _("Publication"), "eye", 68, url=url)
        elif _is_fit(self.document):
            yield Offer("publish", _("Publish"), "eye", 68, page="@@publish")


def _is_fit(document) -> bool:
    try:
        rules.refuse_unfit(publications.source(document))
    except OfficeError:
        return False
    return True
