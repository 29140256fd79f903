"""Numbers of a register book: one series a year or a term, in order, none used twice."""

from datetime import date
from typing import Literal
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


NUMBERING_RULE = "Nghị định 30/2020/NĐ-CP, Điều 15 và Điều 22"

#: How long a series of numbers runs: public bodies count per year (Article 15), Party bodies
#: per term of office (nhiệm kỳ; Hướng dẫn 36-HD/VPTW).
CounterRule = Literal["year", "term"]
COUNTER_RULES: tuple[CounterRule, ...] = ("year", "term")

_YEAR = r"(?:19|20)\d{2}"
_PERIODS = {
    "year": re.compile(f"(?P<first>{_YEAR})(?P<last>)"),
    "term": re.compile(f"(?P<first>{_YEAR})[-–](?P<last>{_YEAR})"),
}

RegisterState = Literal["open", "closed"]

#: Annex IV, Part I: Sổ đăng ký văn bản đi.
REGISTER_OUT = (
    _("Number and symbol of the document"),
    _("Date of the document"),
    _("Type and subject of the document"),
    _("Signed by"),
    _("Recipients of the document"),
    _("Unit or person keeping the file copy"),
    _("Number of copies"),
    _("Date of transfer"),
    _("Signature of receipt"),
    _("Notes"),
)

#: Annex IV, Part II: Sổ đăng ký văn bản đến.
REGISTER_IN = (
    _("Date of arrival"),
    _("Arrival number"),
    _("Issuing body"),
    _("Number and symbol of the document"),
    _("Date of the document"),
    _("Type and subject of the document"),
    _("Unit or person receiving"),
    _("Date of transfer"),
    _("Signature of receipt"),
    _("Notes"),
)

#: Annex IV, Part II: Sổ theo dõi giải quyết văn bản đến.
REGISTER_FOLLOW = (
    _("Arrival number"),
    _("Type, number, symbol, date and issuing body of the document"),
    _("Unit or person receiving"),
    _("Time limit for handling"),
    _("Progress of handling"),
    _("Number and symbol of the reply"),
    _("Notes"),
)


def period_of(rule: CounterRule, day: date, term: str = "") -> str:
    """Name the series of numbers that ``day`` belongs to: "2024", or the term "2025-2030".

    :param term: the term of office that is running, when numbers are counted per term.
    :raises InvalidInput: there the term is missing or cannot be read.
    """
    return f"{day.year:04d}" if rule == "year" else check_period(rule, term)


def next_number(highest: int | None, opening: int = 1) -> int:
    """Tell the number to take next.

    :param highest: the highest number of the series, voided ones included; None for none yet.
    :param opening: where the series begins, above 1 when a paper book is carried on; what
        paper had given before may be entered below it, and moves nothing.
    :raises InvalidInput: the opening number is below 1.
    """
    if opening < 1:
        raise InvalidInput(
            _("A register cannot open with number ${number}; the first number is 1 or more."),
            field="opening",
            number=opening,
        )
    return opening if highest is None else max(opening, highest + 1)


def check_suffix(text: str) -> str:
    """Give back the letter of an inserted number (số chen), the ``a`` of 45a.

    :raises InvalidInput: it is not one small letter from a to z.
    """
    if not re.fullmatch("[a-z]", text):
        raise InvalidInput(
            _("“${suffix}” cannot follow a number; give one small letter from a to z."),
            field="suffix",
            suffix=text,
        )
    return text


def entry_label(number: int, suffix: str = "") -> str:
    """Write a number as it stands in books and symbols: 05, 12, 45a (Annex I.II.3).

    :raises InvalidInput: the number is below 1.
    """
    if number < 1:
        raise InvalidInput(
            _("${number} is not a number of a document; numbers begin with 1."), number=number
        )
    return f"{number:02d}{suffix}"


def check_period(rule: CounterRule, text: str) -> str:
    """Give back the period of a register: a year, or the two years of a term with a dash.

    :raises InvalidInput: it is neither, or the term ends before it begins.
    """
    _years(rule, text)
    return text.strip()


def covers(rule: CounterRule, period: str, day: date) -> bool:
    """Tell whether a document of ``day`` is counted in ``period``.

    Terms change within a year: in that year both the old and the new one cover a day, and the
    open register decides.

    :raises InvalidInput: the period cannot be read.
    """
    first, last = _years(rule, period)
    return first <= day.year <= last


def _years(rule: CounterRule, text: str) -> tuple[int, int]:
    if match := _PERIODS[rule].fullmatch(text.strip()):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if rule == "year" or first < last:
            return first, last
    raise InvalidInput(
        _("“${period}” is not a period; write a year as 2026, a term of office as 2025-2030."),
        field="period",
        period=text,
    )


def check_can_take(
    state: RegisterState, period: str, day: date, rule: CounterRule = "year"
) -> None:
    """Refuse a number of ``day`` from a register that is closed or of another period.

    :param period: the period of the register, see :func:`check_period`.
    :raises Conflict: naming the period.
    """
    if state != "open":
        raise Conflict(
            _("The register of ${period} is closed; no number can be taken from it."),
            rule=NUMBERING_RULE,
            period=period,
        )
    if not covers(rule, period, day):
        raise Conflict(
            _("The register is of ${period}; ${day} belongs to another one."),
            rule=NUMBERING_RULE,
            period=period,
            day=f"{day:%d/%m/%Y}",
        )
