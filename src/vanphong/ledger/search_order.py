"""Orders of search results that need all matches at hand: by relevance, by number.

Relevance is a handful of questions, the same on every database: is the symbol typed in full,
does the text stand in the fields as one phrase, do the fields have all its words, do they stand
together anywhere, how many are in the fields; then the newest. How rare a word is does not
count: what is common in one office is what matters there.
"""

from collections.abc import Sequence
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Row
from vanphong.ledger.search_rows import engine
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import Words
from vanphong.ledger.words import bare
from vanphong.ledger.words import words as words_of


#: So many of the newest matches are ordered.
RANKED = 2000

_T, _D = document_text.c, document_index.c


def columns(words: Words) -> tuple[ColumnElement, ...]:
    """What the orders need of each match."""
    head = _T.head_exact if words.exact else _T.head_folded
    return _T.position, head.label("head"), _D.symbol, _D.label, _D.period, _D.number


def ranked(
    connection: Connection, found: Sequence[Row], words: Words, order: str, wanted: int
) -> list[int]:
    """Positions of the first matches in another order than that of time, as many as wanted."""
    if order == "number":
        return [row.position for row in sorted(found, key=_by_number, reverse=True)][:wanted]
    fields = _scored(found, words)
    asked = list(fields)
    if engine(connection).ONE_BY_ONE:
        # to look for words side by side reads whole texts: of those alone that the fields
        # put so far to the front that they may come among the wanted
        last = sorted((score[:3] for score in fields.values()), reverse=True)[:wanted][-1:]
        asked = [position for position in fields if [fields[position][:3]] >= last]
    together = _together(connection, asked, words)

    def score(position: int) -> tuple[int, ...]:
        named, phrase, complete, inside = fields[position]
        return named, phrase, complete, position in together, inside, position

    return sorted(fields, key=score, reverse=True)[:wanted]


def _scored(found: Sequence[Row], words: Words) -> dict[int, tuple[int, int, int, int]]:
    """What the fields alone tell of each match, by its position.

    Is it named so, has it the phrase, has it all the words, and how many.
    """
    phrase = " ".join(words.phrase)
    terms = [f" {' '.join(term)} " for term in words.terms]
    may_be_named = any(sign.isdigit() for sign in phrase)
    scored: dict[int, tuple[int, int, int, int]] = {}
    for row in found:
        head = f" {row.head} "
        inside = sum(term in head for term in terms)
        named = may_be_named and _is_named(row, phrase, words.exact)
        scored[row.position] = named, f" {phrase} " in head, inside == len(terms), inside
    return scored


def _by_number(row: Row) -> tuple[str, int, int]:
    return row.period, -1 if row.number is None else row.number, row.position


def _is_named(row: Row, phrase: str, exact: bool) -> bool:
    """Whether a document is called so: its symbol, or its number in the register."""
    for name in (row.symbol, row.label):
        called = " ".join(words_of(name))
        if phrase == (called if exact else bare(called)):
            return True
    return False


def _together(connection: Connection, positions: Sequence[int], words: Words) -> set[int]:
    """Those of the positions at which the words stand side by side."""
    if len(words.terms) < 2 or not positions:
        return set()
    phrase = Words((words.phrase,), (), words.exact)
    return set(connection.execute(engine(connection).among(positions, phrase)).scalars())
