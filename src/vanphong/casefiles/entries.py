"""What lies in a file: the truth, in BTrees on the file; mirrored into ``case_entry``.

Numbers are given in order and kept while the file is open; a document that is taken out
leaves its number free until the entries are put in order. Adding one touches two buckets,
whatever the file already has.
"""

from Acquisition import aq_base
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from itertools import islice
from persistent import Persistent
from vanphong.casefiles.rules.entries import Entry
from vanphong.ledger import case_entries
from vanphong.ledger.paging import SIZE


class Contents(Persistent):
    """References by number, and numbers by document."""

    def __init__(self):
        self.by_number = IOBTree()
        self.by_document = OOBTree()
        self.documents = 0
        self.pages = 0


@dataclass(frozen=True)
class Kept:
    """On a document: a file that holds it, and whether that lets the file's readers read it."""

    case_file: str
    grants: bool


def count(case_file) -> int:
    """How many documents lie in a file."""
    return 0 if case_file.contents is None else case_file.contents.documents


def pages(case_file) -> int:
    """How many pages its documents have together."""
    return 0 if case_file.contents is None else case_file.contents.pages


def get(case_file, number: int) -> Entry | None:
    """The entry with a number."""
    return None if case_file.contents is None else case_file.contents.by_number.get(number)


def of_document(case_file, document_uid: str) -> Entry | None:
    """The entry of a document, None when it is not in the file."""
    if case_file.contents is None:
        return None
    number = case_file.contents.by_document.get(document_uid)
    return None if number is None else case_file.contents.by_number[number]


def every(case_file) -> Iterator[Entry]:
    """All entries in order."""
    if case_file.contents is not None:
        yield from case_file.contents.by_number.values()


def page(case_file, start: int = 0, size: int = SIZE) -> list[Entry]:
    """The entries after a number, in order; from there on, so any page costs the same."""
    if case_file.contents is None:
        return []
    return list(islice(case_file.contents.by_number.values(start + 1), size))


def last_number(case_file) -> int:
    """The highest number given, 0 while the file is empty."""
    if not count(case_file):
        return 0
    return case_file.contents.by_number.maxKey()


def add(case_file, entry: Entry) -> None:
    """Put an entry behind the last one; its number is the next."""
    if case_file.contents is None:
        case_file.contents = Contents()
    contents = case_file.contents
    contents.by_number[entry.number] = entry
    contents.by_document[entry.document_uid] = entry.number
    contents.documents += 1
    contents.pages += entry.pages
    case_entries.put([row(case_file, entry)])


def change(case_file, entry: Entry) -> None:
    """Put an entry in the place of the one with its number, for the same document."""
    contents = case_file.contents
    contents.pages += entry.pages - contents.by_number[entry.number].pages
    contents.by_number[entry.number] = entry
    case_entries.put([row(case_file, entry)])


def remove(case_file, entry: Entry) -> None:
    """Take an entry out."""
    contents = case_file.contents
    del contents.by_number[entry.number]
    del contents.by_document[entry.document_uid]
    contents.documents -= 1
    contents.pages -= entry.pages
    case_entries.take_away(case_file.UID(), entry.number)


def move(case_file, entry: Entry, to: int) -> None:
    """Give an entry another number; those between move by one."""
    low, high = sorted((entry.number, to))
    between = [one for one in case_file.contents.by_number.values(low, high) if one != entry]
    ahead = to < entry.number
    order = [entry, *between] if ahead else [*between, entry]
    first = low if ahead else high - len(order) + 1
    _renumber(case_file, order, first, (low, high))


def put_in_order(case_file) -> int:
    """Close the gaps that documents left; the number of the last entry."""
    order = list(every(case_file))
    if order and order[-1].number != len(order):
        _renumber(case_file, order, 1, (1, order[-1].number))
    return len(order)


def _renumber(case_file, order: list[Entry], first: int, span: tuple[int, int]) -> None:
    contents = case_file.contents
    for one in order:
        del contents.by_number[one.number]
    renewed = [replace(one, number=first + place) for place, one in enumerate(order)]
    for one in renewed:
        contents.by_number[one.number] = one
        contents.by_document[one.document_uid] = one.number
    case_entries.replace(case_file.UID(), span, [row(case_file, one) for one in renewed])


def row(case_file, entry: Entry) -> dict:
    """The ledger row that mirrors an entry."""
    return {
        "case_file_uid": case_file.UID(),
        "number": entry.number,
        "document_uid": entry.document_uid,
        "kind": entry.kind,
        "pages": entry.pages,
        "grants": entry.grants,
        "note": entry.note,
        "filed_by": entry.filed_by,
        "filed_by_title": entry.filed_by_title,
        "filed_at": entry.filed_at,
    }


def kept_in(document) -> tuple[Kept, ...]:
    """The files that hold a document, the earliest first."""
    return getattr(aq_base(document), "kept_in", ())


def keep(document, kept: Kept) -> None:
    """Note on a document that a file holds it."""
    others = tuple(one for one in kept_in(document) if one.case_file != kept.case_file)
    document.kept_in = (*others, kept)


def let_go(document, case_file_uid: str) -> None:
    """Note on a document that a file holds it no more."""
    document.kept_in = tuple(one for one in kept_in(document) if one.case_file != case_file_uid)
