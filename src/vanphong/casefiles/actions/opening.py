"""Opening files, from the list of the year or without it, and changing their particulars."""

from collections.abc import Collection
from collective.workspace.interfaces import IWorkspace
from datetime import date
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.casefiles import places
from vanphong.casefiles import planned
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.content import ICaseFileFields
from vanphong.casefiles.interfaces import CaseFileChanged
from vanphong.casefiles.interfaces import CaseFileOpened
from vanphong.casefiles.interfaces import RetentionLowered
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import notation as notations
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import states
from vanphong.documents import places as records
from vanphong.documents.values import read
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import case_files
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing.rules import need_reason
from zope.event import notify


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 29"

MEMBERS = _("a member of the unit")
MAKERS = _("the maker of the file or the head of the unit")
APPROVERS = _("the archive officer or the chief of the Office")

FIELDS = (
    "title",
    "retention",
    "rights",
    "language",
    "started_on",
    "ended_on",
    "paper_location",
    "keywords",
    "note",
)


@office_act("open_case_file", "vanphong: Open Case File", MEMBERS)
def open_file(unit, raw: dict, *, year: int | None = None, notation: str = "", maker: str = ""):
    """Open a file that the list does not have (mở hồ sơ).

    :param unit: the unit whose work it is about.
    :param raw: values by the names of ``FIELDS``, as a form or a client sends them.
    :param year: the year in which the file comes into being; this one when left out.
    :param notation: number and symbol; the next free one of the unit when left out.
    :param maker: user id of somebody in the unit; the person who opens it when left out.
    :raises Conflict: when the body has a file of that number and symbol in the year.
    """
    values = check_values(raw, unit)
    body = directory.body_of(unit)
    year = year or clock.today().year
    if not 2000 <= year <= clock.today().year + 1:
        raise InvalidInput(_("“${value}” is no year of a file."), value=year, field="year")
    person = _maker(unit, maker)
    session.lock(body.UID())
    sign = _notation(unit, body, year, notation)
    case_file = _make(body, unit, year, sign, values, person)
    done("open_case_file", case_file, code=case_file.code, called=case_file.title)
    notify(CaseFileOpened(case_file))
    return case_file


@office_act("open_planned_files", "vanphong: Open Case File", MEMBERS)
def open_planned(file_list, line_uids: Collection[str]) -> list:
    """Open files as the list of the year plans them; each for whom it names.

    :param line_uids: lines of the list that this person may open, not opened yet.
    :raises Conflict: when one of them is open already.
    """
    if not line_uids:
        raise InvalidInput(_("Choose the files to open."), field="lines")
    signs = {one.line.uid: one for one in planned.signs(file_list)}
    chosen = []
    session.lock(file_list.body_uid)
    opened = case_files.opened_lines(line_uids)
    for uid in line_uids:
        line = lists.find(file_list.lines, uid)
        if line.kind is not lists.Kind.FILE:
            raise InvalidInput(_("A heading is no file."), field="lines")
        if uid in opened:
            raise Conflict(
                _("The file “${title}” is open already, as ${code}."),
                title=line.title,
                code=opened[uid]["code"],
                field="lines",
            )
        if not planned.may_open(file_list, line):
            raise NotAllowed(
                _("The list names ${who} for the file “${title}”."),
                who=line.maker_title,
                title=line.title,
                rule=ARTICLE,
            )
        chosen.append((signs[uid], *planned.maker_of(file_list, line)))
    return [_open_line(file_list, sign, unit, person) for sign, unit, person in chosen]


@office_act("edit_case_file", "vanphong: Edit Case File", MAKERS, order=states.ARTICLE)
def edit(case_file, raw: dict) -> None:
    """Change particulars of an open file; a shorter retention needs approval.

    :raises RuleBroken: for a retention that is shorter than before.
    """
    stages.check_open(case_file)
    kept = {name: getattr(case_file, name) for name in FIELDS}
    values = check_values({**kept, **raw}, case_file)
    retention.check_change(values["years"], case_file.years, approved=False)
    changed = {
        name: [str(getattr(case_file, name)), str(value)]
        for name, value in values.items()
        if getattr(case_file, name) != value
    }
    if not changed:
        return
    _apply(case_file, values)
    readmodel.write(case_file)
    done("edit_case_file", case_file, changed=changed)
    notify(CaseFileChanged(case_file))


