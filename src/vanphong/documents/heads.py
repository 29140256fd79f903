"""Reading the head of a letter from its file: suggestions for whoever registers it."""

from collections.abc import Iterable
from vanphong.attachments import places
from vanphong.attachments.content import Attachment
from vanphong.attachments.places import Pages
from vanphong.attachments.rules.places import Place
from vanphong.documents import catalogues
from vanphong.documents.rules.head import Box
from vanphong.documents.rules.head import Head
from vanphong.documents.rules.head import Line
from vanphong.documents.rules.head import Reading
from vanphong.documents.rules.head import Word
from vanphong.documents.rules.head import lines_of
from vanphong.documents.rules.head import read_head
from vanphong.ledger import documents


#: So many names of issuing bodies are known from the latest entries.
KNOWN = 500

#: Seconds that somebody who registers may have to wait.
PATIENCE = 20


def read(pages: Pages, body_uid: str) -> Head:
    """What a letter says of itself, by the name of the form's field.

    :param body_uid: the body whose latest entries give the capital letters of names.
    """
    found = read_head(
        _words(pages.places),
        known_bodies=documents.complete_organs(body_uid, "", KNOWN),
        types=tuple(catalogues.document_types().values()),
        stamps=_words(pages.stamps),
        beside=_words(pages.signer),
    )
    if found and pages.count:
        found["page_amount"] = Reading(str(pages.count), 1.0)
    return found


def read_file(source: str, extension: str, body_uid: str) -> tuple[Pages, Head]:
    """The head of a file that lies somewhere on the disk; :data:`PATIENCE` at most."""
    pages = places.ends(source, extension, PATIENCE)
    return pages, read(pages, body_uid)


def of(attachment: Attachment, body_uid: str) -> Head:
    """The head of a stored file, as far as it was read already."""
    pages = places.of(attachment)
    return {} if pages is None else read(pages, body_uid)


def lines(pages: Pages) -> list[Line]:
    """The lines of the pages, and those in frames."""
    return [*lines_of(_words(pages.places)), *lines_of(_words(pages.stamps))]


def as_if_seen(text: str, rows: int = 25) -> list[Line]:
    """The first lines of a text without places, as if they stood in the head of a page."""
    found = [line.split() for line in text.splitlines() if line.strip()][:rows]
    place = Box(0, 0.1, 0.1, 0.4, 0.11)
    return [Line(tuple(Word(word, place) for word in line)) for line in found]


def _words(rows: Iterable[Place]) -> list[Word]:
    return [
        Word(row.text, Box(row.page, row.left, row.top, row.right, row.bottom), row.sure)
        for row in rows
    ]
