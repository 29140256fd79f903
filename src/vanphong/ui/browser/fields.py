"""Fields and buttons that many forms have, as the macros ``field`` and ``send_bar`` need them.

``more`` adds what else the macro knows, or replaces what is said here.
"""

from typing import Any
from vanphong import _


#: So many characters a text of several lines may have, where nothing else is said.
LONGEST = 2000


def words(name: str, label: str, rows: int = 3, **more: Any) -> dict[str, Any]:
    """A field for a text of several lines."""
    found = {"name": name, "label": label, "kind": "textarea", "rows": rows}
    return {**found, "width": 12, "maxlength": LONGEST, **more}


def reason(label: str = _("Reason"), **more: Any) -> dict[str, Any]:
    """The field for a reason that is owed."""
    return words("reason", label, **{"required": True, "autofocus": True, **more})


def note(label: str = _("Note"), rows: int = 2, **more: Any) -> dict[str, Any]:
    """The field for a note that may stay empty."""
    return words("note", label, rows, **{"placeholder": _("may stay empty"), **more})


def day(name: str, label: str, width: int = 4, **more: Any) -> dict[str, Any]:
    """The field for a date."""
    return {"name": name, "label": label, "kind": "date", "width": width, **more}


def main_act(value: str, title: str, icon: str, kind: str = "work", **more: Any) -> dict[str, Any]:
    """The button of the act that a form is for, for ``send_bar``; Ctrl+Enter presses it."""
    found = {"value": value, "title": title, "icon": icon, "kind": kind}
    return {**found, "primary": True, "keys": ("Ctrl", "Enter"), **more}
