"""Cách ly: files that nobody may open before they were found clean.

Their content stands apart from the documents, where no page and no service reads it. The
document keeps the attachment without its content, and so remembers that there was a file.
"""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from plone import api
from typing import BinaryIO
from vanphong.attachments import previews
from vanphong.attachments import rules
from vanphong.calendars import clock
from vanphong.ledger import jobs
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.quarantine"

#: Why a file may be let out by a scan alone.
NEVER_SEEN = frozenset({"no-scanner", "not-scanned"})

#: Kind of the job that scans such files again, and how long after the first of them came.
SCAN = "scan-held-files"
LATER = timedelta(minutes=2)


class Held(Persistent):
    """A file in quarantine."""

    def __init__(self, document_uid, attachment, blob):
        self.document_uid = document_uid
        self.attachment = attachment
        self.blob = blob
        self.since = clock.now()

    @property
    def why(self) -> str:
        """Code of the reason, see ``rules.WHY``."""
        return self.attachment.progress.of(rules.CHECK).why

    @property
    def virus(self) -> str:
        """Name of the virus that was found, or ""."""
        return self.attachment.virus

    def open(self) -> BinaryIO:
        """The content, for the scanner alone."""
        return self.blob.open("r")


def held() -> list[Held]:
    """All files in quarantine, the newest first."""
    return sorted(_store(make=False).values(), key=lambda one: one.since, reverse=True)


def count() -> int:
    """How many files are in quarantine."""
    return len(_store(make=False))


def find(uid: str) -> Held | None:
    """The file with the UID of its attachment, None when it is not in quarantine."""
    return _store(make=False).get(uid)


def take(document, attachment, why: str, virus: str = "") -> None:
    """Put a file of a document into quarantine; what was made of it goes away."""
    store = _store(make=True)
    if attachment.uid not in store:
        store[attachment.uid] = Held(document.UID(), attachment, attachment.blob)
    attachment.blob = None
    attachment.words = attachment.draft = None
    attachment.virus = virus
    attachment.progress = rules.held(why)
    previews.forget(attachment)
    if why in NEVER_SEEN:
        scan_later()


def scan_later() -> None:
    """Have the files scanned that no scanner has seen, see ``rescan.run_held``."""
    jobs.put(SCAN, "", key=SCAN, at=clock.now() + LATER)


def release(attachment, state: rules.State, why: str = "") -> None:
    """Give the file back to its document; its other stages begin."""
    attachment.blob = _store(make=True).pop(attachment.uid).blob
    attachment.virus = ""
    attachment.progress = rules.released(attachment.progress, state, why)


def delete(attachment) -> None:
    """Delete the content for ever."""
    del _store(make=True)[attachment.uid]
    attachment.is_deleted = True


def _store(make: bool):
    notes = IAnnotations(api.portal.get())
    if KEY not in notes:
        if not make:
            return {}
        notes[KEY] = OOBTree()
    return notes[KEY]
