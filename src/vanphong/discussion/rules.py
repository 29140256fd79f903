"""Comments as values: plain text with links and mentions, never changed.

A correction is a new comment. Who wrote one may withdraw it: its words are shown no more, a mark
stays in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
import re


#: Longest comment, in characters.
LONGEST = 4000

#: So many people may be mentioned in one comment.
MOST_MENTIONS = 20

#: ``@`` and a user id, not inside of a word or an address of e-mail.
MENTION = re.compile(r"(?<![\w.@/-])@([A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*)")

_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


@dataclass(frozen=True)
class Comment:
    """What a person said at a moment; ``mentions`` are user ids."""

    number: int
    author: str
    author_title: str
    at: datetime
    text: str
    mentions: tuple[str, ...] = ()
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class Piece:
    """A part of a comment: ``text``, ``link`` or ``mention``; of a mention the user id."""

    kind: str
    text: str


def check_text(text: str) -> str:
    """The words of a comment, without blanks at its ends.

    :raises InvalidInput: when it says nothing, or too much.
    """
    text = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
    text = "".join(one for one in text if one in "\n\t" or one.isprintable())
    if not text:
        raise InvalidInput(_("Write your comment first."), field="text")
    if len(text) > LONGEST:
        raise InvalidInput(
            _("At most ${most} characters; there are ${count}."),
            most=LONGEST,
            count=len(text),
            field="text",
        )
    return text


def mentions_in(text: str) -> tuple[str, ...]:
    """The user ids that a text mentions, each once.

    :raises InvalidInput: for too many of them.
    """
    found = tuple(dict.fromkeys(MENTION.findall(text)))
    if len(found) > MOST_MENTIONS:
        raise InvalidInput(
            _("Mention at most ${most} people in one comment."), most=MOST_MENTIONS, field="text"
        )
    return found


def pieces(comment: Comment) -> Iterator[Piece]:
    """The parts of a comment, for showing it: nothing of it is markup."""
    at = 0
    text = comment.text
    marks = [(one.start(), one.end(), "link", one[0]) for one in _LINK.finditer(text)]
    marks += [
        (one.start(), one.end(), "mention", one[1])
        for one in MENTION.finditer(text)
        if one[1] in comment.mentions
    ]
    for start, end, kind, said in sorted(marks):
        if start < at:
            continue
        if start > at:
            yield Piece("text", text[at:start])
        yield Piece(kind, said)
        at = end
    if at < len(text):
        yield Piece("text", text[at:])


def withdrawn(comment: Comment, user_id: str, at: datetime) -> Comment:
    """The comment as its author has withdrawn it.

    :raises NotAllowed: for somebody else.
    :raises Conflict: when it is withdrawn already.
    """
    if comment.author != user_id:
        raise NotAllowed(
            _("Only ${author} may withdraw this comment."), author=comment.author_title
        )
    if comment.withdrawn_at is not None:
        raise Conflict(_("This comment is withdrawn already."))
    return replace(comment, withdrawn_at=at)
