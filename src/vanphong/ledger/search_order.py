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


def ranked(connection: Connection, found: Sequence[Row], words: Words, order: str) -> list[int]:
    """Positions of the matches in another order than that of time."""
    if order == "number":
        return [row.position for row in sorted(found, key=_by_number, reverse=True)]
    together = _together(connection, found, words)
    phrase = " ".join(words.phrase)
    terms = [f" {' '.join(term)} " for term in words.terms]
    may_be_named = any(sign.isdigit() for sign in phrase)

    def score(row: Row) -> tuple[int, ...]:
        head = f" {row.head} "
        inside = sum(term in head for term in terms)
        return (
            may_be_named and _is_named(row, phrase, words.exact),
            f" {phrase} " in head,
            inside == len(terms),
            row.position in together,
            inside,
            row.position,
        )

    return [row.position for row in sorted(found, key=score, reverse=True)]


def _by_number(row: Row) -> tuple[str, int, int]:
    return row.period, -1 if row.number is None else row.number, row.position


def _is_named(row: Row, phrase: str, exact: bool) -> bool:
    """Whether a document is called so: its symbol, or its number in the register."""
    for name in (row.symbol, row.label):
        called = " ".join(words_of(name))
        if phrase == (called if exact else bare(called)):
            return True
    return False


def _together(connection: Connection, found: Sequence[Row], words: Words) -> set[int]:
    """Positions of the matches in which the words stand side by side."""
    if len(words.terms) < 2 or not found:
        return set()
    phrase = Words((words.phrase,), (), words.exact)
    positions = [row.position for row in found]
    return set(connection.execute(engine(connection).among(positions, phrase)).scalars())
