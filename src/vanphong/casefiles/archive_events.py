"""What is heard of files from their closing on."""

from vanphong.casefiles.interfaces import CaseFileEvent
from zope.interface.interfaces import ObjectEvent


class CaseFileClosed(CaseFileEvent):
    """A file was closed; its inventory is being made."""


class CaseFileReopened(CaseFileEvent):
    """A closed file was opened again."""


class FilesSubmitted(ObjectEvent):
    """Files were submitted to the archive; ``object`` is the submission."""


class CaseFileTakenOver(CaseFileEvent):
    """The archive has taken a file over."""


class CaseFileReturned(CaseFileEvent):
    """The archive has sent a file back for completion."""


class CaseFileKeptBack(CaseFileEvent):
    """A unit keeps a file longer, with consent."""


class CaseFileValued(CaseFileEvent):
    """It was decided what becomes of a file whose retention is over."""


class ExportAsked(CaseFileEvent):
    """Somebody wants a file as PDF, XML or package."""


class PackageImported(CaseFileEvent):
    """A file came in as a package."""


class WorkHandedOver(ObjectEvent):
    """The files and open steps of a person went to another; ``object`` is the unit."""


class RecordFrozen(ObjectEvent):
    """A document or a file was frozen."""


class FreezeLifted(ObjectEvent):
    """What was frozen is let go."""
