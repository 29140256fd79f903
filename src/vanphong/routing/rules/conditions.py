"""For which documents a template or a step is, and why not for another."""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Facts
import unicodedata


#: Kinds of a condition, and the fact that each looks at, in the order in which they are asked.
KINDS = {
    "document_types": "document_type",
    "registers": "register",
    "urgencies": "urgency",
    "fields": "field",
    "units": "unit",
    "senders": "sender",
    "signed_by": "signed_by",
}


@dataclass(frozen=True)
class Misfit:
    """Why a condition does not hold: the kind, what it wants, and what there is."""

    kind: str
    wanted: tuple[str, ...]
    given: str


def fits(condition: Condition, facts: Facts) -> Misfit | None:
    """Nothing when the condition holds for the document, else the first reason why not."""
    for kind, wanted in kinds_of(condition):
        given = str(getattr(facts, KINDS[kind]))
        held = _names(wanted, given) if kind == "senders" else given in wanted
        if not held:
            return Misfit(kind, tuple(sorted(wanted)), given)
    return None


def kinds_of(condition: Condition) -> Iterator[tuple[str, Collection[str]]]:
    """The kinds that a condition names, with their values."""
    for kind in KINDS:
        wanted = getattr(condition, kind)
        if wanted:
            yield kind, wanted


def meet(one: Condition, other: Condition) -> bool:
    """Whether there can be a document for which both conditions hold."""
    theirs = dict(kinds_of(other))
    for kind, wanted in kinds_of(one):
        if kind not in theirs or kind == "senders":
            continue
        if not set(wanted) & set(theirs[kind]):
            return False
    return True


def _names(wanted: Collection[str], sender: str) -> bool:
    name = folded(sender)
    return any(folded(part) in name for part in wanted)


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Without case, accents and repeated spaces; senders of templates come again and again."""
    letters = unicodedata.normalize("NFD", text).lower().replace("đ", "d")
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())
