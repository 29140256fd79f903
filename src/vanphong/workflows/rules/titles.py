"""Titles and names that an administrator types or a file brings."""

from vanphong.documents.rules import fold
from vanphong.errors import mark as _
import re
import unicodedata


#: Characters of a title.
LONGEST = 80

#: Signs of markup, of expressions and of control; no title of a stage has any of them.
_CODE = re.compile(
    r"[<>{}$\\`\x00-\x1f\x7f-\x9f\ud800-\udfff"
    r"\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_CALL = re.compile(r"^\s*(python|javascript|string|structure|data|load):", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")


def tidy(title: str) -> str:
    """A title as it is kept: composed, one blank between words."""
    return " ".join(unicodedata.normalize("NFC", title).split())


def title_problem(title: str) -> tuple[str, dict[str, str]]:
    """Why a text cannot be a title, with the values of the sentence; ("", {}) when it can."""
    if not title.strip():
        return _("A title is missing."), {}
    if len(title) > LONGEST:
        values = {"title": title[:30] + "…", "n": str(LONGEST)}
        return _("“${title}” is longer than ${n} characters."), values
    if _CODE.search(title) or _CALL.search(title):
        return _("“${title}” looks like code. A title is plain words."), {"title": title[:30]}
    return "", {}


def name_problem(name: str) -> bool:
    """Whether a text cannot be the id of a state or a transition."""
    return _NAME.fullmatch(name) is None


def name_of(title: str, taken: set[str]) -> str:
    """An id for a title: ``Chờ kiểm tra`` gives ``cho_kiem_tra``; never one that is taken."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(title)).strip("_")[:40].rstrip("_")
    plain = plain if plain[:1].isalpha() else f"buoc_{plain}".rstrip("_")
    found, number = plain, 2
    while found in taken or f"to_{found}" in taken or f"pass_{found}" in taken:
        found, number = f"{plain}_{number}", number + 1
    return found
