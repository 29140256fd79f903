"""Public contract of the routing sheet: events, and what a routed document offers."""

from vanphong.documents.interfaces import IOfficeDocument
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IRouted(IOfficeDocument):
    """Marks a document with a routing sheet."""

    routing_sheet = Attribute("vanphong.routing.sheet.RoutingSheet")


class IStages(Interface):
    """Adapter on a routed document: moves it to the stage that its sheet has reached."""

    def move_to(stage):
        """Fire the workflow transition to this stage, if it is not there yet."""


class IStepEvent(IObjectEvent):
    """Something happened to a step. ``object`` is the document."""

    step = Attribute("the step as it is now")
    by = Attribute("vanphong.routing.rules.By")


@implementer(IStepEvent)
class StepEvent(ObjectEvent):
    """See IStepEvent."""

    def __init__(self, target, step, by):
        super().__init__(target)
        self.step = step
        self.by = by


class WorkReceived(StepEvent):
    """A unit has received its step."""


class WorkAssigned(StepEvent):
    """A step was given to a person; ``step`` is the person's."""


class WorkHandedBack(StepEvent):
    """A step was handed back with a reason."""


class ExtensionAsked(StepEvent):
    """A later due date was asked for."""


class ExtensionDecided(StepEvent):
    """An extension was granted or refused."""


class ResultReported(StepEvent):
    """A result was written down."""


class WorkFinished(StepEvent):
    """A step was finished."""


class WorkTakenBack(StepEvent):
    """A step was taken back unopened."""


class WorkUrged(StepEvent):
    """The holder of a step was reminded."""
