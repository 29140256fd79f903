"""Units named in a sentence, found by their names as people write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
import re
import unicodedata


#: What a name may begin with; it is often left out, or stands once for several names.
PREFIXES = ("phong ", "ban ", "so ", "uy ban nhan dan ", "ubnd ")

#: Places behind a name that tell nothing: there is one such unit in the body.
ENDINGS = (" huyen", " xa", " tinh", " thanh pho", " quan", " thi xa")

#: Shortest name without its prefix that is looked for: “y te”, not “tu”.
SHORTEST = 4

_WORDS = re.compile(r"[^a-z0-9]+")

#: How names are shortened in papers, in plain letters.
WRITTEN = (
    ("&", " va "),
    ("ptnt", "phat trien nong thon"),
    ("cntt", "cong nghe thong tin"),
    ("tb&xh", "thuong binh va xa hoi"),
    ("tb va xh", "thuong binh va xa hoi"),
)


@dataclass(frozen=True)
class Known:
    """A unit with its names: title, short name."""

    uid: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A unit in a text, and where its name begins and ends in the plain text."""

    uid: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text in small letters without accents, its words between single blanks."""
    text = text.lower().replace("đ", "d")
    text = "".join(
        one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one)
    )
    for short, long in reversed(WRITTEN):
        text = text.replace(short, long)
    return f" {_WORDS.sub(' ', text).strip()} "


def found_in(text: str, known: Iterable[Known]) -> tuple[Found, ...]:
    """The units that a text names, in its order; a name inside a longer one counts not."""
    told = plain(text)
    names = sorted(
        ((name, one.uid) for one in known for name in _names(one)),
        key=lambda pair: (-len(pair[0]), pair),
    )
    taken: list[Found] = []
    for name, uid in names:
        start = told.find(f" {name} ")
        while start >= 0:
            end = start + len(name) + 1
            if not any(one.start < end and start < one.end for one in taken):
                taken.append(Found(uid, start, end))
            start = told.find(f" {name} ", start + 1)
    taken.sort(key=lambda one: one.start)
    seen: set[str] = set()
    return tuple(one for one in taken if one.uid not in seen and not seen.add(one.uid))  # type: ignore[func-returns-value]


def _names(one: Known) -> set[str]:
    """The names of a unit as they are looked for."""
    found: set[str] = set()
    for name in one.names:
        whole = plain(name).strip()
        for text in (whole, *(whole.removesuffix(end) for end in ENDINGS if whole.endswith(end))):
            found.add(text)
            found.update(
                text.removeprefix(prefix) for prefix in PREFIXES if text.startswith(prefix)
            )
    return {name for name in found if len(name) >= SHORTEST}
