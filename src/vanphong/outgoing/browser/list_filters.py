"""The tabs and filters over the list of outgoing documents, and what was asked with them."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from vanphong import _
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.filtering import LEVELS
from vanphong.documents.browser.filtering import books
from vanphong.documents.browser.filtering import choice
from vanphong.documents.browser.filtering import day
from vanphong.documents.browser.scope import Scope
from vanphong.documents.rules import fold
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
    box, state, urgency = BOXES[asked["box"]], asked["state"], asked["urgency"]
    return Filters(
        states=(state,) if state in dict(stages()) else box.states,
        urgency=int(urgency) if urgency in LEVELS else None,
        register_uid=asked["register"],
        words=tuple(fold(asked["q"]).split()),
        since=day(asked, "since", tell),
        until=day(asked, "until", tell),
        awaits=tokens if box.mine else frozenset(),
    )


def bar(asked: Asked, scopes: Sequence[Scope], scope: Scope) -> dict:
    """For the macro ``filter_bar``; body and register only where there are several."""
    fields = [
        {
            "name": "q",
            "label": _("Words"),
            "kind": "text",
            "value": asked["q"],
            "placeholder": _("number, symbol, subject"),
        },
        choice(asked, "state", _("Stage"), stages()),
        choice(asked, "urgency", _("Urgency"), list(LEVELS.items())),
        {"name": "since", "label": _("From"), "kind": "date", "value": asked["since"]},
        {"name": "until", "label": _("until"), "kind": "date", "value": asked["until"]},
    ]
    registers = books(scope.body, "out")
    if len(registers) > 1:
        fields.append(choice(asked, "register", _("Register book"), registers))
    if len(scopes) > 1:
        options = [(one.uid, one.title) for one in scopes]
        body = {"name": "body", "label": _("Body"), "value": scope.uid, "options": options}
        fields.insert(1, body)
    hidden = [("box", asked["box"])] if asked["box"] else []
    return {"action": asked.url, "hidden": hidden, "fields": fields}
