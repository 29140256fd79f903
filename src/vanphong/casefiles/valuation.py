"""Files whose retention is over: listed, and decided on by people, never by the clock.

Decree 30/2020 and the Archives Law 2024: the council of valuation proposes, the head decides.
What is proposed for destruction stays where it is.
"""

from enum import StrEnum
from vanphong.calendars import clock
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles.archive_events import CaseFileValued
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import states
from vanphong.casefiles.rules.freeze import need_reason
from vanphong.casefiles.rules.states import State
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import case_checks
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.ledger.tables import Row
from zope.event import notify


VALUE = "vanphong: Take Over Case File"
ARCHIVE = _("the archive officer")

#: Stages of files that are kept by the archive.
KEPT = frozenset({State.ARCHIVED, State.REVIEW_DUE, State.DESTROYED_PROPOSED})


class Verdict(StrEnum):
    """What becomes of a file."""

    KEEP = "keep"
    TRANSFER = "transfer"
    DESTROY = "destroy"


VERDICTS = {
    Verdict.KEEP: _("Keep it longer"),
    Verdict.TRANSFER: _("Give it to the historical archive"),
    Verdict.DESTROY: _("Propose it for destruction"),
}

_STAGE = {
    Verdict.KEEP: State.ARCHIVED,
    Verdict.TRANSFER: State.TRANSFERRED,
    Verdict.DESTROY: State.DESTROYED_PROPOSED,
}


@office_act("value_file", VALUE, ARCHIVE, order=states.ARTICLE)
def value_file(case_file, verdict: str, *, reason: str, period: str = ""):
    """Note what was decided on a file in the archive; nothing of it is deleted.

    :param verdict: of :class:`Verdict`.
    :param reason: number and day of the decision, or why.
    :param period: the new retention of a file that is kept longer.
    :raises RuleBroken: for a destruction before the retention is over, or a period that is
        no longer than before.
    """
    if verdict not in _STAGE:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=verdict,
            known=", ".join(_STAGE),
            field="verdict",
        )
    reason = need_reason(reason)
    now = stages.state_of(case_file)
    if now not in KEPT:
        raise Conflict(_("Only what the archive keeps is valued."), rule=states.ARTICLE)
    years = case_file.years
    if verdict == Verdict.KEEP:
        years = _longer(case_file, period)
    if verdict == Verdict.DESTROY:
        _check_over(case_file)
    target = _STAGE[Verdict(verdict)]
    case_file.years = years
    _move(case_file, now, target)
    readmodel.write(case_file)
    done("value_file", case_file, verdict=verdict, reason=reason, retention=case_file.retention)
    notify(CaseFileValued(case_file))


def expired(body_uid: str) -> list[Row]:
    """The files of a body whose retention is over, the earliest first."""
    return case_checks.expired(body_uid, KEPT, clock.today().year)


def _longer(case_file, period: str) -> int:
    years = retention.parse_period(period, "period")
    if years != retention.PERMANENT and not retention.is_shorter(case_file.years, years):
        raise RuleBroken(
            _("${new} is not longer than ${old}."),
            new=retention.period_text(years),
            old=case_file.retention,
            field="period",
        )
    return years


def _check_over(case_file) -> None:
    last = case_file.due_year
    if last is None:
        raise RuleBroken(
            _("The file is kept for ever; it is not proposed for destruction."),
            rule=states.ARTICLE,
        )
    if last >= clock.today().year:
        raise RuleBroken(
            _("The file is kept until the end of ${year}; it is not proposed for destruction."),
            year=last,
            rule=states.ARTICLE,
        )


def _move(case_file, now: State, target: State) -> None:
    """Go on to a stage, by way of the valuation where no step leads there at once."""
    if target == now:
        return
    if target not in states.MOVES[now]:
        stages.move(case_file, State.REVIEW_DUE)
    stages.move(case_file, target)
