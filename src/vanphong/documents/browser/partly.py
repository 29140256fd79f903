"""What came of an act on several rows: how many were done, and why others were not."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from vanphong import _
from vanphong.errors import OfficeError
from vanphong.ui import errors


@dataclass(frozen=True)
class Outcome:
    """Done and refused.

    :param refused: (how the row is called, refusal) pairs.
    """

    done: int
    refused: list[tuple[str, OfficeError]]

    def said(self, texts: dict[int, str]):
        """The sentence after everything was done: ``texts[1]`` for one, ``texts[2]`` for more."""
        return texts[1] if self.done == 1 else _(texts[2], mapping={"n": self.done})

    def sentence(self, text: str):
        """The sentence over the refusals, with ``${done}`` and ``${refused}``."""
        return _(text, mapping={"done": self.done, "refused": len(self.refused)})

    def reasons(self, request) -> list[dict]:
        """Each reason once, with the rows it holds for."""
        found: dict[tuple[str, str], list[str]] = {}
        for label, error in self.refused:
            key = errors.message(error, request), errors.grounds(error, request)
            found.setdefault(key, []).append(label)
        return [
            {"rows": ", ".join(labels), "text": text, "grounds": grounds}
            for (text, grounds), labels in found.items()
        ]


def each(items: Iterable[tuple[object, str]], act: Callable[[object], object]) -> Outcome:
    """Do an act on each object; a refusal of one leaves the others alone.

    :param items: (object, how its row is called) pairs.
    """
    done, refused = 0, []
    for thing, label in items:
        try:
            act(thing)
        except OfficeError as refusal:
            refused.append((label, refusal))
        else:
            done += 1
    return Outcome(done, refused)
