"""What is asked of a file of work before it is closed, and of all that end in the archive."""

from collections.abc import Collection
from datetime import date
from sqlalchemy import Select
from sqlalchemy import select
from vanphong.ledger.openings import INFORM
from vanphong.ledger.session import reading
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import case_entry
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import file
from vanphong.ledger.tables import work


_E = case_entry.c
_F = case_file.c
_D = document_index.c

_OF_DOCUMENT = (
    "path",
    "direction",
    "label",
    "symbol",
    "subject",
    "organ_name",
    "issued_date",
    "state",
)


def entries(case_file_uid: str) -> list[Row]:
    """All documents of a file in their order; ``path`` is None for one that is gone."""
    query = (
        select(_E.number, _E.document_uid, _E.kind, _E.pages, *(_D[name] for name in _OF_DOCUMENT))
        .outerjoin(document_index, _D.document_uid == _E.document_uid)
        .where(_E.case_file_uid == case_file_uid)
        .order_by(_E.number)
    )
    return _rows(query)


def open_steps(case_file_uid: str) -> dict[str, list[str]]:
    """Titles of whom the documents of a file wait for, by document.

    Who has a document for information owes nothing: that it is not read yet is no open work.
    """
    query = (
        select(work.c.document_uid, work.c.actor_title)
        .join(case_entry, _E.document_uid == work.c.document_uid)
        .where(_E.case_file_uid == case_file_uid, work.c.is_open, work.c.action != INFORM)
        .order_by(work.c.document_uid, work.c.started_at)
    )
    return _grouped(query)


def hashes(case_file_uid: str) -> dict[str, list[str]]:
    """SHA-256 of the files of the documents of a file, by document."""
    query = (
        select(file.c.document_uid, file.c.sha256)
        .join(case_entry, _E.document_uid == file.c.document_uid)
        .where(_E.case_file_uid == case_file_uid)
        .order_by(file.c.document_uid, file.c.position)
    )
    return _grouped(query)


def ended(body_uid: str, states: Collection[str], *, until: date, most: int = 500) -> list[Row]:
    """Files of a body in some states that ended by a day, the earliest first."""
    query = (
        select(case_file)
        .where(
            _F.body_uid == body_uid,
            _F.state.in_(sorted(states)),
            _F.ended_on.is_not(None),
            _F.ended_on <= until,
        )
        .order_by(_F.ended_on, _F.code)
        .limit(most)
    )
    return _rows(query)


def bodies() -> list[str]:
    """UIDs of all bodies that have files of work."""
    with reading() as connection:
        return sorted(connection.execute(select(_F.body_uid).distinct()).scalars())


def made_by(user_id: str, states: Collection[str]) -> list[Row]:
    """The files in some states whose maker a person is."""
    query = (
        select(case_file).where(_F.maker == user_id, _F.state.in_(sorted(states))).order_by(_F.code)
    )
    return _rows(query)


def awaited_of(user_id: str) -> list[Row]:
    """The steps that wait for a person by name, the oldest first."""
    query = (
        select(work)
        .where(work.c.actor == user_id, work.c.is_open)
        .order_by(work.c.started_at, work.c.step_uid)
    )
    return _rows(query)


def expired(body_uid: str, states: Collection[str], year: int, most: int = 500) -> list[Row]:
    """Files of a body in some states whose last year of retention lies before a year."""
    query = (
        select(case_file)
        .where(_F.body_uid == body_uid, _F.state.in_(sorted(states)), _F.due_year < year)
        .order_by(_F.due_year, _F.code)
        .limit(most)
    )
    return _rows(query)


def _rows(query: Select) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _grouped(query: Select) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with reading() as connection:
        for uid, value in connection.execute(query):
            found.setdefault(uid, []).append(value)
    return found
