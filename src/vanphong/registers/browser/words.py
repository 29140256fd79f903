"""A register in words: its direction, its state, its period."""

from vanphong import _
from vanphong.organisation import directory
from vanphong.registers import actions


DIRECTIONS = {"in": _("Incoming"), "out": _("Outgoing"), "internal": _("Internal")}
COUNTED = {"year": _("every year"), "term": _("every term of office")}


def state(register) -> tuple[str, str]:
    """The tint and the word of a register's state."""
    return (
        ("done", _("Open for numbers"))
        if actions.is_open(register)
        else ("line", _("Closed for numbers"))
    )


def body_title(register) -> str:
    """Short name of the body or unit that the register belongs to."""
    unit = register.__parent__
    return unit.short_name or unit.title


def body(register):
    """The body behind a register; its clerks and the chiefs of its Office keep the book."""
    return directory.body_of(register.__parent__)
