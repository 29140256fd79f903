"""Who works on a file: somebody gets a part in it, another one, or leaves."""

from collective.workspace.interfaces import IWorkspace
from vanphong.casefiles import readers
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.interfaces import RosterChanged
from vanphong.casefiles.rules import states
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import case_files
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


MANAGERS = _("the maker of the file or the head of the unit")

GROUPS = {part: name for name, part in team.PARTS.items()}


@office_act("set_case_member", "vanphong: Manage Case Roster", MANAGERS, order=states.ARTICLE)
def set_member(case_file, user_id: str, part: str) -> None:
    """Put a person on the roster of a file, or give another part in it.

    :param part: ``maker``, ``contributor`` or ``reader``.
    :raises InvalidInput: for an account without a position, or another part.
    :raises RuleBroken: when no maker would be left.
    """
    stages.check_not_frozen(case_file)
    if part not in GROUPS:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), value=part, known=", ".join(GROUPS), field="part"
        )
    person = people.person(user_id)
    if not person.positions:
        raise InvalidInput(
            _("There is no person “${who}” on any roster."), who=user_id, field="person"
        )
    there = team.member(case_file, user_id)
    if there is not None and there.part == case_files.MAKER and part != case_files.MAKER:
        _check_maker_left(case_file, user_id)
    IWorkspace(case_file).add_to_team(
        user=user_id, groups={GROUPS[part]}, position=person.positions[0].title
    )
    _written(case_file)
    done("set_case_member", case_file, person=user_id, part=part)
    notify(RosterChanged(case_file))


@office_act("remove_case_member", "vanphong: Manage Case Roster", MANAGERS, order=states.ARTICLE)
def remove_member(case_file, user_id: str) -> None:
    """Take a person off the roster of a file.

    :raises Conflict: when the person is not on it.
    :raises RuleBroken: when no maker would be left.
    """
    stages.check_not_frozen(case_file)
    if team.member(case_file, user_id) is None:
        raise Conflict(_("“${user}” is not on the roster any more."), user=user_id)
    _check_maker_left(case_file, user_id)
    IWorkspace(case_file).remove_from_team(user_id)
    _written(case_file)
    done("remove_case_member", case_file, person=user_id)
    notify(RosterChanged(case_file))


def _check_maker_left(case_file, user_id: str) -> None:
    makers = [one for one in team.members(case_file) if one.part == case_files.MAKER]
    if [one.user_id for one in makers] == [user_id]:
        raise RuleBroken(
            _("A file has a maker; name another one first."), field="person", rule=states.ARTICLE
        )


def _written(case_file) -> None:
    """The maker that is named follows the roster; documents get their readers anew."""
    makers = [one for one in team.members(case_file) if one.part == case_files.MAKER]
    if makers and case_file.maker not in [one.user_id for one in makers]:
        case_file.maker, case_file.maker_title = makers[0].user_id, makers[0].title
    readmodel.write(case_file)
    readers.refresh(case_file)
