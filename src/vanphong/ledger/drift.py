"""Where the read models differ from the content."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from sqlalchemy import Column
from sqlalchemy import Connection
from sqlalchemy import and_
from sqlalchemy import select
from typing import Any
from typing import TypeVar
from vanphong.ledger.mirrors import MIRRORS
from vanphong.ledger.mirrors import Mirror
from vanphong.ledger.mirrors import rows_of
from vanphong.ledger.tables import Row


#: So many objects are compared at a time.
BATCH = 100

#: So much of a value is told in a difference.
LONGEST = 80

Key = tuple[Any, ...]

T = TypeVar("T")


@dataclass(frozen=True)
class Drift:
    """One difference, told to a person: in which table, at which key, what.

    That is "missing", "extra", "given twice", or the columns that differ, each with the
    value that is stored and the one that content has.
    """

    table: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.table} {self.key}: {self.what}"


@dataclass(frozen=True)
class Difference:
    """One row that is not as content wants it; ``expected`` or ``stored`` may be missing.

    ``twice`` marks a key that a second object claims; there is nothing to mend it with.
    """

    table: str
    key: Key
    expected: Row | None = None
    stored: Row | None = None
    twice: bool = False

    @property
    def place(self) -> tuple[str, Key]:
        """Which row of which table."""
        return self.table, self.key

    @property
    def document_uid(self) -> str:
        """The document that the row is about, or ""."""
        row = self.expected or self.stored or {}
        return row.get("document_uid") or row.get("case_file_uid") or ""

    def drift(self) -> Drift:
        """The same, told to a person."""
        return Drift(self.table, "/".join(str(part) for part in self.key), self._what())

    def _what(self) -> str:
        if self.twice:
            return "given twice"
        if self.expected is None:
            return "extra"
        if self.stored is None:
            return "missing"
        return "; ".join(
            f"{name}: {_short(self.stored[name])} → {_short(value)}"
            for name, value in self.expected.items()
            if self.stored[name] != value
        )


def _short(value: Any) -> str:
    """A value for a log that many read: the beginning of it, not whole texts of letters."""
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)})"


def differences(
    connection: Connection, objects: Iterable[object], scope: Collection[str] | None = None
) -> Iterator[Difference]:
    """Compare content objects with the rows that mirror them.

    With ``scope``, the UIDs of some documents, rows of other documents are nobody's
    business; without it ``objects`` must be all there are, and every other row is extra.
    """
    seen: dict[str, set[Key]] = {name: set() for name in MIRRORS}
    for batch in batches(objects):
        for name, rows in rows_of(batch).items():
            yield from _compared(connection, name, rows, seen[name])
    for name in MIRRORS:
        yield from extra(connection, name, seen[name], scope)


def batches(objects: Iterable[T]) -> Iterator[list[T]]:
    """The objects, some at a time."""
    rest = iter(objects)
    while batch := list(islice(rest, BATCH)):
        yield batch


def extra(
    connection: Connection, name: str, seen: set[Key], scope: Collection[str] | None = None
) -> Iterator[Difference]:
    """Rows of a table that no content stands behind."""
    mirror = MIRRORS[name]
    condition = mirror.needs_content
    if scope is not None:
        condition = and_(condition, mirror.table.c[mirror.owner].in_(sorted(scope)))
    query = select(*_key_columns(mirror)).where(condition).execution_options(yield_per=1000)
    found = (dict(row) for row in connection.execute(query).mappings())
    lost = [row for row in found if mirror.key_of(row) not in seen]
    for batch in batches(lost):
        keys = {mirror.key_of(row) for row in batch}
        for key, stored in _stored(connection, mirror, batch).items():
            if key in keys:
                yield Difference(name, key, stored=stored)


def _compared(
    connection: Connection, name: str, rows: Sequence[Row], seen: set[Key]
) -> Iterator[Difference]:
    mirror = MIRRORS[name]
    expected = mirror.expected(connection, rows)
    stored = _stored(connection, mirror, expected)
    for row in expected:
        key = mirror.key_of(row)
        if key in seen:
            yield Difference(name, key, expected=row, twice=True)
        elif stored.get(key) != row:
            yield Difference(name, key, expected=row, stored=stored.get(key))
        seen.add(key)


def _stored(connection: Connection, mirror: Mirror, rows: Sequence[Row]) -> dict[Key, Row]:
    """Stored rows by key: those of ``rows``, and perhaps some more."""
    if not rows:
        return {}
    wanted = and_(
        *(column.in_({row[column.name] for row in rows}) for column in _key_columns(mirror))
    )
    return {mirror.key_of(row): row for row in mirror.stored(connection, wanted)}


def _key_columns(mirror: Mirror) -> list[Column[Any]]:
    return [mirror.table.c[name] for name in mirror.key]
