"""Documents that may be here already, told apart by what makes one think so.

The same file, byte for byte; the same letter, by issuer, number with symbol, and year; or a
text that looks alike, which a reminder of the same form does, too. Only what the asker may
open is found.
"""

from collections.abc import Collection
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Any
from vanphong.documents import rules
from vanphong.documents import search
from vanphong.documents.rules import similar
from vanphong.ledger import alike
from vanphong.ledger.words import FILE
from vanphong.ledger.words import PAGE
from vanphong.organisation import people


#: What makes two documents alike, the surest first.
SAME_FILE, SAME_LETTER, LIKE_TEXT = "file", "letter", "text"
KINDS = (SAME_FILE, SAME_LETTER, LIKE_TEXT)

#: So many documents are named.
SHOWN = 5


@dataclass(frozen=True)
class Content:
    """What is known of a document that is asked for; what is empty is alike to nothing.

    :param digests: SHA-256 of its files.
    :param text: the beginning of its main file's text.
    :param bands: the keys of that text, where they are stored already.
    :param exclude_uid: the document itself.
    """

    body_uid: str
    digests: tuple[str, ...] = ()
    symbol: str = ""
    organ_name: str = ""
    issued_date: date | None = None
    identifier: str = ""
    text: str = ""
    bands: tuple[int, ...] = ()
    exclude_uid: str = ""


@dataclass(frozen=True)
class Alike:
    """A document that was found: its row of the index, one of KINDS, and how much alike."""

    row: dict[str, Any]
    kind: str
    likeness: float = 1.0

    @property
    def uid(self) -> str:
        """UID of the document."""
        return self.row["document_uid"]

    @property
    def path(self) -> str:
        """Where the document lies."""
        return self.row["path"]

    @property
    def percent(self) -> int:
        """How much alike the texts are, in per cent; never 100, for they are not compared whole."""
        return min(99, round(100 * self.likeness))


@dataclass
class _Found:
    """Collects documents, each once by its surest kind."""

    items: dict[str, Alike] = field(default_factory=dict)

    def add(self, rows: Iterable[dict[str, Any]], kind: str) -> None:
        for row in rows:
            self.items.setdefault(row["document_uid"], Alike(row, kind))


def find(
    content: Content, me: people.Me | None = None, kinds: Collection[str] = KINDS
) -> list[Alike]:
    """Documents of the body that may be the same, the surest first, SHOWN at most.

    :param me: who asks; whoever is signed in.
    :param kinds: which of KINDS are wanted.
    """
    reader = search.reader_of(people.me() if me is None else me)
    where = (content.body_uid, reader, content.exclude_uid)
    found = _Found()
    if SAME_FILE in kinds:
        found.add(alike.with_files(content.digests, *where), SAME_FILE)
    if SAME_LETTER in kinds and content.symbol and content.organ_name:
        key = rules.duplicate_key(content.symbol, content.organ_name, content.issued_date)
        found.add(alike.with_number(key, content.identifier, *where), SAME_LETTER)
    if LIKE_TEXT in kinds:
        for one in _like(content, where):
            found.items.setdefault(one.uid, one)
    return list(found.items.values())[:SHOWN]


def of(document, me: people.Me | None = None) -> list[Alike]:
    """Documents that a stored one may be the same as."""
    return find(content_of(document), me)


def content_of(document) -> Content:
    """What is known of a stored document."""
    uid = document.UID()
    files = [one for one in document.attachments if not one.is_held]
    return Content(
        document.body_uid,
        tuple({one.sha256 for one in files}),
        document.symbol or "",
        document.organ_name or "",
        document.issued_date,
        document.document_identifier or "",
        beginning(document),
        alike.bands_of(uid),
        uid,
    )


def index(document) -> None:
    """Write the keys by which the document is found; call it when its words have changed."""
    alike.put(document.UID(), bands(document))


def bands(document) -> tuple[int, ...]:
    """The keys of a document's text."""
    return similar.bands(similar.opening(beginning(document)))


def beginning(document) -> str:
    """The beginning of the text of the first file that has one."""
    for attachment in document.attachments:
        text = "" if attachment.is_held or attachment.words is None else _start(attachment.words)
        if text:
            return text
    return ""


def _start(words) -> str:
    """As much of some pages as is compared."""
    found, length = [], 0
    for number in words.numbers():
        found.append(words.page(number))
        length += len(found[-1])
        if length >= alike.BEGINNING:
            break
    return "\n".join(found).strip()


def _like(content: Content, where: tuple) -> list[Alike]:
    opened = similar.opening(content.text)
    keys = content.bands or similar.bands(opened)
    if not opened:
        return []
    found = []
    for row, text in alike.with_bands(keys, *where):
        part = similar.likeness(opened, similar.opening(first_text(text)))
        if part >= similar.LIKE:
            found.append(Alike(row, LIKE_TEXT, part))
    return sorted(found, key=lambda one: -one.likeness)


def first_text(body: str) -> str:
    """The text of the first file in the texts of a document as the search keeps them."""
    _name, _newline, text = body.removeprefix(FILE).partition("\n")
    return text.partition(FILE)[0].replace(PAGE, "\n")
