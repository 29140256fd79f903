"""Documents published for everybody: the list, the search and the feed read these rows alone.

A row is there for every publication, waiting and withdrawn ones too, for their unit's list;
what is shown to the public is a condition of each public query: published, begun, not over.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import lru_cache
from sqlalchemy import ColumnElement
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import extract
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from typing import Any
from vanphong.ledger import publication_texts
from vanphong.ledger.paging import CAP
from vanphong.ledger.paging import Page
from vanphong.ledger.paging import capped
from vanphong.ledger.paging import page_of
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import publication
from vanphong.ledger.upsert import upsert
from vanphong.ledger.words import bare
from vanphong.ledger.words import has_marks
from vanphong.ledger.words import indexed
from vanphong.ledger.words import words


KEY = ("uid",)
SIZE = 20

PUBLISHED = "published"

#: Instead of names of files: everybody may read all that the document has.
ALL_FILES = publication_texts.ALL

#: So many words of a question are looked for.
MOST_WORDS = 12

_P = publication.c


@dataclass(frozen=True)
class Wanted:
    """What a citizen asks for; "" and None ask for everything.

    ``text`` is looked for in symbol, subject, type, field, signer and summary, and in the files
    that everybody may read: with diacritics as it is spelt, and without them where nothing is
    spelt so. ``elsewhere`` are bodies whose documents are left out: they have their own pages.
    """

    text: str = ""
    document_type: str = ""
    number: int | None = None
    year: int | None = None
    field: str = ""
    unit_uid: str = ""
    category: str = ""
    elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A page of what was found. ``loosened``: only without regard to diacritics."""

    page: Page
    total: int
    loosened: bool = False


