"""Texts that look alike: fingerprints to find them by, and how much alike two are.

What is compared is the opening of a text: the first page is all that is known of a scan when
somebody registers it. Two letters of one form differ in a number and a name, a copy that was
read badly in every tenth word, so likeness is a question to a person and never a refusal.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from rapidfuzz.distance import Indel
from vanphong.ledger.words import bare
from vanphong.ledger.words import words
import re


#: Words of a text that are compared; about as many as stand on a page.
OPENING = 300

#: Characters of a text in which they are looked for.
LONGEST = 20 * OPENING

#: Shorter texts are the head of a form and nothing else: all of them look alike.
SHORTEST = 40

#: From here on two openings look alike, as part of their words that stand in one order.
LIKE = 0.55

#: Words next to each other that count as one feature.
WIDTH = 2

#: Permutations, and how many of them make one band: a chance of 93 % to find a pair that has
#: 28 of 100 features in common, which is what misreading every twelfth letter leaves.
PERMUTATIONS = 64
ROWS = 2

_MERSENNE = (1 << 61) - 1
_KEY = (1 << 63) - 1

#: What stands at the head of every paper and says nothing of it.
_MOTTO = re.compile(r"\bcong hoa xa hoi chu nghia viet nam\b|\bdoc lap tu do hanh phuc\b")

#: A word, and whether the other text lacks it.
Pieces = tuple[tuple[bool, str], ...]


def opening(text: str) -> tuple[str, ...]:
    """The words that are compared, folded, without the national motto; () for too few."""
    # words of a scan are joined and split at random by signs; those are left out already
    plain = _MOTTO.sub(" ", " ".join(words(bare(text[:LONGEST]))))
    found = tuple(plain.split()[:OPENING])
    return found if len(found) >= SHORTEST else ()


def bands(opened: Sequence[str]) -> tuple[int, ...]:
    """Keys of an opening; two that look alike have at least one in common, most likely.

    MinHash (Broder 1997): of each permutation of all features the least one of the text.
    The same on every machine and for ever: the keys are stored.
    """
    features = {_number(" ".join(pair)) for pair in pairwise(opened)}
    if not features:
        return ()
    least = [min((a * one + b) % _MERSENNE for one in features) for a, b in _permutations()]
    return tuple(
        _number(f"{at} {least[at : at + ROWS]}") & _KEY for at in range(0, PERMUTATIONS, ROWS)
    )


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two openings are alike, 0 to 1; those under LIKE are others.

    The shorter one decides: the first page of a scan against two pages of text.
    """
    least = min(len(one), len(other))
    if least < SHORTEST:
        return 0.0
    return float(Indel.normalized_similarity(one[:least], other[:least]))


def difference(one: str, other: str) -> tuple[Pieces, Pieces]:
    """The words of two texts, each with whether the other has it at that place."""
    left, right = one.split(), other.split()
    keys = [[bare(word).strip(".,;:()“”\"'") or word for word in side] for side in (left, right)]
    lost = [[True] * len(left), [True] * len(right)]
    for block in Indel.opcodes(*keys):
        if block.tag == "equal":
            lost[0][block.src_start : block.src_end] = [False] * (block.src_end - block.src_start)
            lost[1][block.dest_start : block.dest_end] = [False] * (
                block.dest_end - block.dest_start
            )
    return _joined(lost[0], left), _joined(lost[1], right)


def _joined(lost: Sequence[bool], found: Sequence[str]) -> Pieces:
    """Words that follow each other and have the same mark become one piece."""
    pieces: list[tuple[bool, str]] = []
    for mark, word in zip(lost, found, strict=True):
        if pieces and pieces[-1][0] == mark:
            pieces[-1] = (mark, f"{pieces[-1][1]} {word}")
        else:
            pieces.append((mark, word))
    return tuple(pieces)


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


@cache
def _permutations() -> tuple[tuple[int, int], ...]:
    return tuple(
        (_number(f"a{at}") % (_MERSENNE - 1) + 1, _number(f"b{at}") % _MERSENNE)
        for at in range(PERMUTATIONS)
    )
