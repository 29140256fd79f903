"""The tabs and filters over the list of outgoing documents, and what was asked with them."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from vanphong import _
from vanphong.documents.browser import filtering
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.scope import Scope
from vanphong.errors import OfficeError
from vanphong.ledger.documents import Filters
from vanphong.outgoing.browser.words import stages


@dataclass(frozen=True)
class Box:
    """A tab: its words, and the states it narrows the list to; ``mine`` to what awaits one."""

    title: str
    states: tuple[str, ...] = ()
    mine: bool = False


BOXES = {
    "": Box(_("All")),
    "mine": Box(_("Waiting for me"), mine=True),
    "drafts": Box(_("Drafts"), ("draft", "consulting")),
    "submitted": Box(_("Submitted"), ("unit_review", "appraisal", "awaiting_signature")),
    "signed": Box(_("Awaiting the number"), ("signed",)),
    "numbered": Box(_("Awaiting issue"), ("numbered",)),
    "issued": Box(_("Has been issued"), ("issued",)),
    "ended": Box(_("Recalled, cancelled"), ("recalled", "cancelled")),
}


def read(asked: Asked, tokens: frozenset[str], tell: Callable[[OfficeError], None]) -> Filters:
    """What the list is narrowed to; what cannot be read is told and left out."""
    box, state = BOXES[asked["box"]], asked["state"]
    return filtering.narrowed(
        asked,
        tell,
        states=(state,) if state in dict(stages()) else box.states,
        awaits=tokens if box.mine else frozenset(),
    )


def bar(asked: Asked, scopes: Sequence[Scope], scope: Scope) -> dict:
    """For the macro ``filter_bar``; the tab goes with it."""
    found = filtering.bar(
        asked,
        scopes,
        scope,
        direction="out",
        stages=stages(),
        words=_("number, symbol, subject"),
        since=_("From"),
    )
    return {**found, "hidden": [("box", asked["box"])] if asked["box"] else []}
