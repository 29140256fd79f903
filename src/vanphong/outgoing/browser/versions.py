"""``@@versions``: every version of a draft with its remarks, the newest first."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong.outgoing.browser import cards
from vanphong.outgoing.browser.document import DocumentPage


class VersionsView(DocumentPage, BrowserView):
    """All of them on one page: what the page of the document leaves out."""

    page_class = ""
    older = 0

    @cached_property
    def versions(self) -> list[dict]:
        """The newest first."""
        return [cards.version(self.situation, one) for one in reversed(self.context.versions)]
