"""The filters over the list of incoming documents: the bar, and what was asked with it."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from vanphong import _
from vanphong.documents.rules import URGENCY
from vanphong.documents.rules import fold
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.incoming.browser.document_words import STAGES
from vanphong.incoming.browser.list_asked import Asked
from vanphong.incoming.browser.list_scope import Scope
from vanphong.ledger.documents import Filters
from vanphong.registers.actions import registers_of
from zope.i18nmessageid import Message


#: Stages a list can be narrowed to; a draft is nobody's document yet.
STATES = [name for name in STAGES if name != "draft"]

LEVELS = {str(one.number): Message(one.label, "vanphong") for one in URGENCY}


def read(asked: Asked, tell: Callable[[OfficeError], None]) -> Filters:
    """What the list is narrowed to; what cannot be read is told and left out."""
    state, urgency = asked["state"], asked["urgency"]
    return Filters(
        states=(state,) if state in STATES else (),
        urgency=int(urgency) if urgency in LEVELS else None,
        register_uid=asked["register"],
        words=tuple(fold(asked["q"]).split()),
        since=_day(asked, "since", tell),
        until=_day(asked, "until", tell),
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
        _choice(asked, "state", _("Stage"), [(name, STAGES[name][1]) for name in STATES]),
        _choice(asked, "urgency", _("Urgency"), list(LEVELS.items())),
        {"name": "since", "label": _("Arrived from"), "kind": "date", "value": asked["since"]},
        {"name": "until", "label": _("until"), "kind": "date", "value": asked["until"]},
    ]
    books = _books(scope)
    if len(books) > 1:
        fields.append(_choice(asked, "register", _("Register book"), books))
    if len(scopes) > 1:
        options = [(one.uid, one.title) for one in scopes]
        body = {"name": "body", "label": _("Body"), "value": scope.uid, "options": options}
        fields.insert(1, body)
    return {"action": asked.url, "fields": fields}


def _choice(asked: Asked, name: str, label: str, options: list) -> dict:
    everything = [("", _("All")), *options]
    return {"name": name, "label": label, "value": asked[name], "options": everything}


def _books(scope: Scope) -> list[tuple[str, str]]:
    """Registers of incoming documents, the newest first."""
    books = [book for book in registers_of(scope.body) if book.direction == "in"]
    books.sort(key=lambda book: book.period, reverse=True)
    return [(book.UID(), book.title) for book in books]


def _day(asked: Asked, name: str, tell: Callable[[OfficeError], None]) -> date | None:
    if not asked[name]:
        return None
    try:
        return read_date(asked[name], name)
    except InvalidInput as error:
        tell(error)
        return None
