"""What the filter bars of the lists have in common."""

from collections.abc import Callable
from datetime import date
from vanphong import _
from vanphong.documents.browser.asked import Asked
from vanphong.documents.rules import URGENCY
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.registers.actions import registers_of
from zope.i18nmessageid import Message


#: Degrees of urgency by their numbers.
LEVELS = {str(one.number): Message(one.label, "vanphong") for one in URGENCY}


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
