"""Icons and badges as ready markup: a word always, a colour or shape as help.

Lists call these for every row, so they are plain functions and not macros.
"""

from collections.abc import Iterable
from html import escape
from vanphong import _


# Degree -> word, in the order of their numbers (Decree 30/2020, Annex I.III.2 and VI)
URGENCY = {
    "normal": _("Normal"),
    "urgent": _("Urgent"),
    "very-urgent": _("Very urgent"),
    "express": _("Express"),
    "express-timed": _("Express, timed"),
}
EXPRESS = 3

# Part in the work -> (shape, word)
ROLES = {
    "lead": ("r-lead", _("Leads")),
    "coordinate": ("r-co", _("Coordinates")),
    "inform": ("r-fyi", _("For information")),
    "direct": ("r-act", _("Directs")),
    "extend": ("r-act", _("Decides extension")),
    "draft": ("r-act", _("Drafts it")),
    "opine": ("r-co", _("Gives an opinion")),
    "review": ("r-act", _("Checks the content")),
    "appraise": ("r-act", _("Appraises")),
    "approve": ("r-act", _("Approves")),
    "sign": ("r-act", _("Signs")),
    "number": ("r-act", _("Numbers and issues")),
}


def icon(static_url: str, version: str, name: str) -> str:
    """A symbol of ``icons.svg``; decoration only, so hidden from screen readers."""
    return (
        f'<svg class="i" aria-hidden="true" focusable="false">'
        f'<use href="{static_url}/icons.svg?v={version}#{name}"/></svg>'
    )


def badge(kind: str, words: str) -> str:
    """A tinted word. ``kind``: plain, calm, line, done, soon, late or "" (blue-grey)."""
    return f'<span class="bdg {escape(kind)}">{escape(words)}</span>'


def options(choices: Iterable[tuple[object, str]], chosen: object) -> str:
    """The options of a select; a page may have hundreds of them."""
    held, selected = str(chosen), ' selected="selected"'
    return "".join(
        f'<option value="{escape(str(value))}"{selected if str(value) == held else ""}>'
        f"{escape(title)}</option>"
        for value, title in choices
    )


def urgency_level(degree: int | str) -> int:
    """The number of a degree given by number or by code."""
    return list(URGENCY).index(degree) if degree in URGENCY else int(degree or 0)


def stamp(level: int, words: str) -> str:
    """The urgency stamp; nothing for an ordinary document."""
    if not level:
        return ""
    full = " full" if level >= EXPRESS else ""
    return f'<span class="stamp{full}">{escape(words)}</span>'


def role(shape: str, words: str) -> str:
    """Full circle leads, half coordinates, empty is informed."""
    return f'<span class="role {escape(shape)}">{escape(words)}</span>'
