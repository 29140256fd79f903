"""Number, symbol and date of an outgoing document (Decree 30/2020/NĐ-CP, Article 15)."""

from collections.abc import Mapping
from datetime import date
from string import Formatter
from vanphong.documents.rules import notation_for
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.rules.articles import NUMBER
from vanphong.outgoing.rules.articles import SYMBOL
import re


_PLACES = frozenset({"type", "body", "unit"})


def notation(pattern: str, type_abbreviation: str, body: str, unit: str) -> str:
    """What follows the number: ``QĐ-UBND``, or ``UBND-VX`` for an official letter.

    :param pattern: the register's own, with ``{type}``, ``{body}`` and ``{unit}``; "" for
        that of the decree.
    :raises InvalidInput: the body has no abbreviation, or the pattern cannot be read.
    """
    if not pattern:
        return notation_for(type_abbreviation, body, unit)
    values = {"type": type_abbreviation, "body": body, "unit": unit}
    return _tidy(_fill(pattern, values))


def _fill(pattern: str, values: Mapping[str, str]) -> str:
    try:
        names = {name for _text, name, _spec, _conversion in Formatter().parse(pattern) if name}
    except ValueError:
        names = {"?"}
    if not names <= _PLACES:
        raise InvalidInput(
            _("The pattern ${pattern} cannot be read; it has {type}, {body} and {unit}."),
            pattern=pattern,
            field="register",
            rule=SYMBOL,
        )
    for name, value in values.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern


def _tidy(text: str) -> str:
    """Without the dashes around what was empty."""
    return re.sub("-{2,}", "-", text).strip("-")


def check_date(day: date, *, last: date | None, signed: date, today: date) -> None:
    """The date of a document is the day on which it gets its number, in the order of numbers.

    :param last: the date of the document with the last number of the series.
    :param signed: the day of the signature.
    :raises RuleBroken: naming the earliest and the latest day that would be right.
    """
    if day > today:
        raise RuleBroken(
            _("The date of the document, ${date}, lies after today."),
            date=f"{day:%d/%m/%Y}",
            field="issued_date",
            rule=NUMBER,
        )
    if day < signed:
        raise RuleBroken(
            _("The document was signed on ${signed}; it cannot be dated ${date}."),
            signed=f"{signed:%d/%m/%Y}",
            date=f"{day:%d/%m/%Y}",
            field="issued_date",
            rule=NUMBER,
        )
    if last is not None and day < last:
        raise RuleBroken(
            _("The last number of this register is dated ${last}; ${date} lies before it."),
            last=f"{last:%d/%m/%Y}",
            date=f"{day:%d/%m/%Y}",
            field="issued_date",
            rule=NUMBER,
        )
