"""Inputs for what a file says of a document in it."""

from vanphong import _
from vanphong.casefiles.browser import words
from vanphong.casefiles.rules.entries import KINDS


def kind(value: str = "main") -> dict:
    """What the document is to the file."""
    return {
        "name": "kind",
        "label": _("Kind"),
        "kind": "select",
        "width": 4,
        "value": value,
        "options": [(key, words.kind(key)) for key in KINDS],
    }


def readers(*, opens: bool) -> dict:
    """Whether the roster of the file may read the document by lying in it."""
    return {
        "name": "grants",
        "label": _("Readers of the file"),
        "kind": "radio",
        "width": 12,
        "value": "yes" if opens else "no",
        "options": [
            ("yes", _("may read the document by it")),
            ("no", _("see only that it lies here")),
        ],
    }
