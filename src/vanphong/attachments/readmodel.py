"""The rows of a document's files in the ledger."""

from vanphong.attachments import rules
from vanphong.ledger import files
from vanphong.ledger.interfaces import IReadModel
from zope.interface import implementer


def write(document) -> None:
    """Write the rows of a document's files."""
    files.put(list(rows(document)))


def changed(document, attachment) -> None:
    """Write what has changed of one file, for each document that it belongs to."""
    write(document)
    files.change(attachment.uid, _state(attachment))


def rows(document):
    """One row for each file."""
    uid = document.UID()
    for position, one in enumerate(document.attachments):
        yield {
            "file_uid": one.uid,
            "document_uid": uid,
            "body_uid": document.body_uid,
            "role": one.role,
            "filename": one.filename,
            "kind": one.kind,
            "sha256": one.sha256,
            "position": position,
            "size": one.size,
            "added_at": one.added_at,
            **_state(one),
        }


def _state(attachment):
    """What the stages change."""
    progress = attachment.progress
    return {
        "pages": attachment.pages,
        "checked": str(progress.of(rules.CHECK).state),
        "read": str(progress.of(rules.READ).state),
        "previewed": str(progress.of(rules.PREVIEW).state),
        "why": progress.summary.why,
        "unread": progress.is_unread,
    }


@implementer(IReadModel)
class FileRows:
    """Adapter of a document; ``documents`` registers it, for files know no document."""

    table = "file"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        return list(rows(self.context))
