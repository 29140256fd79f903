"""Files that a job has made of a file of work: kept for some days, for who asked for them."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from plone import api
from vanphong.calendars import clock
from zope.annotation.interfaces import IAnnotations


STORE = "vanphong.case_exports"

KEPT = timedelta(days=7)


class Export(Persistent):
    """What was asked for, its ``parts`` on the way, and the ``blob`` once it is made.

    ``left_out`` names what could not be put in, with the reason.
    """

    blob = None
    left_out = ()

    def __init__(self, owner: str, subject: str, kind: str) -> None:
        self.owner = owner
        self.subject = subject
        self.kind = kind
        self.made_at = clock.now()
        self.parts = IOBTree()

    @property
    def is_over(self) -> bool:
        """Whether it can no longer be fetched."""
        return clock.now() > self.made_at + KEPT


class Part(Persistent):
    """Some documents as one PDF, with what is to be said of each."""

    def __init__(self, blob, told):
        self.blob = blob
        self.told = told


def begin(uid: str, owner: str, subject: str, kind: str) -> Export:
    """The export of a job, made with its first batch; those that are over go."""
    notes = IAnnotations(api.portal.get())
    if STORE not in notes:
        notes[STORE] = OOBTree()
    kept = notes[STORE]
    for old in [name for name, one in kept.items() if one.is_over]:
        del kept[old]
    if uid not in kept:
        kept[uid] = Export(owner, subject, kind)
    return kept[uid]


def find(uid: str, user_id: str) -> Export | None:
    """What a job has made for this person; None for anybody else's, or an old one."""
    found = (IAnnotations(api.portal.get()).get(STORE) or {}).get(uid)
    if found is None or found.owner != user_id or found.is_over or found.blob is None:
        return None
    return found
