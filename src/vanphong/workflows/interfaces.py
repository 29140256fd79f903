"""Public contract: what a feature says of its workflow, and what happens to workflows."""

from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IHardRules(Interface):
    """Utility named like the workflow of a type of documents: what no edit may break."""

    def __call__():
        """Return ``vanphong.workflows.rules.hard.HardRules``."""


class IWorkflowEvent(IObjectEvent):
    """A workflow, or the draft of one, was changed. ``object`` is the site."""


@implementer(IWorkflowEvent)
class WorkflowEvent(ObjectEvent):
    """See IWorkflowEvent. ``workflow`` is its id."""

    def __init__(self, target, workflow: str):
        super().__init__(target)
        self.workflow = workflow


class DraftChanged(WorkflowEvent):
    """A draft was begun, changed or thrown away."""


class WorkflowApplied(WorkflowEvent):
    """A version is in force."""


class TypeBound(WorkflowEvent):
    """A type of content uses another workflow now."""
