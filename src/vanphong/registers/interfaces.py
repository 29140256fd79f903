"""Public contract of the registers."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IRegisterMarker(Interface):
    """Marks a register."""


class INumberEvent(IObjectEvent):
    """Something happened to a number. ``object`` is the register."""

    number = Attribute("label of the number, such as 45a")


@implementer(INumberEvent)
class NumberEvent(ObjectEvent):
    """See INumberEvent."""

    def __init__(self, target, number):
        super().__init__(target)
        self.number = number


class NumberInserted(NumberEvent):
    """A number with a letter was inserted behind one that had been given."""


class NumberVoided(NumberEvent):
    """A number was voided; it is never given again."""
