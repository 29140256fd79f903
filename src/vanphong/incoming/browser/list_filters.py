"""The filters over the list of incoming documents: the bar, and what was asked with it."""

from collections.abc import Callable
from collections.abc import Sequence
from vanphong import _
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.filtering import LEVELS
from vanphong.documents.browser.filtering import books
from vanphong.documents.browser.filtering import choice
from vanphong.documents.browser.filtering import day
from vanphong.documents.browser.scope import Scope
from vanphong.documents.rules import fold
from vanphong.errors import OfficeError
from vanphong.incoming.browser.document_words import stages
from vanphong.ledger.documents import Filters


def read(asked: Asked, tell: Callable[[OfficeError], None]) -> Filters:
    """What the list is narrowed to; what cannot be read is told and left out."""
    state, urgency = asked["state"], asked["urgency"]
    return Filters(
        states=(state,) if state in dict(stages()) else (),
        urgency=int(urgency) if urgency in LEVELS else None,
        register_uid=asked["register"],
        words=tuple(fold(asked["q"]).split()),
        since=day(asked, "since", tell),
        until=day(asked, "until", tell),
    )


def bar(asked: Asked, scopes: Sequence[Scope], scope: Scope) -> dict:
    """For the macro ``filter_bar``; body and register only where there are several."""
    fields = [
        {
            "name": "q",
            "label": _("Words"),
            "kind": "text",
            "value": asked["q"],
            "placeholder": _("number, symbol, subject, sender"),
        },
        choice(asked, "state", _("Stage"), stages()),
        choice(asked, "urgency", _("Urgency"), list(LEVELS.items())),
        {"name": "since", "label": _("Arrived from"), "kind": "date", "value": asked["since"]},
        {"name": "until", "label": _("until"), "kind": "date", "value": asked["until"]},
    ]
    registers = books(scope.body, "in")
    if len(registers) > 1:
        fields.append(choice(asked, "register", _("Register book"), registers))
    if len(scopes) > 1:
        options = [(one.uid, one.title) for one in scopes]
        body = {"name": "body", "label": _("Body"), "value": scope.uid, "options": options}
        fields.insert(1, body)
    return {"action": asked.url, "fields": fields}
