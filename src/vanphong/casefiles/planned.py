"""What the file lists of a body plan: signs, who makes what, what waits to be opened."""

from plone import api
from vanphong.casefiles import places
from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.casefiles.rules.file_list import Numbered
from vanphong.casefiles.rules.file_list import Numbering
from vanphong.casefiles.rules.file_list import Status
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import case_files
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules


def signs(file_list) -> list[Numbered]:
    """The lines of a list with their signs."""
    return list(lists.numbered(file_list.lines, Numbering(file_list.numbering)))


def status(file_list) -> Status:
    """How far a list has come."""
    return Status(api.content.get_state(file_list))


def notations(body_uid: str, year: int) -> list[str]:
    """The numbers and symbols that the approved list of a year has."""
    file_list = places.file_list(body_uid, year)
    if file_list is None or status(file_list) is not Status.APPROVED:
        return []
    return [one.sign for one in signs(file_list) if one.line.kind is Kind.FILE]


def symbol_of(unit) -> str:
    """The symbol of files of a unit that no list has."""
    return "".join((unit.symbol_code or "HS").split())[:13] or "HS"


def may_open(file_list, line: Line) -> bool:
    """Whether this person may open a planned file: its maker, or the leaders of the unit."""
    me = people.me()
    if line.maker:
        if line.maker in me.tokens:
            return True
        unit, _person = _place(file_list, line)
        return unit is not None and rules.token(rules.LEADERS, unit.UID()) in me.tokens
    if line.unit:
        return rules.token(rules.MEMBERS, line.unit) in me.tokens or (
            rules.token(rules.LEADERS, line.unit) in me.tokens
        )
    return bool(_own(file_list))


def maker_of(file_list, line: Line) -> tuple:
    """The unit object and the person for whom a planned file is opened.

    :raises RuleBroken: when whom the list names is in no unit any more.
    """
    unit, person = _place(file_list, line)
    if unit is None or person is None:
        raise RuleBroken(
            _("“${who}”, whom the list names for “${title}”, has no position any more."),
            who=line.maker_title or line.maker,
            title=line.title,
            field="lines",
        )
    return unit, person


def waiting(file_list) -> list[Numbered]:
    """The planned files of an approved list that this person may open now."""
    if file_list is None or status(file_list) is not Status.APPROVED:
        return []
    found = [one for one in signs(file_list) if one.line.kind is Kind.FILE]
    mine = [one for one in found if may_open(file_list, one.line)]
    opened = case_files.opened_lines([one.line.uid for one in mine])
    return [one for one in mine if one.line.uid not in opened]


def _place(file_list, line: Line) -> tuple:
    """Unit and person of a line; of the person who asks where the line names nobody."""
    if line.maker:
        for position in people.person(line.maker).positions:
            unit = directory.unit_object(position.unit_uid)
            same = not line.unit or line.unit == position.unit_uid
            if same and directory.body_of(unit).UID() == file_list.body_uid:
                return unit, position
        return None, None
    for position in _own(file_list):
        if not line.unit or position.unit_uid == line.unit:
            return directory.unit_object(position.unit_uid), position
    return None, None


def _own(file_list) -> list:
    """This person's positions in the body of a list."""
    found = []
    for position in people.me().positions:
        unit = directory.unit_object(position.unit_uid)
        if unit is not None and directory.body_of(unit).UID() == file_list.body_uid:
            found.append(position)
    return found
