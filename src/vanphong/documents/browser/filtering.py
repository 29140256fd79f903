"""What the filter bars of the lists have in common."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from vanphong import _
from vanphong.documents.browser.asked import Asked
from vanphong.documents.browser.scope import Scope
from vanphong.documents.rules import URGENCY
from vanphong.documents.rules import fold
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.ledger.documents import Filters
from vanphong.registers.actions import registers_of
from zope.i18nmessageid import Message


#: Degrees of urgency by their numbers.
LEVELS = {str(one.number): Message(one.label, "vanphong") for one in URGENCY}


#: Names of the filters that every list of documents has, with what they are when nothing is asked.
DEFAULTS = {
    "body": "",
    "q": "",
    "state": "",
    "urgency": "",
    "since": "",
    "until": "",
    "register": "",
    "page": "1",
}


def choice(asked: Asked, name: str, label: str, options: list) -> dict:
    """A list to choose from, with everything as the first choice."""
    everything = [("", _("All")), *options]
    return {"name": name, "label": label, "value": asked[name], "options": everything}


def books(body, direction: str) -> list[tuple[str, str]]:
    """Registers of a body in one direction, the newest first."""
    found = [book for book in registers_of(body) if book.direction == direction]
    found.sort(key=lambda book: book.period, reverse=True)
    return [(book.UID(), book.title) for book in found]


def day(asked: Asked, name: str, tell: Callable[[OfficeError], None]) -> date | None:
    """A day that was asked for; what cannot be read is told and left out."""
    if not asked[name]:
        return None
    try:
        return read_date(asked[name], name)
    except InvalidInput as error:
        tell(error)
        return None


def narrowed(asked: Asked, tell: Callable[[OfficeError], None], **more) -> Filters:
    """The filters that every list of documents has; ``more`` are those of one list."""
    urgency = asked["urgency"]
    return Filters(
        urgency=int(urgency) if urgency in LEVELS else None,
        register_uid=asked["register"],
        words=tuple(fold(asked["q"]).split()),
        since=day(asked, "since", tell),
        until=day(asked, "until", tell),
        **more,
    )


def bar(
    asked: Asked,
    scopes: Sequence[Scope],
    scope: Scope,
    *,
    direction: str,
    stages: list,
    words: str,
    since: str,
) -> dict:
    """For the macro ``filter_bar``; body and register only where there are several.

    :param words: what one may type; ``since`` the label of the first day.
    """
    fields = [
        {
            "name": "q",
            "label": _("Words"),
            "kind": "text",
            "value": asked["q"],
            "placeholder": words,
        },
        choice(asked, "state", _("Stage"), stages),
        choice(asked, "urgency", _("Urgency"), list(LEVELS.items())),
        {"name": "since", "label": since, "kind": "date", "value": asked["since"]},
        {"name": "until", "label": _("until"), "kind": "date", "value": asked["until"]},
    ]
    registers = books(scope.body, direction)
    if len(registers) > 1:
        fields.append(choice(asked, "register", _("Register book"), registers))
    if len(scopes) > 1:
        options = [(one.uid, one.title) for one in scopes]
        body = {"name": "body", "label": _("Body"), "value": scope.uid, "options": options}
        fields.insert(1, body)
    return {"action": asked.url, "fields": fields}
