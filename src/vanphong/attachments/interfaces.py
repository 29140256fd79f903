"""Public contract of the files: settings and events."""

from vanphong import _
from vanphong.attachments.rules import Antivirus
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


ANTIVIRUS = SimpleVocabulary(
    [
        SimpleTerm(
            str(Antivirus.REQUIRED),
            title=_("Required: what cannot be checked goes into quarantine"),
        ),
        SimpleTerm(
            str(Antivirus.IF_AVAILABLE),
            title=_("If a scanner answers: else files are accepted unchecked"),
        ),
        SimpleTerm(str(Antivirus.OFF), title=_("Off: nothing is checked for viruses")),
    ]
)


class IFileSettings(Interface):
    """What may be attached to documents, and how it is checked."""

    antivirus = schema.Choice(
        title=_("Virus scanner"),
        description=_("ClamAV, over the socket that VANPHONG_CLAMD names."),
        vocabulary=ANTIVIRUS,
        default=str(Antivirus.IF_AVAILABLE),
    )
    kinds = schema.List(
        title=_("Accepted kinds of files"),
        description=_(
            "One per line: the extension. For a kind of your own also its MIME type, its name"
            " and the first bytes of its files in hex: dwg | image/vnd.dwg | AutoCAD (DWG) |"
            " 41433130."
        ),
        value_type=schema.TextLine(),
    )
    max_megabytes = schema.Int(
        title=_("Largest file, in MB"),
        description=_("Keep it below StreamMaxLength of clamd, or large files are not scanned."),
        default=100,
        min=1,
        max=240,
    )
    max_unpacked_megabytes = schema.Int(
        title=_("Largest office file when unpacked, in MB"),
        description=_("Keep it below MaxScanSize of clamd."),
        default=100,
        min=1,
        max=2000,
    )
    ocr_pages = schema.Int(
        title=_("Pages of one file that are read from scans"),
        description=_("Each takes about two seconds; the pages after them are not searched."),
        default=300,
        min=0,
        max=5000,
    )


class IFileGuard(Interface):
    """A named utility that may refuse a file before it is accepted."""

    def __call__(path, extension):
        """Look at a file that has passed all other checks; ``path`` must not be kept.

        :raises OfficeError: the file does not come in.
        """


class FileEvent:
    """Something happened to a file of a document."""

    def __init__(self, document, attachment):
        self.document = document
        self.attachment = attachment


class TextReady(FileEvent):
    """All words of a file have been read; ``words.text_of`` gives them.

    Fired by the worker, once for each time that a file is read.
    """


class FileHeld(FileEvent):
    """A file went into quarantine; its words are no longer to be found."""


class FileRetried(FileEvent):
    """Somebody wants a file to be read again."""


class FileReleased(FileEvent):
    """A file left the quarantine and can be opened."""


class FileRescanned(FileEvent):
    """A file in quarantine was scanned again, and stays."""


class HeldFileDeleted(FileEvent):
    """A file in quarantine was deleted; the document remembers that there was one."""


class RescanRequested:
    """Somebody wants stored files to be scanned again."""

    def __init__(self, site, job_uid):
        self.object = site
        self.job_uid = job_uid
