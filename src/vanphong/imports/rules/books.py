"""The register that an old number belongs to: past ones take any, the running one only what
paper had given before it was opened here (Decree 30/2020/NĐ-CP, Articles 15 and 22).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.imports.rules.findings import Finding
from vanphong.imports.rules.findings import error
from vanphong.registers.rules import CounterRule
from vanphong.registers.rules import check_period
from vanphong.registers.rules import covers


@dataclass(frozen=True)
class Book:
    """A register as the rules see it; ``uid`` is "" for one that is still to be opened."""

    uid: str
    title: str
    direction: str
    counted: CounterRule
    period: str
    opening: int = 1
    is_open: bool = False
    types: frozenset[str] = frozenset()

    def runs(self, today: date) -> bool:
        """Whether numbers are given from it today."""
        return self.is_open and covers(self.counted, self.period, today)


def choose(
    books: Iterable[Book],
    *,
    direction: str,
    name: str,
    period: str,
    day: date,
    document_type: str,
    today: date,
) -> Book | Finding:
    """Find the register of a row.

    :param name: what the row calls it, or "".
    :param period: the year or term in the row, or "".
    :param day: the day that the document was registered.
    """
    found = [one for one in books if one.direction == direction]
    if name:
        found = [one for one in found if fold(one.title) == fold(name)]
        if not found:
            return error("register", _("There is no register “${name}”."), name=name)
    if period:
        found = [one for one in found if one.period == _period(one.counted, period)]
    else:
        found = [one for one in found if covers(one.counted, one.period, day)]
    found = _for_type(found, document_type)
    if len(found) > 1:
        titles = "; ".join(one.title for one in found)
        return error(
            "register",
            _("Several registers take this document: ${titles}. Name one of them."),
            titles=titles,
        )
    return found[0] if found else _past(direction, period, day, today, name)


def _past(direction: str, period: str, day: date, today: date, name: str) -> Book | Finding:
    """A register of a past year that the office has not opened yet."""
    year = period or str(day.year)
    if name or not (year.isdecimal() and len(year) == 4) or int(year) >= today.year:
        return error("period", _("There is no register for ${period}; open it first."), period=year)
    return Book("", "", direction, "year", year)


def _for_type(found: list[Book], document_type: str) -> list[Book]:
    own = [one for one in found if document_type in one.types]
    return own or [one for one in found if not one.types] or found


def _period(counted: CounterRule, text: str) -> str:
    try:
        return check_period(counted, text).replace("–", "-")
    except InvalidInput:
        return ""


def check_number(book: Book, number: int, day: date, today: date) -> Finding | None:
    """Say why a register cannot take an old number; whether it is free is asked of the ledger."""
    if not covers(book.counted, book.period, day):
        return error(
            "period",
            _("The register is of ${period}; ${day} belongs to another one."),
            period=book.period,
            day=f"{day:%d/%m/%Y}",
        )
    if book.runs(today) and number >= book.opening:
        return error(
            "number",
            _(
                "Number ${number} belongs to the running counter of ${title}; only numbers "
                "below ${opening} were given on paper."
            ),
            number=number,
            title=book.title,
            opening=book.opening,
        )
    return None
