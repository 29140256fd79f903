"""The read models: how the rows that content gives are stored.

An act calls ``write`` for each object that it has changed; rebuilding and checking go the
same way.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Table
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import select
from sqlalchemy import true
from typing import Any
from vanphong.ledger import alike
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger import deliveries
from vanphong.ledger import document_rows
from vanphong.ledger import entries
from vanphong.ledger import files
from vanphong.ledger import invitations
from vanphong.ledger import links
from vanphong.ledger import publications
from vanphong.ledger import schedule_items
from vanphong.ledger import search_rows
from vanphong.ledger import tasks
from vanphong.ledger import work
from vanphong.ledger.interfaces import IReadModel
from vanphong.ledger.openings import with_openings
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import case_entry
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import content_columns
from vanphong.ledger.tables import delivery
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_link
from vanphong.ledger.tables import document_text
from vanphong.ledger.tables import file as file_table
from vanphong.ledger.tables import publication
from vanphong.ledger.tables import register_entry
from vanphong.ledger.tables import text_band
from vanphong.ledger.tables import work as work_table
from zope.component import getAdapters


@dataclass(frozen=True)
class Mirror:
    """One read model.

    ``expected`` turns rows of content into rows as they ought to be stored; ``stored``
    reads rows, ``store`` writes them, ``drop`` gets rid of one that no content has;
    ``needs_content`` are the rows that must not stand without content; ``owner`` is the column
    with the UID of the object that a row is of.
    """

    table: Table
    key: tuple[str, ...]
    expected: Callable[[Connection, Sequence[Row]], list[Row]]
    stored: Callable[[Connection, ColumnElement[bool]], list[Row]]
    store: Callable[[Connection, Sequence[Row]], None]
    drop: Callable[[Connection, Row], None]
    needs_content: ColumnElement[bool]
    owner: str = "document_uid"

    def key_of(self, row: Row) -> tuple[Any, ...]:
        """The values that tell this row from the others."""
        return tuple(row[name] for name in self.key)


def write(obj: object) -> None:
    """Write all read models of a content object, with the Zope transaction."""
    connection = writing().connection()
    for name, rows in rows_of([obj]).items():
        mirror = MIRRORS[name]
        mirror.store(connection, mirror.expected(connection, rows))


def rows_of(objects: Iterable[object]) -> dict[str, list[Row]]:
    """What content objects say of themselves, by table."""
    found: dict[str, list[Row]] = {name: [] for name in MIRRORS}
    for obj in objects:
        for _name, model in getAdapters((obj,), IReadModel):
            found[model.table].extend(dict(row) for row in model.rows())
    return found


def _expected_work(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return with_openings(connection, [complete(work_table, row) for row in rows])


def _expected_documents(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [document_rows.expected(row) for row in rows]


def _expected_entries(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [complete(register_entry, row) for row in rows]


def _expected_files(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [complete(file_table, row) for row in rows]


def _drop_file(connection: Connection, row: Row) -> None:
    of = (file_table.c[name] == row[name] for name in files.KEY)
    connection.execute(delete(file_table).where(*of))


def _expected_case_files(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [case_files.expected(row) for row in rows]


def _expected_publications(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [publications.expected(row) for row in rows]


def _expected_rows(table: Table) -> Callable[[Connection, Sequence[Row]], list[Row]]:
    def expected(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
        return [complete(table, row) for row in rows]

    return expected


def _drop_step(connection: Connection, row: Row) -> None:
    connection.execute(delete(work_table).where(work_table.c.step_uid == row["step_uid"]))


def _drop_document(connection: Connection, row: Row) -> None:
    document_rows.drop(connection, row["document_uid"])


def _expected_texts(_connection: Connection, rows: Sequence[Row]) -> list[Row]:
    return [search_rows.expected(row) for row in rows]


def _drop_text(connection: Connection, row: Row) -> None:
    search_rows.drop(connection, row["document_uid"])


def _rows_in(table: Table) -> Callable[[Connection, ColumnElement[bool]], list[Row]]:
    def stored(connection: Connection, condition: ColumnElement[bool]) -> list[Row]:
        found = connection.execute(select(*content_columns(table)).where(condition)).mappings()
        return [dict(row) for row in found]

    return stored


MIRRORS = {
    "work": Mirror(
        work_table,
        ("step_uid",),
        _expected_work,
        _rows_in(work_table),
        work.store,
        _drop_step,
        true(),
    ),
    "document_index": Mirror(
        document_index,
        ("document_uid",),
        _expected_documents,
        document_rows.stored,
        document_rows.store,
        _drop_document,
        true(),
    ),
    "document_text": Mirror(
        document_text,
        ("document_uid",),
        _expected_texts,
        search_rows.stored,
        search_rows.store,
        _drop_text,
        true(),
    ),
    "file": Mirror(
        file_table,
        files.KEY,
        _expected_files,
        _rows_in(file_table),
        files.store,
        _drop_file,
        true(),
    ),
    "text_band": Mirror(
        text_band,
        alike.KEY,
        alike.expected,
        _rows_in(text_band),
        alike.store,
        alike.drop,
        true(),
    ),
    "register_entry": Mirror(
        register_entry,
        entries.KEY,
        _expected_entries,
        _rows_in(register_entry),
        entries.store,
        entries.void_orphan,
        and_(register_entry.c.voided_at.is_(None), register_entry.c.document_uid != ""),
    ),
    "delivery": Mirror(
        delivery,
        deliveries.KEY,
        _expected_rows(delivery),
        _rows_in(delivery),
        deliveries.store,
        deliveries.drop,
        true(),
    ),
    "document_link": Mirror(
        document_link,
        links.KEY,
        _expected_rows(document_link),
        _rows_in(document_link),
        links.store,
        links.drop,
        true(),
    ),
    "case_file": Mirror(
        case_file,
        ("case_file_uid",),
        _expected_case_files,
        case_files.stored,
        case_files.store,
        case_files.drop,
        true(),
        "case_file_uid",
    ),
    "case_entry": Mirror(
        case_entry,
        case_entries.KEY,
        _expected_rows(case_entry),
        _rows_in(case_entry),
        case_entries.store,
        case_entries.drop,
        true(),
        "case_file_uid",
    ),
    "publication": Mirror(
        publication,
        publications.KEY,
        _expected_publications,
        _rows_in(publication),
        publications.store,
        publications.drop,
        true(),
        owner="uid",
    ),
    "schedule_item": Mirror(
        schedule_items.schedule_item,
        schedule_items.KEY,
        _expected_rows(schedule_items.schedule_item),
        _rows_in(schedule_items.schedule_item),
        schedule_items.store,
        schedule_items.drop,
        true(),
    ),
    "task": Mirror(
        tasks.task,
        tasks.KEY,
        _expected_rows(tasks.task),
        _rows_in(tasks.task),
        tasks.store,
        tasks.drop,
        true(),
    ),
    "invitation": Mirror(
        invitations.invitation,
        invitations.KEY,
        _expected_rows(invitations.invitation),
        _rows_in(invitations.invitation),
        invitations.store,
        invitations.drop,
        true(),
    ),
}
