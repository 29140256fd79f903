"""``@@history``: every step of an outgoing document, and its trail."""

from Products.Five import BrowserView
from vanphong import _
from vanphong.outgoing.browser import words
from vanphong.outgoing.browser.document import DocumentPage
from vanphong.routing.browser.history import HistoryPage
from vanphong.routing.rules import STATE_TEXTS
from vanphong.routing.rules import State


#: How a step stands -> kind of badge.
LOOKS = {State.DONE: "done", State.RETURNED: "soon", State.CANCELLED: "line"}


class HistoryView(HistoryPage, DocumentPage, BrowserView):
    """The whole story."""

    act_words = words.ACTS
    list_page = "@@outgoing-documents"
    list_title = _("Outgoing documents")

    def standing(self, step, opened) -> tuple[str, str]:
        """A step that nobody has opened yet says so."""
        if step.awaits:
            return ("", _("opened")) if opened else ("line", _("not opened"))
        return LOOKS.get(step.state, ""), _(STATE_TEXTS[step.state])
