"""The filters over the list of incoming documents: the bar, and what was asked with it."""

from collections.abc import Callable
from collections.abc import Sequence
from vanphong import _
from vanphong.documents.browser import filtering
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.scope import Scope
from vanphong.errors import OfficeError
from vanphong.incoming.browser.document_words import stages
from vanphong.ledger.documents import Filters


def read(asked: Asked, tell: Callable[[OfficeError], None]) -> Filters:
    """What the list is narrowed to; what cannot be read is told and left out."""
    state = asked["state"]
    return filtering.narrowed(asked, tell, states=(state,) if state in dict(stages()) else ())


def bar(asked: Asked, scopes: Sequence[Scope], scope: Scope) -> dict:
    """For the macro ``filter_bar``."""
    return filtering.bar(
        asked,
        scopes,
        scope,
        direction="in",
        stages=stages(),
        words=_("number, symbol, subject, sender"),
        since=_("Arrived from"),
    )
