"""``@@history``: every step of an incoming document, and its trail."""

from Products.Five import BrowserView
from vanphong import _
from vanphong.incoming.browser import document_words as words
from vanphong.incoming.browser.document import DocumentPage
from vanphong.routing.browser.history import HistoryPage


class HistoryView(HistoryPage, DocumentPage, BrowserView):
    """The whole story."""

    act_words = words.ACTS
    list_page = "@@incoming-documents"
    list_title = _("Incoming documents")
    slip_page = "@@resolution-slip"

    def standing(self, step, opened) -> tuple[str, str]:
        """Reading ends a step for information."""
        return words.standing(step, opened, self.situation.was_read(step))
