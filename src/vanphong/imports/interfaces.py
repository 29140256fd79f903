"""Public contract of the imports: events."""

from zope.interface import Attribute
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IImportEvent(IObjectEvent):
    """Something happened to an import. ``object`` is the body."""

    uid = Attribute("UID of the import")


@implementer(IImportEvent)
class ImportEvent(ObjectEvent):
    """See IImportEvent."""

    def __init__(self, body, uid):
        super().__init__(body)
        self.uid = uid


class ImportPrepared(ImportEvent):
    """A list was read; its rows are being checked."""


class ImportStarted(ImportEvent):
    """Its documents are being entered."""


class ImportStopped(ImportEvent):
    """It does not go on before somebody says so."""


class ImportResumed(ImportEvent):
    """It goes on where it was."""


class ImportDiscarded(ImportEvent):
    """The list and its files were thrown away; what was entered stays."""
