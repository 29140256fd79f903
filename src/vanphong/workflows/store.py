"""Where drafts and versions are kept: on the site, beside the workflows themselves.

A version is never changed. There is one draft of a workflow at most; its revision counts
every change, so that two people who edit at once notice each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from typing import Any
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.rules.values import dump
from vanphong.workflows.rules.values import load
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.workflows"


@dataclass(frozen=True)
class Version:
    """What was applied once. ``restores`` is the version that an undo has brought back.

    ``values`` are an object of their own in the database, see ``kept``.
    """

    number: int
    author: str
    author_title: str
    at: datetime | None
    reason: str
    values: Mapping[str, Any]
    restores: int = 0

    @property
    def workflow(self) -> Workflow:
        """The workflow of that version."""
        return load(self.values)

    @property
    def origin(self) -> int:
        """The version whose content it has."""
        return self.restores or self.number


@dataclass(frozen=True)
class Draft:
    """What somebody has prepared. ``base`` is the workflow that the draft was begun from."""

    revision: int
    author: str
    author_title: str
    at: datetime
    values: dict[str, Any]
    base: dict[str, Any]

    @property
    def workflow(self) -> Workflow:
        """The workflow as it would be."""
        return load(self.values)

    @property
    def begun_from(self) -> Workflow:
        """The workflow as it was when the draft was begun."""
        return load(self.base)


class Record(Persistent):
    """Drafts and versions of one workflow.

    ``revision`` is that of the newest draft, also when there is none any more; ``job`` the
    UID of the job that brings documents after, ``leaving`` the states that it empties.
    """

    def __init__(self) -> None:
        self.versions: tuple[Version, ...] = ()
        self.draft: Draft | None = None
        self.revision = 0
        self.job = ""
        self.leaving: tuple[str, ...] = ()
        self.changed_by = ""
        self.changed_at: datetime | None = None

    @property
    def current(self) -> Version | None:
        """The version in force; None while nothing was ever applied here."""
        return self.versions[-1] if self.versions else None

    def version(self, number: int) -> Version | None:
        """A version by its number."""
        return next((one for one in self.versions if one.number == number), None)


#: What stands for a workflow of which nothing is kept yet; never written to.
_NOTHING = Record()


def record(workflow_id: str) -> Record:
    """What is kept of a workflow, to be looked at."""
    book = IAnnotations(api.portal.get()).get(KEY)
    return _NOTHING if book is None else book.get(workflow_id, _NOTHING)


def record_for_writing(workflow_id: str) -> Record:
    """The same to be changed; made when it is not there yet."""
    notes = IAnnotations(api.portal.get())
    if KEY not in notes:
        notes[KEY] = PersistentMapping()
    if workflow_id not in notes[KEY]:
        notes[KEY][workflow_id] = Record()
    return notes[KEY][workflow_id]


def values(workflow: Workflow) -> dict[str, Any]:
    """A workflow as a draft keeps it."""
    return dump(workflow)


def kept(workflow: Workflow) -> Mapping[str, Any]:
    """The same for a version: stored once, and not again with every change of the record."""
    return PersistentMapping(dump(workflow))
