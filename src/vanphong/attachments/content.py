"""An attached file."""

from persistent import Persistent
from vanphong.attachments import rules


class Attachment(Persistent):
    """One file of a document: never altered once accepted.

    Kept as a persistent value of the document, not as content of its own: it has no rights,
    state or address apart from the document's, and one file may belong to several
    documents without a copy.

    What is made of it stands beside it: ``progress`` of its stages, ``words`` that were read,
    the number of its ``pages``, and ``warnings`` for whoever opens it. ``blob`` is None while
    the file is in quarantine, and for ever once it was deleted there.
    """

    # of files that came in before there was a pipeline
    progress = rules.Progress()
    words = None  # vanphong.attachments.words.Words, when all of them were read
    draft = None  # the same, while pages are being read
    pages = 0
    warnings = ()
    virus = ""
    job_uid = ""
    is_deleted = False
    is_open = False  # somebody has looked: what was read as a stamp of secrecy is none

    def __init__(self, *, uid, role, blob, sha256, size, kind, added_at, added_by, **found):
        self.uid = uid
        self.role = role  # "main" or "attachment"
        self.blob = blob  # plone.namedfile NamedBlobFile
        self.sha256 = sha256
        self.size = size
        self.kind = kind  # short label of the true type, such as PDF
        self.added_at = added_at
        self.added_by = added_by
        self._name = blob.filename
        self._type = blob.contentType
        for name, value in found.items():
            setattr(self, name, value)

    @property
    def filename(self):
        """Name under which the file was brought."""
        return self.__dict__.get("_name") or self.blob.filename

    @property
    def content_type(self):
        """The true type, read from the content."""
        return self.__dict__.get("_type") or self.blob.contentType

    @property
    def extension(self):
        """The usual extension of its kind."""
        return rules.extension_of(self.filename)

    @property
    def is_held(self):
        """Whether it is in quarantine, or was deleted there: nobody can open it."""
        check = self.progress.of(rules.CHECK)
        return self.__dict__.get("blob") is None or check.state == rules.State.FAILED
