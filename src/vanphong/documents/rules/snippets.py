"""Where the words that were looked for stand in a text: the part to show, and what to mark."""

from bisect import bisect_left
from dataclasses import dataclass
from vanphong.ledger.words import FILE
from vanphong.ledger.words import PAGE
from vanphong.ledger.words import Words
from vanphong.ledger.words import bare
from vanphong.ledger.words import spelt
import re


#: Characters of a text that are shown, and of those before the first mark.
LENGTH = 220
BEFORE = 50

#: More occurrences than these are not weighed against each other.
MOST = 200

_EDGES = r"(?<![^\W_])({})(?![^\W_])"
_GAP = r"[\W_]+"

#: Pieces of texts: whether to mark it, and the piece.
Pieces = tuple[tuple[bool, str], ...]


@dataclass(frozen=True)
class Snippet:
    """A part of the text of a file; ``page`` is None where the file has no pages."""

    file: str
    page: int | None
    pieces: Pieces


def pattern(words: Words) -> re.Pattern[str] | None:
    """What finds the terms in a text as it is written; None where there are none."""
    if not words.terms:
        return None
    letter = _spelt if words.exact else _folded
    longest_first = sorted(words.terms, key=lambda term: -sum(map(len, term)))
    terms = [_GAP.join(letter(word) for word in term) for term in longest_first]
    return re.compile(_EDGES.format("|".join(terms)), re.IGNORECASE)


def marked(text: str, words: Words) -> Pieces:
    """A short text, such as a subject, with its marks."""
    found = pattern(words)
    return ((False, text),) if found is None else _pieces(text, found)


def snippet(body: str, words: Words) -> Snippet | None:
    """The part of the texts of a document's files that has most of the terms; None for no part.

    :param body: texts as the search keeps them, see ``vanphong.ledger.words``.
    """
    found = pattern(words)
    if found is None:
        return None
    hits = [match for match, _count in zip(found.finditer(body), range(MOST), strict=False)]
    if not hits:
        return None
    start = _best(hits, body).start()
    begins = max(body.rfind(FILE, 0, start), 0)
    ends = body.find(FILE, start)
    text = body[begins : ends if ends != -1 else len(body)]
    name, _newline, content = text.removeprefix(FILE).partition("\n")
    at = start - begins
    page = text.count(PAGE, 0, at) + 1 if PAGE in text else None
    if at <= len(name):
        return Snippet(name, None, _pieces(name, found))
    return Snippet(name, page, _pieces(_cut(text, at, len(text) - len(content)), found))


def _best(hits: list[re.Match[str]], body: str) -> re.Match[str]:
    """The occurrence that is followed by most different terms of its page in the part to show."""
    starts = [hit.start() for hit in hits]
    terms = [bare(hit[0]) for hit in hits]

    def different(place: int) -> int:
        last = starts[place] + LENGTH - BEFORE
        leaf = body.find(PAGE, starts[place], last)
        end = bisect_left(starts, last if leaf == -1 else leaf)
        return len(set(terms[place:end]))

    return hits[max(range(len(hits)), key=lambda place: (different(place), -place))]


def _cut(text: str, at: int, content: int) -> str:
    """The text around a place, from word to word, in one line."""
    begin, end = max(at - BEFORE, content), min(at + LENGTH - BEFORE, len(text))
    if begin > content:
        space = re.search(r"\s", text[begin:at])
        begin += space.end() if space else 0
    if end < len(text):
        space = re.search(r"\s\S*$", text[at:end])
        end = at + space.start() if space and space.start() else end
    shown = " ".join(text[begin:end].split())
    return f"{'… ' if begin > content else ''}{shown}{' …' if end < len(text) else ''}"


def _pieces(text: str, found: re.Pattern[str]) -> Pieces:
    pieces, last = [], 0
    for match in found.finditer(text):
        pieces += [(False, text[last : match.start()]), (True, match[0])]
        last = match.end()
    return tuple((mark, piece) for mark, piece in (*pieces, (False, text[last:])) if piece)


def _letters() -> dict[str, str]:
    """For each plain letter, those that are folded to it."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        plain = bare(chr(code))
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            found[plain] = found.get(plain, "") + chr(code)
    return found


_ACCENTED = _letters()

#: Letters whose tone may stand on the vowel before: "oà" for "òa".
_EARLY = {
    spelt(early): early
    for early in (
        *(first + second for first in "òóỏõọ" for second in "ae"),
        *(first + "y" for first in "ùúủũụ"),
    )
}
_LATE = re.compile("|".join(_EARLY))


def _folded(word: str) -> str:
    return "".join(
        f"[{letter}{_ACCENTED[letter]}]" if letter in _ACCENTED else re.escape(letter)
        for letter in word
    )


def _spelt(word: str) -> str:
    return _LATE.sub(lambda match: f"(?:{match[0]}|{_EARLY[match[0]]})", re.escape(word))
