"""Mục lục văn bản: what a file held when it was closed, made by the worker and kept.

The inventory is a value of its own: whatever becomes of the documents later, it says what the
file was closed with.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from itertools import islice
from persistent import Persistent
from vanphong.calendars import clock
from vanphong.casefiles import closing_records
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger.paging import SIZE


KIND = "close-file"

#: So many documents are looked at in one batch.
BATCH = 100


class Inventory(Persistent):
    """Records of a file and of its documents by their numbers; ``file`` None until made."""

    def __init__(self):
        self.file = None
        self.entries = IOBTree()
        self.made_at = None


class Imported(Persistent):
    """What came with a package: its UUID, the records, and the originals by their SHA-256."""

    def __init__(self, uuid: str):
        self.uuid = uuid
        self.entries = IOBTree()
        self.files = OOBTree()


def is_made(case_file) -> bool:
    """Whether the inventory of a closed file is complete."""
    return case_file.inventory is not None and case_file.inventory.file is not None


def request(case_file) -> str:
    """Have the inventory made; the UID of the job."""
    case_file.inventory = None
    return jobs.put(KIND, case_file.UID(), key=case_file.UID())


def file_record(case_file) -> FileRecord:
    """The record of a file: as it was closed, or as it is."""
    return (
        case_file.inventory.file if is_made(case_file) else closing_records.file_record(case_file)
    )


def records(case_file) -> Iterator[EntryRecord]:
    """The records of all documents: as the file was closed with them, or as they are."""
    if is_made(case_file):
        yield from case_file.inventory.entries.values()
        return
    for entry in entries.every(case_file):
        yield record(case_file, entry)


def page(case_file, after: int = 0, size: int = SIZE) -> list[EntryRecord]:
    """Some records of the inventory, from a number on; empty while it is not made."""
    if not is_made(case_file):
        return []
    return list(islice(case_file.inventory.entries.values(after + 1), size))


def record(case_file, entry) -> EntryRecord:
    """The record of one document as it is now."""
    if case_file.imported is not None and entry.number in case_file.imported.entries:
        return case_file.imported.entries[entry.number]
    return closing_records.entry_record(entry, places.by_uid(entry.document_uid))


@jobs.handler(KIND, title=_("Making the inventory of a file"))
def make(job: jobs.Job) -> jobs.More | jobs.Done:
    """One batch of documents; with the last one the inventory is complete."""
    case_file = places.by_uid(job.subject)
    if case_file is None or case_file.closed_at is None or is_made(case_file):
        return jobs.Done()
    if not job.cursor or case_file.inventory is None:
        case_file.inventory = Inventory()
        if case_file.imported is None:
            entries.put_in_order(case_file)
    after = job.cursor.get("after", 0) if case_file.inventory.entries else 0
    batch = entries.page(case_file, after, BATCH)
    for entry in batch:
        case_file.inventory.entries[entry.number] = record(case_file, entry)
    made = len(case_file.inventory.entries)
    total = entries.count(case_file)
    if len(batch) == BATCH:
        return jobs.More(cursor={"after": batch[-1].number}, done=made, total=total)
    case_file.inventory.file = closing_records.file_record(case_file)
    case_file.inventory.made_at = clock.now()
    return jobs.Done({"documents": made})
