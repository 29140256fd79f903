"""What a person types into the search field, read as words, phrases and exclusions.

Annex VI, Part I.III.6.d of Decree 30/2020/NĐ-CP asks for search over all fields and the
content. Nothing typed is an error: what is neither a word nor a number is left out.
"""

from dataclasses import dataclass
from vanphong.ledger.words import Words
from vanphong.ledger.words import has_marks
from vanphong.ledger.words import words
import re


#: More is not looked at: nobody types more, and each word costs time.
LONGEST = 1000
MOST_TERMS = 16
MOST_WORDS = 32

_QUOTES = '"“”„«»'
_CHUNK = re.compile(
    rf"(?P<minus>(?<!\S)-)?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<chunk>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Query:
    """A search text that was read.

    ``cut`` tells that it was too long, and only its beginning is looked for.
    """

    words: Words
    cut: bool = False


def parse_query(text: str) -> Query:
    """Read a search text.

    ``giải ngân`` are two words; ``"giải ngân"`` is a phrase, as is every run without spaces such
    as ``1210/ubnd-vx``; ``-cá`` and ``-"cá tra"`` exclude. With any diacritic in it the whole
    text is meant as spelt, without one it is looked for in both spellings. All other signs,
    those of search engines and of SQL among them, mean nothing.
    """
    terms: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    room = MOST_WORDS
    cut = len(text) > LONGEST
    if cut:
        text = text[:LONGEST].rsplit(None, 1)[0]  # no half of a word
    for match in _CHUNK.finditer(text):
        term = tuple(words(match["phrase"] if match["chunk"] is None else match["chunk"]))
        kind = without if match["minus"] else terms
        if not term or term in kind:
            continue
        if len(term) > room or len(terms) + len(without) == MOST_TERMS:
            cut = True
            break
        room -= len(term)
        kind.append(term)
    return Query(_words(terms, without), cut)


def _words(terms: list[tuple[str, ...]], without: list[tuple[str, ...]]) -> Words:
    exact = any(has_marks(word) for term in (*terms, *without) for word in term)
    return Words(tuple(terms), tuple(without), exact)
