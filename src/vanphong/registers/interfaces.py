"""Public contract of the registers."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IRegisterMarker(Interface):
    """Marks a register."""


class INumberVoided(IObjectEvent):
    """A number was voided; it is never given again."""

    number = Attribute("label of the number, such as 45a")


@implementer(INumberVoided)
class NumberVoided(ObjectEvent):
    """See INumberVoided."""

    def __init__(self, object, number):
        super().__init__(object)
        self.number = number
