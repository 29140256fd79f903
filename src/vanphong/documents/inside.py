"""Words inside one file: where they stand, page by page.

The stored words tell how often a page has them, for every page at once; the places on a page
are read when the page is looked at, so that no whole text travels and no page is read in vain.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from vanphong.attachments import places
from vanphong.attachments import previews
from vanphong.attachments.content import Attachment
from vanphong.documents.rules import inside
from vanphong.documents.rules.inside import Box
from vanphong.documents.rules.inside import Placed
from vanphong.documents.rules.snippets import Pieces
from vanphong.documents.rules.snippets import marked
from vanphong.ledger.words import Words


#: More hits are not counted.
MOST = 1000


@dataclass(frozen=True)
class Hits:
    """How often each page has what is looked for; ``words`` is what was found at last."""

    words: Words
    pages: tuple[tuple[int, int], ...] = ()

    @property
    def total(self) -> int:
        """How many there are, MOST at most."""
        return sum(number for _page, number in self.pages)


def find(attachment: Attachment, typed: str) -> Hits:
    """Look for words in a file that was read."""
    pages = list(page_texts(attachment))
    for words in inside.ways(typed):
        found, room = [], MOST
        for number, text in pages:
            here = min(inside.count(text, words), room)
            if here:
                found.append((number, here))
                room -= here
        if found:
            return Hits(words, tuple(found))
    return Hits(Words())


def page_texts(attachment: Attachment) -> Iterator[tuple[int, str]]:
    """Pairs of page number and text; the pages are those of the pictures.

    Of office files the text has no pages; those of the drawing are taken where it is there.
    """
    if attachment.is_held or attachment.words is None:
        return
    drawn = previews.drawn_from_office(attachment)
    if drawn is not None:
        for number, seen in places.of_drawing(attachment, drawn):
            yield number, seen.text
    else:
        yield from attachment.words.pages()


def boxes(attachment: Attachment, page: int, words: Words) -> list[tuple[Box, ...]]:
    """Where a page has the words of ``find``."""
    return inside.places(placed(attachment, page), words)


def placed(attachment: Attachment, page: int) -> list[Placed]:
    """The words of a page with their places; none while they are not known."""
    if attachment.is_held or page < 1:
        return []
    seen = places.page(attachment, page)
    if seen is None:
        return []
    return [Placed(one.text, Box(one.left, one.top, one.right, one.bottom)) for one in seen.places]


def text(attachment: Attachment, words: Words) -> Iterator[tuple[int, Pieces]]:
    """The text of each page with marks."""
    for number, page in page_texts(attachment):
        yield number, marked(page, words)
