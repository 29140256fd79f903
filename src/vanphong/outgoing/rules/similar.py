"""Is somebody else drafting the same? Subjects that are nearly alike."""

from collections.abc import Iterable
from collections.abc import Mapping
from rapidfuzz import fuzz
from typing import Any
from vanphong.documents.rules import fold
import re


#: From this likeness on, of 100, a drafter is warned.
ALIKE = 88.0

#: Words with which subjects begin, whatever they are about.
_OPENING = re.compile(r"^(v/v|ve viec|vv)\s+")


def subject_key(subject: str) -> str:
    """A subject without case, accents and the opening “V/v”."""
    return _OPENING.sub("", fold(subject))


def alike(
    subject: str, others: Iterable[Mapping[str, Any]]
) -> list[tuple[float, Mapping[str, Any]]]:
    """Those of ``others`` (rows with ``subject``) that are nearly the same, the likest first."""
    key = subject_key(subject)
    if len(key) < 8:
        return []
    found = [
        (fuzz.token_sort_ratio(key, subject_key(str(other["subject"]))), other) for other in others
    ]
    found = [one for one in found if one[0] >= ALIKE]
    return sorted(found, key=lambda one: -one[0])
