"""Which open file a document may belong into, and why that is thought."""

from collections.abc import Iterable
from dataclasses import dataclass


#: What one earlier document in the file counts, by what it shares with this one.
WEIGHTS = {"thread": 10, "sender": 3, "field": 1}

MOST = 5


@dataclass(frozen=True)
class Evidence:
    """How many documents of one file share something with a document."""

    case_file: str
    thread: int = 0
    sender: int = 0
    field: int = 0

    @property
    def weight(self) -> int:
        """The more, the likelier; many of one sort count little more than some."""
        return sum(min(getattr(self, name), 5) * weight for name, weight in WEIGHTS.items())

    @property
    def reason(self) -> str:
        """The strongest thing that they share: thread, sender or field."""
        return next((name for name in WEIGHTS if getattr(self, name)), "")


def highest(counts: Iterable[dict[str, dict[str, int]]]) -> dict[str, dict[str, int]]:
    """The counts of several documents as one: by ``thread``, ``sender`` and ``field``, by file.

    The highest stands for all: one document of a file may be like several of them.
    """
    found: dict[str, dict[str, int]] = {}
    for one in counts:
        for name, files in one.items():
            most = found.setdefault(name, {})
            for uid, number in files.items():
                most[uid] = max(most.get(uid, 0), number)
    return found


def gathered(found: dict[str, dict[str, int]]) -> list[Evidence]:
    """Evidence by file, from counts by ``thread``, ``sender`` and ``field``."""
    files = {uid for counts in found.values() for uid in counts}
    return [
        Evidence(uid, **{name: found.get(name, {}).get(uid, 0) for name in WEIGHTS})
        for uid in sorted(files)
    ]


def ranked(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The likeliest first, at most :data:`MOST`."""
    found = [one for one in evidence if one.weight]
    return sorted(found, key=lambda one: (-one.weight, one.case_file))[:MOST]
