"""Public contract of the directives."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IDirectiveMarker(Interface):
    """Marks a directive."""


class IDirectiveIssued(IObjectEvent):
    """A leader has directed. ``object`` is the document."""

    directive = Attribute("the directive")


@implementer(IDirectiveIssued)
class DirectiveIssued(ObjectEvent):
    """See IDirectiveIssued."""

    def __init__(self, target, directive):
        super().__init__(target)
        self.directive = directive
