"""An attached file."""

from persistent import Persistent


class Attachment(Persistent):
    """One file of a document: never altered once accepted.

    Kept as a persistent value of the document, not as content of its own: it has no rights,
    state or address apart from the document's, and one file may belong to several
    documents without a copy.
    """

    def __init__(self, *, uid, role, blob, sha256, size, kind, added_at, added_by):
        self.uid = uid
        self.role = role  # "main" or "attachment"
        self.blob = blob  # plone.namedfile NamedBlobFile
        self.sha256 = sha256
        self.size = size
        self.kind = kind  # short label of the true type, such as PDF
        self.added_at = added_at
        self.added_by = added_by

    @property
    def filename(self):
        """Name under which the file was brought."""
        return self.blob.filename

    @property
    def content_type(self):
        """The true type, read from the content."""
        return self.blob.contentType
