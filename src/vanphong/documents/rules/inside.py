"""Looking for words inside one file: how often they stand on a page, and where.

Folded like the search over all documents: “uy ban” finds “Ủy ban”. What is typed is one phrase;
only when that stands nowhere are its words looked for one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from vanphong.documents.rules.query import LONGEST
from vanphong.documents.rules.query import MOST_WORDS
from vanphong.documents.rules.query import parse_query
from vanphong.documents.rules.snippets import pattern
from vanphong.ledger.words import Words
from vanphong.ledger.words import bare
from vanphong.ledger.words import has_marks
from vanphong.ledger.words import words


class Box(NamedTuple):
    """A place on a page; sides are parts of the page, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Placed:
    """A word of a page with its place."""

    text: str
    box: Box


def ways(typed: str) -> tuple[Words, ...]:
    """What to look for, one after the other until something is found."""
    phrase = tuple(words(typed[:LONGEST])[:MOST_WORDS])
    if not phrase:
        return ()
    whole = Words((phrase,), (), any(has_marks(word) for word in phrase))
    apart = parse_query(typed).words
    found = [whole, *([whole.folded()] if whole.exact else [])]
    if len(phrase) > 1 and apart.terms and apart.terms != whole.terms:
        found += [apart, *([apart.folded()] if apart.exact else [])]
    return tuple(found)


def count(text: str, looked_for: Words) -> int:
    """How often a page has it."""
    found = pattern(looked_for)
    return 0 if found is None else sum(1 for _match in found.finditer(text))


def places(page: Sequence[Placed], looked_for: Words) -> list[tuple[Box, ...]]:
    """Where a page has it, in the order of its words; a hit has a box for each of its lines."""
    tokens: list[str] = []
    owners: list[int] = []
    for at, one in enumerate(page):
        for word in words(one.text):
            tokens.append(word if looked_for.exact else bare(word))
            owners.append(at)
    terms = sorted(looked_for.terms, key=len, reverse=True)
    found, at = [], 0
    while at < len(tokens):
        term = next((one for one in terms if tuple(tokens[at : at + len(one)]) == one), None)
        if term is None:
            at += 1
            continue
        owned = dict.fromkeys(owners[at : at + len(term)])
        found.append(_lines([page[owner].box for owner in owned]))
        at += len(term)
    return found


def _lines(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes that stand beside each other become one."""
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last is not None and box.left > last.left and abs(box.top - last.top) < 0.012:
            lines[-1] = Box(
                last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom)
            )
        else:
            lines.append(box)
    return tuple(lines)
