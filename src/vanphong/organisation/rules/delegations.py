"""Delegations (ủy quyền): what one may hand on to another, for how long, and how it ends.

Four kinds. *process* lets somebody handle another's work while that person is away, under
their own name. The others let somebody sign (Decree 30/2020, Article 13): *KT* for the
head, *TL* by order of the head, *TUQ* by special authorisation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation.rules.units import DEPUTY
from vanphong.organisation.rules.units import HEAD
from vanphong.organisation.rules.units import valid_on


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 13"


class Kind(StrEnum):
    """What a delegation lets its taker do."""

    PROCESS = "process"
    TUQ = "TUQ"
    TL = "TL"
    KT = "KT"


#: The kinds that give the right to sign.
SIGNING = (Kind.TUQ, Kind.TL, Kind.KT)


class Standing(StrEnum):
    """Where a delegation stands on a day."""

    COMING = "coming"
    IN_FORCE = "in-force"
    PAST = "past"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Delegation:
    """One delegation. Empty document types or fields mean all of them.

    :param giver: user id, or "" when a position gives it, whoever holds that.
    :param basis: the written order or the regulation that it rests on.
    :param withdrawn_on: from this day on it is void.
    """

    uid: str
    kind: str
    giver: str
    giver_title: str
    taker: str
    taker_title: str
    document_types: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None
    basis: str = ""
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Parties:
    """What the rules must know of the two sides of a new delegation.

    :param giver_heads_body: the giver is the head of the body, or nobody but its position.
    :param giver_heads_taker: the giver is the head of the unit in which the taker would sign.
    :param taker_rank: of ``RANKS``, in the unit in which the taker would sign.
    :param taker_below: the taker belongs to a unit of the body, not to its own leaders.
    """

    giver_heads_body: bool
    giver_heads_taker: bool
    taker_rank: str
    taker_below: bool
    others: tuple[Delegation, ...] = ()


def standing(one: Delegation, day: date) -> Standing:
    """Where a delegation stands on a day; both dates are included, withdrawal is not."""
    if one.withdrawn_on is not None and one.withdrawn_on <= day:
        return Standing.WITHDRAWN
    if valid_on(day, one.valid_from, one.valid_to):
        return Standing.IN_FORCE
    coming = one.valid_from is not None and day < one.valid_from
    return Standing.COMING if coming else Standing.PAST


def in_force(delegations: Iterable[Delegation], day: date) -> list[Delegation]:
    """Those that hold on a day."""
    return [one for one in delegations if standing(one, day) is Standing.IN_FORCE]


def covers(one: Delegation, document_type: str, field: str) -> bool:
    """Whether a document of this type and field lies in the content of a delegation."""
    return (not one.document_types or document_type in one.document_types) and (
        not one.fields or field in one.fields
    )


def stands_in(delegations: Iterable[Delegation], person: str, day: date) -> Delegation | None:
    """By which delegation somebody stands in for a person who is away on that day."""
    for one in in_force(delegations, day):
        if one.kind == Kind.PROCESS and one.giver == person:
            return one
    return None


def check_new(new: Delegation, parties: Parties, today: date) -> None:
    """Check a delegation before it is given.

    :raises InvalidInput: for dates in the wrong order or a missing one.
    :raises RuleBroken: when Article 13 does not allow it.
    :raises Conflict: when the giver is stood in for already at that time.
    """
    if new.taker == new.giver:
        raise RuleBroken(_("Nobody delegates to themselves."), field="taker")
    if new.valid_from and new.valid_to and new.valid_to < new.valid_from:
        raise InvalidInput(_("The last day lies before the first."), field="valid_to")
    if new.valid_to and new.valid_to < today:
        raise RuleBroken(
            _("This delegation would be over already, on ${last}."),
            last=shown(new.valid_to),
            field="valid_to",
        )
    if new.kind == Kind.PROCESS:
        _check_process(new, parties)
    elif new.kind == Kind.KT:
        if parties.taker_rank != DEPUTY or not parties.giver_heads_taker:
            raise RuleBroken(
                _("A head lets only their own deputy sign KT."), field="taker", rule=ARTICLE
            )
    else:
        _check_order(new, parties)


def _check_process(new: Delegation, parties: Parties) -> None:
    if not new.giver:
        raise InvalidInput(_("Say whose work is to be handled."), field="giver")
    if new.valid_from is None:
        raise InvalidInput(_("Say from which day on."), field="valid_from")
    if new.document_types or new.fields:
        raise InvalidInput(
            _("Work is handed on as a whole, without naming types of document or fields."),
            field="document_types",
        )
    for one in parties.others:
        if one.kind == Kind.PROCESS and one.giver == new.giver and _overlap(one, new):
            raise Conflict(
                _("${taker} stands in for ${giver} then: ${period}. Withdraw that first."),
                taker=one.taker_title,
                giver=one.giver_title,
                period=period(one),
                field="valid_from",
            )


def _check_order(new: Delegation, parties: Parties) -> None:
    """TUQ. and TL.: given by the head of the body, to the head of a unit in it."""
    if not parties.giver_heads_body:
        raise RuleBroken(
            _(
                "Only the head of the body lets another sign ${kind}.; "
                "whoever was authorised may not pass it on."
            ),
            kind=new.kind,
            field="giver",
            rule=ARTICLE,
        )
    if parties.taker_rank != HEAD or not parties.taker_below:
        raise RuleBroken(
            _("Only the head of a unit of the body signs ${kind}."),
            kind=new.kind,
            field="taker",
            rule=ARTICLE,
        )
    if not new.basis:
        raise RuleBroken(
            _("Name the written order or the regulation that this rests on."),
            field="basis",
            rule=ARTICLE,
        )
    if new.kind == Kind.TL and not new.document_types:
        raise RuleBroken(
            _("Name the types of document that are signed by order."),
            field="document_types",
            rule=ARTICLE,
        )
    if new.kind == Kind.TUQ:
        _check_limits(new)


def _check_limits(new: Delegation) -> None:
    if new.valid_from is None or new.valid_to is None:
        raise RuleBroken(
            _("An authorisation to sign is limited in time: give the first and the last day."),
            field="valid_from" if new.valid_from is None else "valid_to",
            rule=ARTICLE,
        )
    if not new.document_types and not new.fields:
        raise RuleBroken(
            _("An authorisation to sign is limited in content: name types of document or fields."),
            field="document_types",
            rule=ARTICLE,
        )


def _overlap(one: Delegation, other: Delegation) -> bool:
    """Whether there is a day on which both hold."""
    if one.withdrawn_on is not None:
        return False
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def period(one: Delegation) -> str:
    """``01/8/2024 – 31/8/2024``, an open side as …"""
    return f"{shown(one.valid_from)} – {shown(one.valid_to)}"


def shown(day: date | None) -> str:
    """A day as dd/mm/yyyy, or … when there is none."""
    return f"{day:%d/%m/%Y}" if day else "…"
