"""How long a file is kept: periods, dated rules as data, suggestions, due years.

A period is a whole number of years; 0 is permanent. It counts from the year in which the
work was finished (Archives Law 2024, Article 15).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from vanphong.documents.rules import fold
from vanphong.documents.rules.catalogue import format_row
from vanphong.documents.rules.catalogue import read_rows
from vanphong.documents.rules.catalogue import valid_on
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
import re


PERMANENT = 0

LONGEST = 100

ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 29"

#: Periods offered in forms: the code list of the packages of Circular 05/2025/TT-BNV.
OFFERED = (PERMANENT, 70, 50, 30, 20, 15, 10, 5)

#: Files kept at least so many years go to the archive.
SUBMITTED_FROM = 5

FORM = "code | group | title | period | source law | valid from | valid to"

_PERIOD = re.compile(r"(\d{1,3})\s*(?:nam|year|years)?")
_PERMANENT = ("vinh vien", "permanent", "vv", "0")


@dataclass(frozen=True)
class RetentionRule:
    """One line of the table of retention periods, with the law that it comes from."""

    code: str
    group: str
    title: str
    years: int
    law: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Suggestion:
    """A period proposed for a file: by which rule, and for which words of its title."""

    rule: RetentionRule
    words: tuple[str, ...]


def parse_period(text: str, field: str = "retention") -> int:
    """Years from “Vĩnh viễn”, “20 năm” or “20”.

    :raises InvalidInput: when it is none of them.
    """
    plain = fold(text).strip()
    if plain in _PERMANENT:
        return PERMANENT
    found = _PERIOD.fullmatch(plain)
    if not found or not 1 <= int(found.group(1)) <= LONGEST:
        raise InvalidInput(
            _("“${value}” is no retention period. Write “Vĩnh viễn” or “20 năm”."),
            field=field,
            value=text,
        )
    return int(found.group(1))


def period_text(years: int) -> str:
    """The period as papers have it: “Vĩnh viễn” or “20 năm”."""
    return "Vĩnh viễn" if years == PERMANENT else f"{years} năm"


def is_shorter(new: int, old: int) -> bool:
    """Whether a period is shorter than another; nothing is longer than permanent."""
    if new == PERMANENT:
        return False
    return old == PERMANENT or new < old


def due_year(ended: int, years: int) -> int | None:
    """The last year in which a file is kept; None for ever."""
    return None if years == PERMANENT else ended + years


def check_change(new: int, old: int, *, approved: bool) -> None:
    """Refuse to shorten a period without approval.

    :raises RuleBroken: naming who approves.
    """
    if is_shorter(new, old) and not approved:
        raise RuleBroken(
            _(
                "The period may be made longer; from ${old} to ${new} it is shortened only with "
                "the approval of the archive officer or the chief of the Office."
            ),
            old=period_text(old),
            new=period_text(new),
            field="retention",
            rule=ARTICLE,
        )


def parse_rules(lines: Iterable[str]) -> tuple[RetentionRule, ...]:
    """Read the table that an administrator keeps.

    :raises InvalidInput: naming the line at fault.
    """
    found = []
    for row in read_rows(lines, FORM, "retention_rules"):
        found.append(
            RetentionRule(
                code=row.required(0),
                group=row.required(1),
                title=row.required(2),
                years=parse_period(row.required(3), "retention_rules"),
                law=row.columns[4],
                valid_from=row.day(5),
                valid_to=row.day(6),
            )
        )
    return tuple(found)


def format_rules(rules: Iterable[RetentionRule]) -> list[str]:
    """Write the lines that :func:`parse_rules` reads back."""
    return [
        format_row(
            one.code,
            one.group,
            one.title,
            period_text(one.years),
            one.law,
            one.valid_from,
            one.valid_to,
        )
        for one in rules
    ]


def suggest(rules: Iterable[RetentionRule], title: str, day: date) -> Suggestion | None:
    """The rule whose words the title of a file has best, with those words; None without.

    Among equals the longest period is taken, for nothing is lost by keeping.
    """
    words = set(fold(title).split())
    best: tuple[float, int, int, int] | None = None
    found = None
    for place, rule in enumerate(valid_on(tuple(rules), day)):
        wanted = _words(rule.title)
        common = tuple(one for one in wanted if one in words)
        if len(common) < min(2, len(wanted)) or not common:
            continue
        longest = LONGEST + 1 if rule.years == PERMANENT else rule.years
        rank = (len(common) / len(wanted), len(common), longest, -place)
        if best is None or rank > best:
            best, found = rank, Suggestion(rule, common)
    return found


_EMPTY = frozenset(["cua", "va", "ve", "cac", "cho", "tai", "theo", "ho", "so", "tap"])


def _words(title: str) -> tuple[str, ...]:
    words = [one for one in fold(title).split() if one not in _EMPTY and one.isalnum()]
    return tuple(dict.fromkeys(words))
