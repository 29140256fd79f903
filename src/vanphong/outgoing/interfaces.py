"""Public contract of the outgoing documents: marker and events."""

from vanphong.routing.interfaces import IRouted
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IOutgoing(IRouted):
    """Marks an outgoing document."""


class IObstacles(Interface):
    """Subscription adapter of an outgoing document: what a feature knows against issuing it."""

    def obstacles():
        """Sequence of OfficeError; issuing is refused with the first, until a reason is given."""


class IOutgoingEvent(IObjectEvent):
    """Something happened to an outgoing document."""


@implementer(IOutgoingEvent)
class OutgoingEvent(ObjectEvent):
    """See IOutgoingEvent."""


class DraftCreated(OutgoingEvent):
    """Somebody has begun a draft."""


class DraftChanged(OutgoingEvent):
    """Fields of the draft were changed, or it got a new version."""


class DraftCommented(OutgoingEvent):
    """Somebody has remarked on a version."""


class OpinionsAsked(OutgoingEvent):
    """Units or people were asked for their opinion."""


class OpinionGiven(OutgoingEvent):
    """An opinion came."""


class DraftSubmitted(OutgoingEvent):
    """The draft was submitted and goes its way."""


class DraftPassed(OutgoingEvent):
    """A holder has checked or approved it, and it went on."""


class DraftSentBack(OutgoingEvent):
    """A holder sent it back with a reason."""


class DraftWithdrawn(OutgoingEvent):
    """The drafter took it back unopened."""


class DocumentSigned(OutgoingEvent):
    """It is signed."""


class DocumentNumbered(OutgoingEvent):
    """It has number, symbol and date."""


class DocumentSealed(OutgoingEvent):
    """The seal was put on it."""


class DocumentIssued(OutgoingEvent):
    """It went to its recipients."""


class DocumentCancelled(OutgoingEvent):
    """It will not be issued."""


class DocumentRecalled(OutgoingEvent):
    """It was recalled from its recipients."""


class DocumentCopied(OutgoingEvent):
    """A certified copy was made. ``object`` may be any document of the office."""


class DocumentPrinted(OutgoingEvent):
    """It was printed to be signed."""


class DeliveryNoted(OutgoingEvent):
    """What became of a delivery outside was written down."""
