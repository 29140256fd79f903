"""Public contract of the case files: markers, settings, events."""

from vanphong import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class ICaseFile(Interface):
    """Marks a file of work (hồ sơ công việc)."""

    body_uid = Attribute("UID of the body whose file it is")
    unit_uid = Attribute("UID of the unit whose work it is about")


class IFileList(Interface):
    """Marks the file list of a body for a year (danh mục hồ sơ)."""

    body_uid = Attribute("UID of the body")


class IOpenWork(Interface):
    """Subscription adapter of an ICaseFile: what of it has not ended, kept by a feature above.

    It is asked before the file is closed, must not write, and knows no person: who may close
    a file is told what stands in the way.
    """

    def found():
        """Return ``vanphong.casefiles.rules.closing.OpenWork`` values."""


class ICaseFileSettings(Interface):
    """What an administrator keeps for case files."""

    retention_rules = schema.List(
        title=_("Retention periods"),
        description=_(
            "One per line: code | group | title | period | source law | valid from | valid to."
        ),
        value_type=schema.TextLine(),
        required=False,
    )


class ICaseFileEvent(IObjectEvent):
    """Something was done with a file of work."""


@implementer(ICaseFileEvent)
class CaseFileEvent(ObjectEvent):
    """See ICaseFileEvent."""


class CaseFileOpened(CaseFileEvent):
    """A file was opened."""


class CaseFilesOpened(CaseFileEvent):
    """The planned files of a person were opened; ``object`` is the file list."""


class CaseFileChanged(CaseFileEvent):
    """Particulars of a file were changed."""


class RetentionLowered(CaseFileEvent):
    """The retention period of a file was shortened, with approval."""


class RosterChanged(CaseFileEvent):
    """Somebody came to the roster of a file, changed the part in it, or left it."""


class DocumentFiled(CaseFileEvent):
    """A document was put into the file."""

    def __init__(self, case_file, document, entry):
        super().__init__(case_file)
        self.document = document
        self.entry = entry


class DocumentTakenOut(DocumentFiled):
    """A document was taken out of the file."""


class EntryMoved(CaseFileEvent):
    """A document got another number in the file."""


class IFileListEvent(IObjectEvent):
    """Something was done with a file list."""


@implementer(IFileListEvent)
class FileListEvent(ObjectEvent):
    """See IFileListEvent."""


class FileListStarted(FileListEvent):
    """A list was begun."""


class FileListChanged(FileListEvent):
    """Lines of a list were changed."""


class FileListMoved(FileListEvent):
    """A list was submitted, approved, taken back or sent back."""
