"""What is done to a roster: a person gets a position in a unit, changes it, or leaves."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from collective.workspace.interfaces import IWorkspace
from plone import api
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules


MANAGE = "collective.workspace: Manage roster"


def place(unit, user_id: str, *, position: str, functions: Iterable[str] = ()) -> None:
    """Give a person a position in a unit, or change the one that the person has there.

    :param position: title under which the person acts, such as Trưởng phòng.
    :param functions: of ``rules.FUNCTIONS``; everybody on the roster is a member anyway.
    :raises InvalidInput: for an account that does not exist, an empty position, or a
        function that is none.
    """
    _may(unit)
    if not user_id or api.user.get(userid=user_id) is None:
        raise InvalidInput(
            _("There is no account “${user}”. Create it first, under Users."),
            user=user_id,
            field="person",
        )
    position = " ".join(position.split())
    if not position:
        raise InvalidInput(
            _("Give the position title; acts of this person are recorded with it."),
            field="position",
        )
    chosen = set(functions) - {rules.MEMBERS}
    unknown = chosen.difference(rules.FUNCTIONS)
    if unknown:
        raise InvalidInput(
            _("“${name}” is not a function in a unit."),
            name=", ".join(sorted(unknown)),
            field="functions",
        )
    IWorkspace(unit).add_to_team(user=user_id, groups=chosen, position=position)
    people.forget()


def remove(unit, user_id: str) -> None:
    """Take a person off the roster of a unit; the account and its other positions stay.

    :raises Conflict: when the person is not on it.
    """
    _may(unit)
    if directory.person_in(unit, user_id) is None:
        raise Conflict(_("“${user}” is not on the roster any more."), user=user_id)
    IWorkspace(unit).remove_from_team(user_id)
    people.forget()


def _may(unit) -> None:
    if not getSecurityManager().checkPermission(MANAGE, unit):
        raise NotAllowed(_("Only an administrator may change who belongs to this unit."))
