"""What one hands on to another, and its end."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from datetime import date
from plone.dexterity.utils import createContent
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.organisation import catalogues
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.organisation.actions.frame import attempt
from vanphong.organisation.actions.frame import words
from vanphong.organisation.interfaces import OrganisationActDone
from zope.event import notify


MANAGE_OFFICE = "vanphong: Manage Office"

#: Values of a delegation that its object keeps as they are.
_KEPT = (
    "kind",
    "giver",
    "giver_title",
    "taker",
    "taker_title",
    "valid_from",
    "valid_to",
    "basis",
)


def delegate(
    unit: Any,
    *,
    kind: str,
    taker: str,
    giver: str = "",
    document_types: Iterable[str] = (),
    fields: Iterable[str] = (),
    valid_from: date | None = None,
    valid_to: date | None = None,
    basis: str = "",
) -> Any:
    """Hand on work or the right to sign, in the body to which the unit belongs.

    For an administrator; whoever goes away may also hand on their own work (*process*).

    :param giver: user id, or "" for the position of the body's head, whoever holds it.
    :param document_types: codes; none for all of them. ``fields`` likewise.
    :param basis: the written order or the regulation.
    :raises InvalidInput: for what cannot be read, and people without a position in the body.
    :raises RuleBroken: when Decree 30/2020, Article 13, does not allow it.
    :raises Conflict: when the giver is stood in for already at that time.
    """
    body = directory.body_of(unit)
    with attempt("delegate", body):
        _may_delegate(body, kind, giver)
        if kind not in list(rules.Kind):
            raise InvalidInput(_("“${kind}” is no kind of delegation."), kind=kind, field="kind")
        new = rules.Delegation(
            uid="",
            kind=kind,
            giver=giver,
            giver_title=_giver_title(body, giver),
            taker=taker,
            taker_title=_side(body, taker, kind, "taker").title,
            document_types=frozenset(catalogues.checked("document_types", document_types)),
            fields=frozenset(catalogues.checked("fields", fields)),
            valid_from=valid_from,
            valid_to=valid_to,
            basis=words(basis),
        )
        rules.check_new(new, _parties(body, new), clock.today())
    stored = _store(body, new)
    people.forget()
    detail = {"kind": kind, "giver": giver, "taker": taker, "period": rules.period(new)}
    notify(OrganisationActDone("delegate", stored, detail))
    return stored


def withdraw_delegation(delegation: Any, *, reason: str = "") -> None:
    """End a delegation today; it holds from now on for nothing, and stays to be seen.

    :raises Conflict: when it is over.
    """
    with attempt("withdraw_delegation", delegation):
        _may_delegate(directory.body_of(delegation.__parent__), delegation.kind, delegation.giver)
        value = delegations.value(delegation)
        today = clock.today()
        if rules.standing(value, today) in (rules.Standing.PAST, rules.Standing.WITHDRAWN):
            raise Conflict(_("This delegation is over: ${period}."), period=rules.period(value))
    delegation.withdrawn_on = today
    delegation.withdrawn_by = people.me().user_id
    delegation.reason = words(reason)
    people.forget()
    detail = {"kind": value.kind, "giver": value.giver, "taker": value.taker, "reason": reason}
    notify(OrganisationActDone("withdraw_delegation", delegation, detail))


def may_manage(body: Any) -> bool:
    """Whether the current person may enter and withdraw everybody's delegations."""
    return bool(getSecurityManager().checkPermission(MANAGE_OFFICE, body))


def _may_delegate(body: Any, kind: str, giver: str) -> None:
    if may_manage(body) or (giver and kind == rules.Kind.PROCESS and giver == people.me().user_id):
        return
    raise NotAllowed(_("Only an administrator may do this; your own work you hand on yourself."))


def _giver_title(body: Any, giver: str) -> str:
    if giver:
        return _side(body, giver, "", "giver").title
    heads = directory.heads(body)
    if not heads:
        raise InvalidInput(_("${body} has no head who could give this."), body=body.title)
    return heads[0].title


def _side(body: Any, user_id: str, kind: str, field: str) -> directory.Person:
    """The position in the body in which somebody gives or takes."""
    uid = body.UID()
    found = []
    for one in people.person(user_id).positions:
        unit = directory.unit_object(one.unit_uid)
        if directory.body_of(unit).UID() == uid:
            found.append((one, directory.rank_of(unit, user_id), one.unit_uid != uid))
    if not found:
        raise InvalidInput(
            _("“${user}” has no position in ${body}."), user=user_id, body=body.title, field=field
        )
    fitting = [one for one, rank, below in found if _fits(kind, rank, below)]
    return fitting[0] if fitting else found[0][0]


def _fits(kind: str, rank: str, below: bool) -> bool:
    """Whether somebody takes a delegation of this kind in such a position."""
    if kind == rules.Kind.KT:
        return rank == rules.DEPUTY
    if kind in rules.SIGNING:
        return rank == rules.HEAD and below
    return True


def _parties(body: Any, new: rules.Delegation) -> rules.Parties:
    position = _side(body, new.taker, new.kind, "taker")
    unit = directory.unit_object(position.unit_uid)
    return rules.Parties(
        giver_heads_body=_heads(body, body, new.giver),
        giver_heads_taker=_heads(unit, body, new.giver),
        taker_rank=directory.rank_of(unit, new.taker),
        taker_below=unit.UID() != body.UID(),
        others=delegations.of_body(body),
    )


def _heads(unit: Any, body: Any, giver: str) -> bool:
    """Whether the giver, or the position of the body's head, is the head of this unit."""
    if not giver:
        return unit.UID() == body.UID()
    return any(one.user_id == giver for one in directory.heads(unit))


def _store(body: Any, new: rules.Delegation) -> Any:
    names = [one.getId().removeprefix(delegations.PREFIX) for one in delegations.objects(body)]
    values: dict[str, Any] = {name: getattr(new, name) for name in _KEPT}
    values["document_types"] = sorted(new.document_types)
    values["fields"] = sorted(new.fields)
    made = createContent("Delegation", entered_by=people.me().user_id, **values)
    made.id = f"{delegations.PREFIX}{max(map(int, names), default=0) + 1}"
    body._setObject(made.id, made, set_owner=False)
    return body[made.id]
