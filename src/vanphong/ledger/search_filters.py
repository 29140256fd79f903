"""What a search is narrowed to."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from sqlalchemy import ColumnElement
from sqlalchemy import and_
from sqlalchemy import exists
from sqlalchemy import literal
from sqlalchemy import not_
from sqlalchemy import or_
from vanphong.calendars.clock import TZ
from vanphong.ledger.tables import case_entry
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_text
from vanphong.ledger.tables import work
from vanphong.ledger.words import Words


#: How a deadline can stand: past, past soon, still far, none.
LATENESS = ("late", "soon", "ahead", "none")

_D, _T = document_index.c, document_text.c


@dataclass(frozen=True)
class Due:
    """How the deadline stands at a moment.

    :param kind: one of LATENESS.
    :param soon_until: until when a deadline is near.
    :param ended: states in which no deadline runs any more.
    """

    kind: str
    now: datetime
    soon_until: datetime
    ended: tuple[str, ...] = ()


@dataclass(frozen=True)
class Criteria:
    """What is looked for; what is empty lets everything through.

    Days are included. ``sender`` and ``signer`` are keys that the stored ones contain;
    ``units`` and ``actors`` have, or had, a step of the document. ``case_file`` is the code or
    the number and symbol of a file; with ``case_title``, the same folded, also words of its title.
    """

    words: Words = field(default_factory=Words)
    directions: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    document_types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    urgencies: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    number: int | None = None
    sender: str = ""
    signer: str = ""
    case_file: str = ""
    case_title: str = ""
    since: date | None = None
    until: date | None = None
    issued_since: date | None = None
    issued_until: date | None = None
    has_file: bool | None = None
    due: Due | None = None


def conditions(criteria: Criteria) -> list[ColumnElement[bool]]:
    """The conditions on ``document_text`` joined with ``document_index``, words left out."""
    found: list[ColumnElement[bool]] = []
    found += [column.in_(values) for column, values in _choices(criteria) if values]
    found += [
        column.contains(value, autoescape=True)
        for column, value in (
            (_D.organ_key, criteria.sender),
            (_T.signer_key, criteria.signer),
        )
        if value
    ]
    if criteria.case_file:
        found.append(or_(_T.case_file == criteria.case_file, _lies_in(criteria)))
    if criteria.number is not None:
        found.append(_D.number == criteria.number)
    if criteria.has_file is not None:
        found.append(_D.has_file == criteria.has_file)
    if criteria.due is not None:
        found.append(_due(criteria.due))
    return [*found, *_days(criteria), *_steps(criteria)]


def _lies_in(criteria: Criteria) -> ColumnElement[bool]:
    """In a file with this code, with this number and symbol, or with these words in its title."""
    text, title = criteria.case_file, criteria.case_title
    called = [case_file.c.code == text, case_file.c.notation == text]
    if title:
        words = literal(" ") + case_file.c.folded + literal(" ")
        called.append(words.contains(f" {title} ", autoescape=True))
    return exists().where(
        case_entry.c.document_uid == _D.document_uid,
        case_entry.c.case_file_uid == case_file.c.case_file_uid,
        or_(*called),
    )


def _choices(criteria: Criteria) -> list[tuple[ColumnElement, tuple]]:
    return [
        (_D.direction, criteria.directions),
        (_D.body_uid, criteria.bodies),
        (_D.register_uid, criteria.registers),
        (_D.document_type, criteria.document_types),
        (_D.state, criteria.states),
        (_D.urgency, criteria.urgencies),
        (_T.field, criteria.fields),
        (_D.organ_name, criteria.organs),
    ]


def _days(criteria: Criteria) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if criteria.since is not None:
        found.append(_D.registered_at >= _start_of(criteria.since))
    if criteria.until is not None:
        found.append(_D.registered_at < _start_of(criteria.until + timedelta(days=1)))
    if criteria.issued_since is not None:
        found.append(_D.issued_date >= criteria.issued_since)
    if criteria.issued_until is not None:
        found.append(_D.issued_date <= criteria.issued_until)
    return found


def _steps(criteria: Criteria) -> list[ColumnElement[bool]]:
    return [
        exists().where(work.c.document_uid == _D.document_uid, column.in_(values))
        for column, values in ((work.c.unit_uid, criteria.units), (work.c.actor, criteria.actors))
        if values
    ]


def _due(due: Due) -> ColumnElement[bool]:
    runs = and_(_D.due_at.is_not(None), not_(_D.state.in_(due.ended)))
    return {
        "late": and_(runs, _D.due_at < due.now),
        "soon": and_(runs, _D.due_at >= due.now, _D.due_at <= due.soon_until),
        "ahead": and_(runs, _D.due_at > due.soon_until),
        "none": or_(_D.due_at.is_(None), _D.state.in_(due.ended)),
    }[due.kind]


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), TZ)
