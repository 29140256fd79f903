"""Submission to the agency archive: when, which, and how far each file of a batch is.

Decree 30/2020/NĐ-CP, Article 30: construction works within three months after the final
settlement, all others within one year after the work has ended; what is kept back longer
needs the consent of the head and is given up after two years at most. Annex VI, Part
I.III.5.b: notice of what is due. The numbers are settings of the office.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from vanphong.casefiles.rules.retention import PERMANENT
from vanphong.casefiles.rules.retention import SUBMITTED_FROM
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


SUBMIT_RULE = "Nghị định 30/2020/NĐ-CP, Điều 30"

TAKEN = "taken"
RETURNED = "returned"


@dataclass(frozen=True)
class Terms:
    """When files are given up: months after their end, days of notice, years of retention.

    ``least_years`` is the retention from which a file must be submitted.
    """

    months: int = 12
    construction_months: int = 3
    keep_back_months: int = 24
    notice_days: int = 30
    least_years: int = SUBMITTED_FROM


@dataclass(frozen=True)
class KeptBack:
    """A consent to keep a file longer: until when, why, who has consented."""

    until: date
    reason: str
    consented_by: str
    basis: str = ""


@dataclass(frozen=True)
class Line:
    """A file of a batch; ``verdict`` is "" while the archive has not looked at it."""

    uid: str
    verdict: str = ""
    reason: str = ""
    by: str = ""


def submit_by(end: date, terms: Terms = Terms(), *, construction: bool = False) -> date:
    """The last day on which a file that ended is submitted."""
    return add_months(end, terms.construction_months if construction else terms.months)


def must_submit(years: int, terms: Terms = Terms()) -> bool:
    """Whether a file with this retention is submitted at all."""
    return years == PERMANENT or years >= terms.least_years


def is_due(last: date, today: date, terms: Terms = Terms(), kept: KeptBack | None = None) -> bool:
    """Whether whoever keeps the file is told today that it must be submitted."""
    if kept is not None:
        last = max(last, kept.until)
    return today >= last - timedelta(days=terms.notice_days)


def keep_back(
    last: date, until: date, reason: str, by: str, basis: str, terms: Terms = Terms()
) -> KeptBack:
    """A consent to keep a file until a day.

    :param last: the day on which it would have to be submitted.
    :raises InvalidInput: without a reason, or for a day that is no later.
    :raises RuleBroken: for longer than allowed.
    """
    if not reason.strip():
        raise InvalidInput(_("Give the reason."), field="reason")
    if not basis.strip():
        raise InvalidInput(_("Name the written consent of the head."), field="basis")
    if until <= last:
        raise InvalidInput(
            _("The file need not be submitted before ${day} anyway."),
            field="until",
            day=f"{last:%d/%m/%Y}",
        )
    latest = add_months(last, terms.keep_back_months)
    if until > latest:
        raise RuleBroken(
            _("A file is kept back until ${day} at the longest."),
            field="until",
            day=f"{latest:%d/%m/%Y}",
            rule=SUBMIT_RULE,
        )
    return KeptBack(until, reason.strip(), by, basis.strip())


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def begin(uids: Iterable[str]) -> tuple[Line, ...]:
    """A batch of files.

    :raises InvalidInput: without any, or with one twice.
    """
    lines = tuple(Line(uid) for uid in uids)
    if not lines:
        raise InvalidInput(_("Choose at least one file."), field="files")
    if len({line.uid for line in lines}) != len(lines):
        raise InvalidInput(_("A file stands in the list twice."), field="files")
    return lines


def decide(
    lines: tuple[Line, ...], uid: str, verdict: str, by: str, reason: str = ""
) -> tuple[Line, ...]:
    """The batch after the archive has taken a file over, or returned it for completion.

    :raises InvalidInput: the file is not in the batch, or is returned without a reason.
    :raises Conflict: the archive has decided on it.
    """
    line = next((one for one in lines if one.uid == uid), None)
    if line is None:
        raise InvalidInput(_("This file is not in the batch."), field="file")
    if line.verdict:
        raise Conflict(_("The archive has decided on this file already."), rule=SUBMIT_RULE)
    if verdict == RETURNED and not reason.strip():
        raise InvalidInput(_("Say what is to be completed."), field="reason")
    decided = replace(line, verdict=verdict, reason=reason.strip(), by=by)
    return tuple(decided if one is line else one for one in lines)


def is_decided(lines: tuple[Line, ...]) -> bool:
    """Whether the archive has looked at all of them."""
    return all(line.verdict for line in lines)


def taken(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Those that were taken over, in their order."""
    return tuple(line.uid for line in lines if line.verdict == TAKEN)
