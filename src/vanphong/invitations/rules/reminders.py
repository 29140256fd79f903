"""When those who are invited are reminded of a meeting, and who of them; plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from vanphong.invitations.rules.answers import Answer
from vanphong.invitations.rules.answers import Kind
from vanphong.invitations.rules.answers import stands
from vanphong.invitations.rules.meetings import Event


@dataclass(frozen=True)
class Whom:
    """Who of a seat is reminded: the invitee, the substitute, and whether an answer is owed."""

    invitee: bool = False
    substitute: bool = False
    owes: bool = False


def ahead(event: Event, hours: Iterable[int], now: datetime) -> tuple[datetime, ...]:
    """The moments at which is reminded of a meeting, those that are still to come."""
    if event.cancelled:
        return ()
    found = (event.starts_at - timedelta(hours=one) for one in hours)
    return tuple(moment for moment in found if moment > now)


def still_due(event: Event, starts_at: datetime, now: datetime) -> bool:
    """Whether a reminder that was planned for a beginning is given when its time has come.

    Not of a meeting that was cancelled or moved, nor after it has begun.
    """
    return not event.cancelled and event.starts_at == starts_at and not event.has_begun(now)


def whom(answer: Answer | None, event: Event) -> Whom:
    """Who of a seat is reminded: nobody of those who said that they do not come."""
    if answer is None or not stands(answer, event):
        return Whom(invitee=True, owes=True)
    if answer.kind is Kind.ABSENT:
        return Whom()
    if answer.kind is Kind.SUBSTITUTE:
        # somebody from outside is reminded by those who sent them
        return Whom(invitee=not answer.who, substitute=bool(answer.who))
    return Whom(invitee=True)
