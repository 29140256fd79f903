"""What the check of a form finds, and where in Decree 30/2020/NĐ-CP it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Literal


Severity = Literal["error", "warning", "ok", "unread"]

DECREE = "Nghị định 30/2020/NĐ-CP"


@dataclass(frozen=True)
class Finding:
    """One point of the form that was looked at.

    ``error`` is against the decree, ``warning`` is unusual or told by signs only, ``unread``
    could not be read off the file and is left to the appraiser, ``ok`` is in order. ``text``
    is a message id with places filled from ``mapping``; ``where`` quotes the document.
    """

    code: str
    article: str
    severity: Severity
    text: str
    where: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)


def annex(section: str) -> str:
    """Citation of a section of Annex I, Part I: ``annex("II.4")``."""
    return f"{DECREE}, Phụ lục I, Phần I, mục {section}"


@dataclass(frozen=True)
class Point:
    """A point that is looked at: its code and its article."""

    code: str
    article: str

    def ok(self, text: str, where: str = "", /, **mapping: str) -> Finding:
        """In order."""
        return Finding(self.code, self.article, "ok", text, _short(where), mapping)

    def warning(self, text: str, where: str = "", /, **mapping: str) -> Finding:
        """Unusual."""
        return Finding(self.code, self.article, "warning", text, _short(where), mapping)

    def error(self, text: str, where: str = "", /, **mapping: str) -> Finding:
        """Against the rule."""
        return Finding(self.code, self.article, "error", text, _short(where), mapping)

    def unread(self, text: str, /, **mapping: str) -> Finding:
        """Left to the appraiser."""
        return Finding(self.code, self.article, "unread", text, "", mapping)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:117]}…" if len(text) > 118 else text
