"""The delegations of a body, read from the objects in it and remembered for the request."""

from collections.abc import Iterable
from datetime import date
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.organisation.interfaces import IDelegationMarker
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


#: How the ids of delegations begin, so that reading them wakes no unit and no register.
PREFIX = "uy-quyen-"

_KEY = "vanphong.delegations"


def objects(body) -> list:
    """The delegation objects of a body, in the order in which they were given."""
    names = [name for name in body.objectIds(ordered=False) if name.startswith(PREFIX)]
    names.sort(key=lambda name: (len(name), name))
    return [body[name] for name in names if IDelegationMarker.providedBy(body[name])]


def of_body(body) -> tuple[rules.Delegation, ...]:
    """All delegations of a body, whenever they hold."""
    request = getRequest()
    cache = {} if request is None else IAnnotations(request).setdefault(_KEY, {})
    uid = body.UID()
    if uid not in cache:
        cache[uid] = tuple(value(one) for one in objects(body))
    return cache[uid]


def of(body_uid: str) -> tuple[rules.Delegation, ...]:
    """All delegations of the body with this UID; none when there is no such body."""
    body = directory.unit_object(body_uid)
    return () if body is None else of_body(body)


def taken_by(user_id: str, bodies: Iterable, day: date) -> list[rules.Delegation]:
    """By which delegations somebody handles the work of others on that day."""
    return [
        one
        for body in bodies
        for one in rules.in_force(of_body(body), day)
        if one.kind == rules.Kind.PROCESS and one.taker == user_id
    ]


def value(one) -> rules.Delegation:
    """Plain values of a delegation object."""
    return rules.Delegation(
        uid=one.UID(),
        kind=one.kind,
        giver=one.giver or "",
        giver_title=one.giver_title,
        taker=one.taker,
        taker_title=one.taker_title,
        document_types=frozenset(one.document_types or ()),
        fields=frozenset(one.fields or ()),
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        basis=one.basis or "",
        withdrawn_on=one.withdrawn_on,
    )


def forget() -> None:
    """Forget what this request has read, after a delegation was given or withdrawn."""
    request = getRequest()
    if request is not None:
        IAnnotations(request).pop(_KEY, None)
