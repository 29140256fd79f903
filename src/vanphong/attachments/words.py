"""The words of a file: a rendition beside the original, page by page."""

from BTrees.IOBTree import IOBTree
from persistent import Persistent
from unicodedata import normalize
import zlib


#: Characters kept of one file; longer ones are tables that nobody searches by their words.
LONGEST = 2_000_000

#: Between two pages.
BREAK = "\f"


class Words(Persistent):
    """Pages of composed Unicode, compressed; ``source`` says how they were read.

    That is "text" for what the file itself says, "ocr" for what was read from pictures.
    """

    def __init__(self, source):
        self.source = source
        self.length = 0
        self._pages = IOBTree()

    def put(self, page, text):
        """Keep the words of a page, counted from 1; False when there was no room for all."""
        text = normalize("NFC", text).replace(BREAK, "\n").replace("\0", "").strip()
        before = len(self.page(page))
        room = LONGEST - self.length + before
        kept = text[:room]
        self._pages[page] = zlib.compress(kept.encode())
        self.length += len(kept) - before
        return len(kept) == len(text)

    def page(self, page):
        """The words of one page; "" for none."""
        packed = self._pages.get(page)
        return "" if packed is None else zlib.decompress(packed).decode()

    def numbers(self):
        """The numbers of the pages that were read, in their order."""
        return list(self._pages)

    def pages(self):
        """Pairs of page number and words, in their order."""
        return [(page, self.page(page)) for page in self._pages]

    def text(self):
        """All words, with a form feed between two pages."""
        return BREAK.join(text for _page, text in self.pages())


def text_of(attachment):
    """All words of a file; "" while nothing was read. Held files have none."""
    words = attachment.words
    return "" if words is None or attachment.is_held else words.text()


def texts(document):
    """Pairs of attachment and its words, for each file of a document that has some."""
    for attachment in document.attachments:
        text = text_of(attachment)
        if text:
            yield attachment, text
