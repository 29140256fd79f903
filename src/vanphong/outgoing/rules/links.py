"""What other documents a document speaks of: what it answers, rests on, or amends.

A link has the symbol as it was typed, and the UID where the office knows the document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from vanphong.documents.rules import symbol_key
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


class LinkKind(StrEnum):
    """Why a document names another."""

    REPLY = "reply"
    BASIS = "basis"
    RELATED = "related"
    CORRECTS = "corrects"
    REPLACES = "replaces"


#: Kinds that a drafter types; the others come from what the draft was begun for.
LINKS = {LinkKind.BASIS: _("Legal basis"), LinkKind.RELATED: _("Related document")}

LONGEST = 500
MOST = 60


@dataclass(frozen=True)
class Link:
    """One document that is named."""

    kind: LinkKind
    text: str
    uid: str = ""

    @property
    def key(self) -> str:
        """The symbol made comparable, "" for a text without one."""
        return symbol_key(self.text) if self.text and len(self.text) <= 60 else ""


def read_links(raw: object, kind: LinkKind, name: str) -> tuple[Link, ...]:
    """Links from what a form or a client sends: a list of texts, or lines.

    :param name: the field, for the message.
    :raises InvalidInput: when a line is no text or too long.
    """
    if raw in (None, ""):
        return ()
    lines = raw.splitlines() if isinstance(raw, str) else raw
    if not isinstance(lines, list | tuple) or len(lines) > MOST:
        raise InvalidInput(_("“${name}” must be a list of texts."), field=name, name=name)
    found = []
    for line in lines:
        if isinstance(line, Mapping):
            line = line.get("text")
        if not isinstance(line, str) or len(line) > LONGEST:
            raise InvalidInput(_("“${name}” must be a list of texts."), field=name, name=name)
        if line.strip():
            found.append(Link(kind, " ".join(line.split())))
    return tuple(dict.fromkeys(found))
