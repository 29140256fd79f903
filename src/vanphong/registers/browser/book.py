"""The book on paper, with the columns of Annex IV of Decree 30/2020: ``@@register-book``.

``?first=1&last=50`` prints these numbers, at most LIMIT of them; without them the last fifty.
"""

from dataclasses import dataclass
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.ledger import entries
from vanphong.registers import rules
from vanphong.registers.browser import words
from vanphong.registers.browser.rows import Entry
from vanphong.registers.browser.rows import shown
from vanphong.ui import format as fmt


#: Numbers of one print, and of one that nobody has asked for in particular.
LIMIT = 200
USUAL = 50


@dataclass(frozen=True)
class Column:
    """A column: its head, its share of the width in per cent, its value of an entry."""

    title: str
    width: int
    value: str = ""


#: What is written by hand on paper (signature of receipt) or is not known here stays empty.
INCOMING = tuple(
    Column(title, width, value)
    for title, (width, value) in zip(
        rules.REGISTER_IN,
        (
            (7, "taken"),
            (6, "label"),
            (14, "origin"),
            (11, "symbol"),
            (7, "issued"),
            (22, "described"),
            (10, "recipient"),
            (6, ""),
            (6, ""),
            (11, "note"),
        ),
        strict=True,
    )
)
OUTGOING = tuple(
    Column(title, width, value)
    for title, (width, value) in zip(
        rules.REGISTER_OUT,
        (
            (11, "number_and_symbol"),
            (8, "issued_or_taken"),
            (24, "described"),
            (9, ""),
            (12, "recipient"),
            (8, ""),
            (6, ""),
            (6, ""),
            (5, ""),
            (11, "note"),
        ),
        strict=True,
    )
)


class RegisterBook(BrowserView):
    """The sheet."""

    @cached_property
    def incoming(self) -> bool:
        """The book is one of incoming documents."""
        return self.context.direction == "in"

    @property
    def title(self) -> str:
        """Name of the book, as Annex IV has it."""
        titles = {
            "in": _("Register of incoming documents"),
            "out": _("Register of outgoing documents"),
        }
        return titles.get(self.context.direction, self.context.title)

    @property
    def print_sheet(self) -> dict:
        """For the macro of that name."""
        return {
            "back": self.context.absolute_url(),
            "landscape": True,
            "unit_name": self.context.__parent__.title,
            "form": "Phụ lục IV, Nghị định 30/2020/NĐ-CP",
        }

    @cached_property
    def highest(self) -> int:
        """The last number that was given; one below the first when there is none."""
        highest = entries.highest(self.context.UID(), self.context.period)
        return highest or self.context.opening_number - 1

    @cached_property
    def last(self) -> int:
        """The last number printed."""
        return min(self._asked("last") or self.first + LIMIT - 1, self.first + LIMIT - 1)

    @cached_property
    def first(self) -> int:
        """The first number printed."""
        last = min(self._asked("last") or self.highest, self.highest)
        return self._asked("first") or max(self.context.opening_number, last - USUAL + 1)

    def _asked(self, name: str) -> int:
        text = self.request.form.get(name, "")
        return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 10 else 0

    @cached_property
    def entries(self) -> list[Entry]:
        """The lines printed, in the order of their numbers."""
        uid, period = self.context.UID(), self.context.period
        found = [
            row
            for number in range(self.first, min(self.last, self.highest) + 1)
            for row in entries.taken(uid, period, number)
        ]
        return shown(self.context, found, self.request)

    @property
    def cover(self) -> str:
        """The line of the cover: period, days and numbers."""
        days = [one.taken_on for one in self.entries if one.taken_on]
        mapping = {
            "period": self.context.period,
            "first": self.entries[0].label if self.entries else "…",
            "last": self.entries[-1].label if self.entries else "…",
            "since": fmt.full_date(min(days)) if days else "…",
            "until": fmt.full_date(max(days)) if days else "…",
        }
        return _(
            "Year: ${period} · From day ${since} to day ${until} · "
            "From number ${first} to number ${last}",
            mapping=mapping,
        )

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of this book."""
        return INCOMING if self.incoming else OUTGOING

    def head(self, column: Column) -> str:
        """Head of a column as a message."""
        return _(column.title)

    def cell(self, entry: Entry, column: Column) -> str:
        """What stands in a column of a line."""
        if column.value == "taken":
            return _day(entry.taken_on)
        if column.value == "issued":
            return _day(entry.issued_on)
        if column.value == "issued_or_taken":
            return _day(entry.issued_on or entry.taken_on)
        if column.value == "number_and_symbol":
            return entry.symbol or entry.label
        return getattr(entry, column.value) if column.value else ""

    @property
    def body_title(self) -> str:
        """The body whose book it is."""
        return words.body_title(self.context)


def _day(day) -> str:
    return fmt.full_date(day) if day else ""