@office_act("lower_retention", "vanphong: Lower Retention", APPROVERS, order=states.ARTICLE)
def lower_retention(case_file, period: str, *, reason: str) -> None:
    """Approve a shorter retention period, with the reason.

    :raises RuleBroken: without a reason, or when the period is not shorter.
    """
    years = retention.parse_period(period)
    reason = need_reason(reason)
    stages.check_not_frozen(case_file)
    if not retention.is_shorter(years, case_file.years):
        raise RuleBroken(
            _("${new} is not shorter than ${old}; the maker may set it."),
            new=retention.period_text(years),
            old=case_file.retention,
            field="retention",
            rule=ARTICLE,
        )
    before = case_file.retention
    case_file.years = years
    readmodel.write(case_file)
    done("lower_retention", case_file, old=before, new=case_file.retention, reason=reason)
    notify(RetentionLowered(case_file))


def next_notation(unit, year: int) -> str:
    """The number and symbol that the next file of a unit outside the list gets."""
    body = directory.body_of(unit)
    symbol = planned.symbol_of(unit)
    taken = [
        notations.parse(one)
        for one in (*case_files.notations(body.UID(), year), *planned.notations(body.UID(), year))
    ]
    numbers = [one.number for one in taken if one.symbol == symbol]
    return str(notations.Notation(notations.next_number(numbers), symbol))


def check_values(raw: dict, context) -> dict:
    """Particulars as they are kept.

    :raises InvalidInput: for what cannot be read; nothing is written.
    """
    values = read(ICaseFileFields, raw, context)
    years = retention.parse_period(values.pop("retention"))
    start, end = values["started_on"], values["ended_on"]
    if start and end and end < start:
        raise InvalidInput(_("The file ends before it begins."), field="ended_on")
    if end and end > clock.today():
        raise InvalidInput(_("The end of the work lies in the future."), field="ended_on")
    return {**values, "years": years}


def _maker(unit, maker: str):
    me = people.me()
    user_id = maker or me.user_id
    found = directory.person_in(unit, user_id)
    if found is None:
        raise RuleBroken(
            _("Choose somebody from the roster of ${unit}."), unit=unit.title, field="maker"
        )
    return found


def _notation(unit, body, year: int, notation: str) -> str:
    if not notation:
        return next_notation(unit, year)
    sign = str(notations.parse(notation))
    if sign in planned.notations(body.UID(), year):
        raise Conflict(
            _("The list of ${year} plans a file ${notation}; open it from there."),
            year=year,
            notation=sign,
            field="notation",
        )
    _check_free(body.UID(), year, sign)
    return sign


def _check_free(body_uid: str, year: int, sign: str) -> None:
    there = case_files.with_notation(body_uid, year, sign)
    if there is not None:
        raise Conflict(
            _("Number and symbol ${notation} belong to another file of ${year}: “${title}”."),
            notation=sign,
            year=year,
            title=there["title"],
            field="notation",
        )


def _open_line(file_list, sign, unit, person):
    line = sign.line
    heading = lists.heading_of(file_list.lines, line.uid)
    values = {
        "title": line.title,
        "years": line.years,
        "note": line.note,
        "started_on": max(clock.today(), date(file_list.year, 1, 1)),
    }
    body = directory.unit_object(file_list.body_uid)
    more = {
        "list_uid": file_list.UID(),
        "line_uid": line.uid,
        "heading": "" if heading is None else heading.title,
    }
    case_file = _make(body, unit, file_list.year, sign.sign, values, person, **more)
    done("open_planned_files", case_file, code=case_file.code, called=case_file.title)
    notify(CaseFileOpened(case_file))
    return case_file


def _make(body, unit, year: int, sign: str, values: dict, person, **more):
    case_file = createContent("CaseFile")
    _apply(case_file, values)
    case_file.body_uid = body.UID()
    case_file.unit_uid = unit.UID()
    case_file.organ_id = body.organ_id or ""
    case_file.year = year
    case_file.notation = sign
    case_file.maker = person.user_id
    case_file.maker_title = person.title
    case_file.opened_at = clock.now()
    case_file.opened_by = people.me().user_id
    if case_file.started_on is None:
        case_file.started_on = clock.today()
    for name, value in more.items():
        setattr(case_file, name, value)
    case_file = records.put(places.of_year(body.UID(), year), case_file, places.file_name(sign))
    IWorkspace(case_file).add_to_team(
        user=person.user_id, groups={team.MAKERS}, position=person.title
    )
    readmodel.write(case_file)
    return case_file


def _apply(case_file, values: dict) -> None:
    for name, value in values.items():
        setattr(case_file, name, value)