def put(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows, with the Zope transaction; ``head`` are the texts that are searched."""
    store(writing().connection(), [expected(row) for row in rows])


def forget(uid: str) -> None:
    """Drop the row of a publication that is deleted."""
    writing().connection().execute(delete(publication).where(_P.uid == uid))


def find(wanted: Wanted, today: date, *, page: int = 1, size: int = SIZE) -> Found:
    """What is public on a day, the newest first; ``total`` above CAP means "more than CAP"."""
    with reading() as connection:
        found = _found(connection, wanted, today, page, size, exact=has_marks(wanted.text))
        if not found.page.rows and page == 1 and has_marks(wanted.text):
            loose = _found(connection, wanted, today, page, size, exact=False)
            found = replace(loose, loosened=bool(loose.page.rows))
    return found


def newest(
    today: date, limit: int, *, category: str = "", elsewhere: frozenset[str] = frozenset()
) -> list[Row]:
    """The newest that are public on a day."""
    return _rows(_newest(today, limit, category, elsewhere))


@lru_cache(maxsize=32)
def _newest(today: date, limit: int, category: str, elsewhere: frozenset[str]) -> Select:
    """The same question all day long: it is put into SQL once."""
    wanted = Wanted(category=category, elsewhere=elsewhere)
    return _ordered(_public(today, wanted, exact=False)).limit(limit)


def by_documents(document_uids: Collection[str], today: date) -> dict[str, Row]:
    """The public rows of some documents, by the UID of the document."""
    query = select(publication).where(
        *_is_public(today), _P.document_uid.in_(sorted(document_uids))
    )
    return {row["document_uid"]: row for row in _rows(query)}


def of_document(document_uid: str) -> Row | None:
    """The publication of a document, whatever its state; None when it never was published."""
    found = _rows(select(publication).where(_P.document_uid == document_uid).limit(1))
    return found[0] if found else None


def is_public_path(path: str, today: date) -> bool:
    """Whether what stands at a path is public on that day."""
    return bool(_rows(select(publication).where(*_is_public(today), _P.path == path).limit(1)))


def waiting(body_uid: str, limit: int = CAP) -> list[Row]:
    """What waits for review, the oldest first."""
    query = select(publication).where(_P.body_uid == body_uid, _P.state == "waiting")
    return _rows(query.order_by(_P.asked_on, _P.uid).limit(limit))


def kept(body_uid: str, unit_uids: Collection[str] | None, *, page: int = 1) -> Page:
    """All publications of a body, or of some of its units, for those who publish."""
    query = select(publication).where(_P.body_uid == body_uid)
    if unit_uids is not None:
        query = query.where(_P.unit_uid.in_(sorted(unit_uids)))
    with reading() as connection:
        return page_of(connection, _ordered(query), page, 50)


def years(today: date) -> list[int]:
    """The years of issue that there is something of, the newest first."""
    query = select(extract("year", _P.issued_date)).where(*_is_public(today)).distinct()
    with reading() as connection:
        return sorted(
            {int(one) for one in connection.execute(query).scalars() if one}, reverse=True
        )


def used(today: date) -> dict[str, set[str]]:
    """Types, fields, units and categories that there is something of."""
    names = ("document_type", "field", "unit_uid", "category")
    query = select(*(_P[name] for name in names)).where(*_is_public(today)).distinct()
    with reading() as connection:
        rows = connection.execute(query).all()
    return {name: {row[place] for row in rows} - {""} for place, name in enumerate(names)}


def addresses(today: date, limit: int) -> list[Row]:
    """Paths of all that is public and when it changed, for a site map."""
    return _rows(_ordered(_public(today, Wanted(), exact=False)).limit(limit))


def expected(row: Mapping[str, Any]) -> Row:
    """A complete row; the texts of ``head`` become words between blanks, spelt and folded."""
    values = dict(row)
    exact, folded = indexed(values.pop("head"))
    return complete(publication, values | {"exact": f" {exact} ", "folded": f" {folded} "})


def store(connection: Connection, rows: Sequence[Row]) -> None:
    """Write complete rows, overwriting those of the same publications."""
    upsert(connection, publication, rows, KEY)


def drop(connection: Connection, row: Row) -> None:
    """Drop a row that no content stands behind."""
    connection.execute(delete(publication).where(_P.uid == row["uid"]))


def _found(
    connection: Connection, wanted: Wanted, today: date, page: int, size: int, *, exact: bool
) -> Found:
    query = _public(today, wanted, exact=exact, texts=connection)
    total = connection.execute(capped(query)).scalar_one()
    return Found(page_of(connection, _ordered(query), page, size), total)


def _rows(query: Select) -> list[Row]:
    with reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _ordered(query: Select) -> Select:
    return query.order_by(_P.published_on.desc(), _P.issued_date.desc(), _P.number.desc(), _P.uid)


def _is_public(today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        _P.state == PUBLISHED,
        _P.published_on <= today,
        or_(_P.expires_on.is_(None), _P.expires_on >= today),
    )


def _public(today: date, wanted: Wanted, *, exact: bool, texts: Connection | None = None) -> Select:
    conditions = list(_is_public(today))
    if wanted.text.strip():
        found = [and_(*_words(wanted.text, exact))]
        if texts is not None and (asked := words(wanted.text)[:MOST_WORDS]):
            found.append(publication_texts.having(texts, asked, conditions, exact=exact))
        conditions.append(or_(*found))
    for name in ("document_type", "field", "unit_uid", "category", "number"):
        value = getattr(wanted, name)
        if value not in ("", None):
            conditions.append(_P[name] == value)
    if wanted.elsewhere:
        conditions.append(_P.body_uid.not_in(sorted(wanted.elsewhere)))
    if wanted.year is not None:
        first, after = date(wanted.year, 1, 1), date(wanted.year + 1, 1, 1)
        conditions.append(and_(_P.issued_date >= first, _P.issued_date < after))
    return select(publication).where(*conditions)


def _words(text: str, exact: bool) -> list[ColumnElement[bool]]:
    """Each word must begin a word of the texts; words have letters and digits only."""
    column = _P.exact if exact else _P.folded
    asked = words(text)[:MOST_WORDS]
    if text.strip() and not asked:
        return [func.length(column) < 0]  # signs alone: nothing has them
    return [column.like(f"% {one if exact else bare(one)}%") for one in asked]
