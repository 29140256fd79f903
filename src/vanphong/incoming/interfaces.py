"""Public contract of the incoming documents: marker and events."""

from vanphong.routing.interfaces import IRouted
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IIncoming(IRouted):
    """Marks an incoming document."""


class IIncomingEvent(IObjectEvent):
    """Something happened to an incoming document as a whole."""


@implementer(IIncomingEvent)
class IncomingEvent(ObjectEvent):
    """See IIncomingEvent."""


class DocumentArrived(IncomingEvent):
    """It waits for the records clerk."""


class DocumentRegistered(IncomingEvent):
    """It has an arrival number."""


class DocumentReturned(IncomingEvent):
    """It went back to its sender."""


class DocumentPresented(IncomingEvent):
    """It lies before a leader."""


class DocumentCorrected(IncomingEvent):
    """Its particulars were corrected."""


class DocumentWithdrawn(IncomingEvent):
    """Its sender has recalled it."""


class RegistrationCancelled(IncomingEvent):
    """It was registered by mistake; its number is void."""


class DocumentAnswered(IncomingEvent):
    """A reply to it was issued."""


class IDocumentPart(Interface):
    """What a feature above adds to the page of a document.

    Subscription adapter of (``vanphong.incoming.browser.situation.Situation``, request).

    Security contract: it is asked only for a person who may see the document, must not
    write, and offers nothing that the act itself would refuse to this person now.
    """

    def offers():
        """Return ``vanphong.routing.browser.offers.Offer`` values: acts of this person."""

    def opinions():
        """Return ``vanphong.incoming.browser.opinions.Opinion`` values, the newest first."""
