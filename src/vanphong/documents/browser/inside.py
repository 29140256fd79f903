"""What the viewer of a document asks for: words with their places, hits, and pdf.js.

And the page for whoever reads the words without pictures, or has no script.
"""

from functools import cached_property
from Products.Five import BrowserView
from urllib.parse import urlencode
from vanphong import _
from vanphong.documents import inside
from vanphong.documents import pdfjs
from vanphong.documents.browser.files import ByUid
from vanphong.documents.rules.inside import Box
from vanphong.ledger import access
from vanphong.organisation import people
from vanphong.ui.browser import sending
from xml.sax.saxutils import escape
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Longer texts are not looked for.
LONGEST = 200

#: Pages of text that are shown at once.
SHOWN = 20


class _Json(ByUid):
    """Base: an answer for the script of the viewer."""

    cache = sending.UNKEPT

    def __call__(self) -> str:
        """The answer; pages are numbers."""
        attachment = self.attachment()
        answer = self.answer(attachment)
        return sending.as_json(self.request, answer, cache=self.cache)

    @property
    def page(self) -> int:
        """The page that is asked for; 0 for none."""
        if len(self.steps) < 2:
            return 0
        if len(self.steps) > 2 or not self.steps[1].isdecimal() or len(self.steps[1]) > 6:
            raise NotFound(self.request.get("URL"))
        return int(self.steps[1])

    @property
    def typed(self) -> str:
        """What is looked for."""
        value = self.request.form.get("q", "")
        return value.strip()[:LONGEST] if isinstance(value, str) else ""

    def answer(self, attachment):
        """A JSON value."""
        raise NotImplementedError


class PageWords(_Json):
    """``@@page-words/<uid>/<number>``: the words of one page, to lie over its picture.

    A list of [left, top, width, height, word], in per cent of the page. What was read stays.
    """

    cache = "private, max-age=86400"

    def answer(self, attachment):
        """The words."""
        found = [[*percent(one.box), one.text] for one in inside.placed(attachment, self.page)]
        if not found:
            self.cache = sending.UNKEPT
        return {"words": found}


class FindInFile(_Json):
    """``@@find-in-file/<uid>?q=`` counts the hits on each page; with ``/<number>`` the places."""

    def answer(self, attachment):
        """Numbers by page, or boxes in per cent of the page."""
        found = inside.find(attachment, self.typed)
        if not self.page:
            capped = found.total >= inside.MOST
            return {"total": found.total, "pages": found.pages, "capped": capped}
        hits = inside.boxes(attachment, self.page, found.words) if found.total else []
        return {"hits": [[percent(box) for box in hit] for hit in hits]}


class FileText(ByUid):
    """``@@file-text/<uid>``: the words of a file, some pages at a time, with what is looked for."""

    page_class = "vp-file-text"
    title = _("Text of the file")

    def __call__(self):
        """Note the visit, then show."""
        self.file  # noqa: B018  # 404 before anything is noted
        me = people.me()
        access.seen(self.context.UID(), me.user_id, me.tokens)
        return self.index()

    @cached_property
    def file(self):
        """The file."""
        return self.attachment()

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@file-text/{self.file.uid}"

    @property
    def typed(self) -> str:
        """What is looked for."""
        value = self.request.form.get("find", "")
        return value.strip()[:LONGEST] if isinstance(value, str) else ""

    @cached_property
    def hits(self) -> inside.Hits:
        """Where it stands."""
        return inside.find(self.file, self.typed)

    @cached_property
    def texts(self) -> list:
        """All pages, with marks."""
        return list(inside.text(self.file, self.hits.words))

    @property
    def first(self) -> int:
        """Place of the first page that is shown."""
        asked = self.request.form.get("from", "")
        known = isinstance(asked, str) and asked.isdecimal() and len(asked) < 6
        return min(max(int(asked), 0), max(len(self.texts) - 1, 0)) if known else 0

    @property
    def pages(self) -> list[dict]:
        """Those that are shown."""
        some = self.texts[self.first : self.first + SHOWN]
        return [{"number": number, "pieces": pieces} for number, pieces in some]

    @property
    def found(self) -> list[dict]:
        """Pages with hits, each with its address."""
        places = {number: at for at, (number, _pieces) in enumerate(self.texts)}
        return [
            {"page": number, "n": n, "url": self.link(places[number] // SHOWN * SHOWN, number)}
            for number, n in self.hits.pages
        ]

    @staticmethod
    def html(piece: tuple[bool, str]) -> str:
        """A piece of text as markup."""
        mark, text = piece
        return f"<mark>{escape(text)}</mark>" if mark else escape(text)

    def link(self, start: int, page: int = 0) -> str:
        """Address of another part."""
        asked = {"find": self.typed, "from": str(start or "")}
        query = urlencode({name: value for name, value in asked.items() if value})
        return self.url + (f"?{query}" if query else "") + (f"#page-{page}" if page else "")

    @property
    def next_url(self) -> str:
        """The pages after these; "" for the last."""
        start = self.first + SHOWN
        return self.link(start) if start < len(self.texts) else ""

    @property
    def previous_url(self) -> str:
        """The pages before these; "" for the first."""
        return self.link(max(0, self.first - SHOWN)) if self.first else ""


@implementer(IPublishTraverse)
class PdfReader(BrowserView):
    """``@@pdf-reader/<name>``: the files of pdf.js, for whoever wants to see an original.

    The worker, which meets the strangers' files, may compile WebAssembly and nothing else: no
    ``eval``, no other host. A worker obeys the policy of its own script, not that of the page.
    """

    policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    name = ""

    def publishTraverse(self, request, name):
        """Take the name of the file."""
        if self.name or name not in pdfjs.SENT:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self):
        """Send it; it changes with its version, which stands in the address."""
        if not self.name:
            raise NotFound(self.__name__)
        cache = "private, max-age=31536000, immutable"
        sending.sent(self.request, pdfjs.SENT[self.name], cache=cache, policy=self.policy)
        return (pdfjs.FOLDER / self.name).read_bytes()


def percent(box: Box) -> list[float]:
    """Left, top, width and height in per cent of the page."""
    sides = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    return [round(100 * side, 2) for side in sides]
