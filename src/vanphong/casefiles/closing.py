"""Closing a file, and opening a closed one again.

Decree 30/2020, Article 29.5. A file is closed at once; its inventory is made by the worker.
"""

from datetime import date
from vanphong.calendars import clock
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import entries
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles.archive_events import CaseFileClosed
from vanphong.casefiles.archive_events import CaseFileReopened
from vanphong.casefiles.closing_facts import findings
from vanphong.casefiles.rules import closing as rules
from vanphong.casefiles.rules import states
from vanphong.casefiles.rules.freeze import need_reason
from vanphong.casefiles.rules.states import State
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


CLOSE = "vanphong: Close Case File"
WHO = _("the maker of the file or the head of the unit")


@office_act("close_file", CLOSE, WHO, order=states.ARTICLE)
def close_file(
    case_file,
    *,
    ended_on: date | None = None,
    construction: bool = False,
    accept: bool = False,
):
    """Close a file: from now on no document comes in or leaves.

    :param ended_on: day on which the work ended; today when the file has none either.
    :param construction: it is about a construction work, and submitted within three months.
    :param accept: close it though documents lack files, pages or particulars.
    :raises Conflict: when it is not open.
    :raises RuleBroken: for what the checks have found, naming the first of it.
    """
    states.check_move(stages.state_of(case_file), State.CLOSED)
    day = ended_on or case_file.ended_on or clock.today()
    _check_day(case_file, day)
    found = findings(case_file)
    _refuse_findings(found, accept)
    case_file.ended_on = day
    case_file.construction = construction
    case_file.closed_at = clock.now()
    case_file.closed_by = people.me().title
    stages.move(case_file, State.CLOSED)
    closing_inventory.request(case_file)
    readmodel.write(case_file)
    done(
        "close_file",
        case_file,
        ended_on=day.isoformat(),
        documents=entries.count(case_file),
        pages=entries.pages(case_file),
        accepted=len(found),
    )
    notify(CaseFileClosed(case_file))


@office_act("reopen_file", CLOSE, WHO, order=states.ARTICLE)
def reopen_file(case_file, *, reason: str):
    """Open a closed file again, before it is submitted; its inventory falls away.

    :raises Conflict: when it is not closed.
    """
    reason = need_reason(reason)
    states.check_move(stages.state_of(case_file), State.OPEN)
    case_file.closed_at = None
    case_file.closed_by = ""
    case_file.inventory = None
    stages.move(case_file, State.OPEN)
    readmodel.write(case_file)
    done("reopen_file", case_file, reason=reason)
    notify(CaseFileReopened(case_file))


def note_approval(event) -> None:
    """Remember that somebody entitled has approved a shorter retention."""
    event.object.lower_approved = True


def _check_day(case_file, day: date) -> None:
    if day > clock.today():
        raise InvalidInput(_("The day on which the work ended lies after today."), field="ended_on")
    if case_file.started_on and day < case_file.started_on:
        raise InvalidInput(_("The file ends before it begins."), field="ended_on")


def _refuse_findings(found: tuple[rules.Finding, ...], accept: bool) -> None:
    hard = rules.refusing(found)
    if hard:
        first = hard[0]
        raise RuleBroken(
            _("${count} things must be mended before the file is closed. First: ${first}"),
            count=len(hard),
            first=said(first),
            rule=rules.CLOSE_RULE,
        )
    if found and not accept:
        raise RuleBroken(
            _("${count} documents lack something. Mend it, or say that you close the file so."),
            count=len(found),
            field="accept",
            rule=rules.CLOSE_RULE,
        )


def said(finding: rules.Finding) -> str:
    """A finding in English, for the trail; pages translate its parts."""
    text = finding.text
    for name, value in finding.mapping.items():
        text = text.replace("${" + name + "}", str(value))
    return text
