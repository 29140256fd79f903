"""What the lists of documents ask of the features above them."""

from dataclasses import dataclass
from zope.interface import Interface


@dataclass(frozen=True)
class BulkOffer:
    """An act of another feature on the documents that are selected in a list.

    :param value: what the button sends as ``act``.
    :param url: page of the feature; it is posted the selection as ``ids``.
    :param not_states: states of documents with which nothing can be done there.
    :param key: the letter that presses the button, or "".
    """

    value: str
    title: str
    icon: str
    url: str
    not_states: frozenset[str] = frozenset()
    key: str = ""

    @property
    def button(self) -> dict:
        """For the macro ``bulk_bar``."""
        return {
            "value": self.value,
            "title": self.title,
            "icon": self.icon,
            "url": self.url,
            "key": self.key,
        }


class IBulkOffers(Interface):
    """Acts that another feature offers on the rows of a list of documents.

    Subscription adapter of (``vanphong.documents.browser.document_list.DocumentList``, request).

    Security contract: it is asked for every person who sees the list, must not write, and
    answers nothing to whom its page would be closed; the page reads every document anew
    with the rights of the person.
    """

    def offers():
        """Return ``BulkOffer`` values."""


class ICompletion(Interface):
    """Utility named after a field of the search: what may be typed there, of a feature above."""

    def url():
        """Address that answers ``?q=`` with what this person may choose, as ``Answers`` do."""
