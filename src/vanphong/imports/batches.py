"""An import as it is kept: its rows, how far each is, and where the files lie."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from persistent import Persistent
from plone import api
from typing import Any
from uuid import uuid4
from vanphong.calendars import clock
from vanphong.imports import rules
from vanphong.imports import sources
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.imports"

#: Imports of a body that are listed.
SHOWN = 50

#: How far a row is.
READ, GOOD, BAD, THERE, ENTERED, FAILED = "read", "good", "bad", "there", "entered", "failed"


@dataclass(frozen=True)
class Row:
    """A row of the list. Of a secret one nothing is kept but its number and why it stays out."""

    direction: str
    number: int
    state: str = READ
    cells: tuple[tuple[str, str], ...] = ()
    findings: tuple[rules.Finding, ...] = ()
    label: str = ""
    key: str = ""
    register: str = ""
    document_uid: str = ""
    path: str = ""

    def to(self, state: str, **more: Any) -> "Row":
        """The row, further on."""
        return replace(self, state=state, **more)

    def cell(self, name: str) -> str:
        """What stands in a column."""
        return dict(self.cells).get(name, "")


class Batch(Persistent):
    """One import of one body.

    ``state`` is checking, checked, entering or ended; ``job_uid`` the job that does it now.
    """

    state = "checking"
    job_uid = ""
    since_1904 = False
    started_at = None
    started_by = ""
    ended_at = None

    def __init__(self, body_uid, owner, title, name):
        self.uid = uuid4().hex
        self.body_uid = body_uid
        self.owner = owner
        self.by = title
        self.name = name
        self.made_at = clock.now()
        self.place = ""  # the folder of the files; "" for the one of ours
        self.unknown = {}
        self.rows = IOBTree()
        self.files = OOBTree()
        self.seen = OOBTree()  # what rows before have named: numbers, files, keys
        self.counts = {}

    @property
    def folder(self):
        """Where its files lie."""
        return Path(self.place) if self.place else sources.staging(self.uid)

    def begin(self, title):
        """Note who has it entered."""
        self.state = "entering"
        self.started_at = clock.now()
        self.started_by = title

    def add(self, row):
        """Put a row behind the others."""
        self.rows[len(self.rows)] = row
        self._count(row.state, 1)

    def put(self, index, row):
        """Put a row in the place of what it was before."""
        self._count(self.rows[index].state, -1)
        self._count(row.state, 1)
        self.rows[index] = row

    def count(self, *states):
        """How many rows are so far."""
        return sum(self.counts.get(state, 0) for state in states)

    def _count(self, state, n):
        self.counts = {**self.counts, state: self.counts.get(state, 0) + n}

    @property
    def size(self):
        """How many rows the list has."""
        return sum(self.counts.values())


def keep(batch: Batch) -> None:
    """Keep an import."""
    notes = IAnnotations(api.portal.get())
    if KEY not in notes:
        notes[KEY] = OOBTree()
    notes[KEY][batch.uid] = batch


def find(uid: str) -> Batch | None:
    """An import by its UID."""
    return IAnnotations(api.portal.get()).get(KEY, {}).get(uid)


def drop(batch: Batch) -> None:
    """Forget an import and throw its files away."""
    del IAnnotations(api.portal.get())[KEY][batch.uid]


def of(body_uid: str) -> list[Batch]:
    """The imports of a body, the newest first."""
    kept = IAnnotations(api.portal.get()).get(KEY, {})
    found = [one for one in kept.values() if one.body_uid == body_uid]
    return sorted(found, key=lambda one: one.made_at, reverse=True)[:SHOWN]


def rows_from(batch: Batch, first: int, size: int) -> Iterator[tuple[int, Row]]:
    """Rows with their places in the list, beginning with one."""
    return iter(batch.rows.items(min=first, max=first + size - 1))
