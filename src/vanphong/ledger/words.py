"""Texts as the search compares them: their words, with and without diacritics.

Plain Python, the same for both databases: neither one's own idea of a word is ever asked,
for one cuts ``12/2026/QĐ-UBND`` apart in its own way and the other folds no đ. A word is a
run of letters and digits, in Vietnamese one syllable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
import re
import unicodedata


#: Longer runs of letters are no words; they are cut.
LONGEST_WORD = 64

#: Of a longer text only the beginning is searched: about 150 pages.
LONGEST_TEXT = 300_000

#: Stands between two texts in one, so that no phrase reaches from one into the other.
BREAK = "\ue000"

#: Begins the text of a file in the texts of a document; its name follows to the end of line.
FILE = "\x1c"

#: Stands between the pages of a file.
PAGE = "\f"

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_BREAK = re.compile(rf"[^\W_]+|[{BREAK}{FILE}]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

#: "hòa" and "hoà" are one word, "thủy" and "thuỷ" too: the tone goes to the second vowel.
_TONES = {
    "ò": ("o", "\u0300"),
    "ó": ("o", "\u0301"),
    "ỏ": ("o", "\u0309"),
    "õ": ("o", "\u0303"),
    "ọ": ("o", "\u0323"),
    "ù": ("u", "\u0300"),
    "ú": ("u", "\u0301"),
    "ủ": ("u", "\u0309"),
    "ũ": ("u", "\u0303"),
    "ụ": ("u", "\u0323"),
}
_EARLY_TONE = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")


@dataclass(frozen=True)
class Words:
    """What to look for in texts.

    ``terms`` must all occur and none of ``without`` may; each is a phrase of one word or more.
    ``exact`` asks for the diacritics as they stand; else the words are folded.
    """

    terms: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    exact: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms or self.without)

    @property
    def phrase(self) -> tuple[str, ...]:
        """All that is looked for, as one phrase."""
        return tuple(word for term in self.terms for word in term)

    def folded(self) -> "Words":
        """The same without regard to diacritics."""
        return Words(
            tuple(tuple(map(bare, term)) for term in self.terms),
            tuple(tuple(map(bare, term)) for term in self.without),
        )


def bare(text: str) -> str:
    """Letters in lower case without diacritics: “Hỏa” and “hoả” are “hoa”, “Đ” is “d”."""
    letters = unicodedata.normalize("NFD", text).lower().replace("đ", "d")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)


def spelt(text: str) -> str:
    """Letters in lower case and composed, the tone where both spellings have it: “uỷ”."""
    letters = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).lower()
    return _EARLY_TONE.sub(_late_tone, letters)


def words(text: str) -> list[str]:
    """The words of a text with their diacritics, in their order."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(spelt(text))]


def indexed(texts: Iterable[str]) -> tuple[str, str]:
    """Texts as the index keeps them: words between spaces, spelt and folded, at the same places."""
    joined = BREAK.join(texts)[:LONGEST_TEXT]
    found = [word[:LONGEST_WORD] for word in _WORD_OR_BREAK.findall(spelt(joined))]
    exact = " ".join(BREAK if word == FILE else word for word in found)
    return exact, bare(exact)


def has_marks(text: str) -> bool:
    """Whether any word of a text bears a diacritic, đ among them."""
    return spelt(text) != bare(text)


def _late_tone(match: re.Match[str]) -> str:
    first, second = match[0][0], match[0][1]
    vowel, tone = _TONES[first]
    return vowel + unicodedata.normalize("NFC", second + tone)
