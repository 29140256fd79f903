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


class IRouteTemplates(Interface):
    """Marks the folder of the route templates."""


class IRouteTemplate(Interface):
    """Marks a route template."""


class IRouteFacts(Interface):
    """Adapter on a document: what the conditions of routes look at."""

    def facts():
        """Return ``vanphong.routing.rules.routes.Facts``."""

    def drafter():
        """Return user id and title of who drafts it, two empty texts for nobody."""


class IFiling(Interface):
    """Utility: the files of work in which documents are kept; there is at most one.

    Nobody is let into a file by it: what it does is done by the acts of the files, and asks
    for their permissions.
    """

    def prepared(document, case_file):
        """Check that a document may be put into the file with this code or number and symbol.

        Returns the code and a function that does it, or None for a text that names no file.
        Raises OfficeError, and then has written nothing.
        """

    def fields(document):
        """Inputs by which a form asks where the document is to be kept."""

    def chosen(document, asked):
        """What was chosen in those inputs: a function that gives the code of the file, opening
        it when it is new; ``asked(name)`` gives what was typed.

        Raises OfficeError before anything is written.
        """


class IStages(Interface):
    """Adapter on a routed document: moves it to the stage that its sheet has reached."""

    def stage_of(sheet):
        """What stage a sheet means for this type of document."""

    def move_to(stage):
        """Fire the workflow transition towards this stage, if it is not there yet."""


class IStageEvent(IObjectEvent):
    """A document was passed on from a state put between two stages."""


@implementer(IStageEvent)
class StagePassed(ObjectEvent):
    """See IStageEvent."""


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


class HolderReplaced(StepEvent):
    """A running step was given to another person; ``step`` is the new one."""


class RouteTemplateChanged(ObjectEvent):
    """A route template was added, drafted, put into force, moved or retired."""
