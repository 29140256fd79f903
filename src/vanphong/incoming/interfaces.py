"""Public contract of the incoming documents: marker and events."""

from vanphong.routing.interfaces import IRouted
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
