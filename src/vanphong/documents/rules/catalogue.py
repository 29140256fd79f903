"""Catalogues kept by an administrator: one line an entry, columns parted by ``|``.

Codes of types and fields change by law, so every entry may have a first and a last day.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from typing import TypeVar
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import unicodedata


class Dated(Protocol):
    """An entry with a first and a last day of validity; None is open."""

    @property
    def valid_from(self) -> date | None:
        """First day of validity."""

    @property
    def valid_to(self) -> date | None:
        """Last day of validity."""


EntryT = TypeVar("EntryT", bound=Dated)


@dataclass(frozen=True)
class Row:
    """The columns of one line, with what is needed to say where an error is."""

    line: int
    columns: tuple[str, ...]
    form: str
    field: str

    def required(self, column: int) -> str:
        """Give a column that may not be empty."""
        if not self.columns[column]:
            raise self.error(_("Line ${line}: column ${column} is empty. Write ${form}."), column)
        return self.columns[column]

    def day(self, column: int) -> date | None:
        """Give a column as a day, None when empty."""
        text = self.columns[column]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            text = _("Line ${line}: “${value}” is not a day. Write it as 2026-07-01.")
            raise self.error(text, column) from None

    def number(self, column: int) -> int | None:
        """Give a column as a number, None when empty."""
        text = self.columns[column]
        if text and not text.isdecimal():
            raise self.error(_("Line ${line}: “${value}” is not a number."), column)
        return int(text) if text else None

    def error(self, text: str, column: int) -> InvalidInput:
        """Make the error that names this line and the column, counted from 0."""
        return InvalidInput(
            text,
            field=self.field,
            line=self.line,
            column=column + 1,
            value=self.columns[column],
            form=self.form,
        )


def read_rows(lines: Iterable[str], form: str, field: str) -> Iterator[Row]:
    """Read the lines that are not blank; columns left out at the end count as empty.

    :param form: the columns as shown to the administrator, ``code | name | …``.
    :param field: the setting at fault when a line cannot be read.
    :raises InvalidInput: a line has too many columns, or repeats the code of another.
    """
    width = form.count("|") + 1
    seen: set[str] = set()
    for number, text in enumerate(lines, start=1):
        if not text.strip():
            continue
        columns = tuple(part.strip() for part in unicodedata.normalize("NFC", text).split("|"))
        row = Row(number, columns + ("",) * (width - len(columns)), form, field)
        if len(columns) > width:
            raise row.error(_("Line ${line} has too many columns. Write ${form}."), width)
        if row.required(0) in seen:
            raise row.error(_("Line ${line}: the code “${value}” stands there twice."), 0)
        seen.add(columns[0])
        yield row


def format_row(*values: object) -> str:
    """Write a line that :func:`read_rows` reads back, without empty columns at the end."""
    columns = ["" if value is None else str(value) for value in values]
    while not columns[-1]:
        columns.pop()
    return " | ".join(columns)


def valid_on(entries: Iterable[EntryT], day: date) -> tuple[EntryT, ...]:
    """Keep the entries in force on ``day``, first and last day included."""
    return tuple(
        entry
        for entry in entries
        if (entry.valid_from is None or entry.valid_from <= day)
        and (entry.valid_to is None or day <= entry.valid_to)
    )
