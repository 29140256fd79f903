"""Who belongs to a unit: a person gets a position, changes it, or leaves."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from collective.workspace.interfaces import IWorkspace
from plone import api
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.organisation import catalogues
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.organisation.actions.frame import attempt
from vanphong.organisation.actions.frame import words
from vanphong.organisation.interfaces import OrganisationActDone
from zope.event import notify


MANAGE = "collective.workspace: Manage roster"


def place(
    unit: Any,
    user_id: str,
    *,
    position: str,
    functions: Iterable[str] = (),
    rank: str = "",
    fields: Iterable[str] = (),
    signs_as: str = "",
) -> None:
    """Give a person a position in a unit, or change the one that the person has there.

    :param position: title under which the person acts, such as Trưởng phòng.
    :param functions: of ``rules.FUNCTIONS``; everybody on the roster is a member anyway.
    :param rank: ``head``, ``deputy`` or "".
    :param fields: codes of the fields that the person is in charge of in this unit.
    :param signs_as: printed title; without it the one that the position begins with.
    :raises InvalidInput: for an account that does not exist, an empty position, or a
        function, rank or field that is none.
    :raises Conflict: when the unit has another head.
    """
    with attempt("place", unit):
        _may(unit)
        if not user_id or api.user.get(userid=user_id) is None:
            raise InvalidInput(
                _("There is no account “${user}”. Create it first, under Users."),
                user=user_id,
                field="person",
            )
        position = words(position)
        if not position:
            raise InvalidInput(
                _("Give the position title; acts of this person are recorded with it."),
                field="position",
            )
        chosen = set(functions) - {rules.MEMBERS}
        _check_functions(unit, chosen)
        _check_rank(unit, user_id, rank, chosen)
        held = directory.person_in(unit, user_id)
        known = catalogues.checked("fields", fields, held.fields if held else ())
    printed = words(signs_as)
    if printed == rules.printed_title(position):
        printed = ""  # follows the position when that changes
    kept = {"position": position, "rank": rank, "fields": known, "signs_as": printed}
    IWorkspace(unit).add_to_team(user=user_id, groups=chosen, **kept)
    people.forget()
    detail = {"person": user_id, "functions": sorted(chosen), **kept}
    notify(OrganisationActDone("place", unit, detail))


def remove(unit: Any, user_id: str) -> None:
    """Take a person off the roster of a unit; the account and its other positions stay.

    :raises Conflict: when the person is not on it.
    """
    with attempt("remove", unit):
        _may(unit)
        if directory.person_in(unit, user_id) is None:
            raise Conflict(_("“${user}” is not on the roster any more."), user=user_id)
    IWorkspace(unit).remove_from_team(user_id)
    people.forget()
    notify(OrganisationActDone("remove", unit, {"person": user_id}))


def _may(unit: Any) -> None:
    if not getSecurityManager().checkPermission(MANAGE, unit):
        raise NotAllowed(_("Only an administrator may change who belongs to this unit."))


def _check_functions(unit: Any, chosen: set[str]) -> None:
    unknown = chosen.difference(rules.FUNCTIONS)
    if unknown:
        raise InvalidInput(
            _("“${name}” is not a function in a unit."),
            name=", ".join(sorted(unknown)),
            field="functions",
        )
    if chosen.intersection(rules.OF_OFFICE) and unit.kind != rules.OFFICE:
        raise InvalidInput(
            _(
                "Only the Office of a body has appraisers and archive officers; “${unit}” is "
                "another kind of unit."
            ),
            unit=unit.title,
            field="functions",
        )


def _check_rank(unit: Any, user_id: str, rank: str, chosen: set[str]) -> None:
    if rank not in rules.RANKS:
        raise InvalidInput(_("“${name}” is not a rank in a unit."), name=rank, field="rank")
    if rank and rules.LEADERS not in chosen:
        raise InvalidInput(
            _("A head or deputy is a leader of the unit: choose that function, too."),
            field="functions",
        )
    if rank == rules.HEAD:
        for one in directory.people(unit):
            if one.rank == rules.HEAD and one.user_id != user_id:
                raise Conflict(
                    _("${name} is the head of this unit; change that first."),
                    name=one.title,
                    field="rank",
                )
