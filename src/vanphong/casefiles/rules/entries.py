"""What lies in a file: references to documents, in their order (Annex VI, III.4.b to e)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


ARTICLE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.4"

#: Most pages that a document can have here.
MOST_PAGES = 9999

#: So many documents lie in one file at most.
MOST_ENTRIES = 100_000


class Kind(StrEnum):
    """What a document is to the file."""

    MAIN = "main"
    REPLY = "reply"
    BASIS = "basis"
    DRAFT = "draft"
    OTHER = "other"


KINDS = {
    Kind.MAIN: _("Main document"),
    Kind.REPLY: _("Reply"),
    Kind.BASIS: _("Legal basis"),
    Kind.DRAFT: _("Draft"),
    Kind.OTHER: _("Related document"),
}


@dataclass(frozen=True)
class Entry:
    """One document in one file: a reference with its own number, never a copy.

    ``grants`` tells that who may read the file may read the document by that.
    """

    number: int
    document_uid: str
    kind: str = Kind.MAIN
    pages: int = 0
    note: str = ""
    grants: bool = False
    filed_by: str = ""
    filed_by_title: str = ""
    filed_at: datetime | None = None


def check_kind(kind: str) -> str:
    """The kind, “main document” when it is left out.

    :raises InvalidInput: for another word.
    """
    if not kind:
        return str(Kind.MAIN)
    try:
        return str(Kind(kind))
    except ValueError:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), field="kind", value=kind, known=", ".join(Kind)
        ) from None


def check_pages(pages: int | None, counted: int) -> int:
    """Number of pages; those of the files when left out.

    :raises InvalidInput: for a number that no document has.
    """
    if pages is None:
        return min(max(counted, 0), MOST_PAGES)
    if not 0 <= pages <= MOST_PAGES:
        raise InvalidInput(
            _("The number of pages lies between 0 and ${most}."), field="pages", most=MOST_PAGES
        )
    return pages


def check_grant(*, may_hand_on: bool, forbidden: str) -> None:
    """Refuse to open a document to the readers of a file.

    :param forbidden: what the document's own rule says against it, "" for nothing.
    :raises RuleBroken: for a document that must not go further.
    """
    if forbidden:
        raise RuleBroken(
            _("The readers of the file cannot be let in: the document is marked “${mark}”."),
            mark=forbidden,
            field="grants",
            rule=ARTICLE,
        )
    if not may_hand_on:
        raise RuleBroken(
            _(
                "You have the document for information only. File it without opening it to the "
                "readers of the file."
            ),
            field="grants",
            rule=ARTICLE,
        )
