"""Pages of long lists, never longer and never further than a person reads."""

from dataclasses import dataclass
from sqlalchemy import Connection
from sqlalchemy import Select
from sqlalchemy import func
from sqlalchemy import select
from vanphong.ledger.tables import Row


#: A count stops here: CAP + 1 means "more than CAP".
CAP = 1000

#: Rows of one page, and the last page that is shown.
SIZE = 50
LAST_PAGE = 200


@dataclass(frozen=True)
class Page:
    """Some rows of a list; ``more`` tells that another page follows."""

    rows: list[Row]
    number: int
    size: int
    more: bool


def page_of(connection: Connection, query: Select, number: int, size: int) -> Page:
    """One page of an ordered query, the first being 1."""
    number = min(max(number, 1), LAST_PAGE)
    size = min(max(size, 1), 4 * SIZE)
    found = connection.execute(query.limit(size + 1).offset((number - 1) * size)).mappings()
    rows = [dict(row) for row in found]
    return Page(rows[:size], number, size, len(rows) > size and number < LAST_PAGE)


def capped(query: Select) -> Select:
    """How many rows a query has, counted up to CAP + 1."""
    return select(func.count()).select_from(query.limit(CAP + 1).subquery())
