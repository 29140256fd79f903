"""Tham dự, cử người đi thay, vắng: what an invitee answers, and what the answers add up to."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.invitations.rules.meetings import LAW
from vanphong.invitations.rules.meetings import Event
from vanphong.invitations.rules.meetings import check_standing


class Kind(StrEnum):
    """What is answered."""

    ATTEND = "attend"
    SUBSTITUTE = "substitute"
    ABSENT = "absent"


ANSWERS = {
    Kind.ATTEND: _("Attends"),
    Kind.SUBSTITUTE: _("Sends a substitute"),
    Kind.ABSENT: _("Does not attend"),
}

LONGEST = 500


@dataclass(frozen=True)
class Invitee:
    """A unit or person that is invited.

    :param key: what tells it from the others of the invitation.
    :param token: actor token of the person, or of the members of the unit; "" for somebody
        outside, whose answer the organiser writes down.
    :param unit: UID of the unit; "" for a person.
    :param incoming: UID of the invitation as the unit got it.
    """

    key: str
    title: str
    token: str = ""
    unit: str = ""
    incoming: str = ""

    @property
    def is_outside(self) -> bool:
        """Whether nobody of the office answers for it."""
        return not self.token


@dataclass(frozen=True)
class Answer:
    """What an invitee answered.

    :param who: user id of the substitute, "" for one without an account.
    :param sequence: of the meeting as it was when the answer came.
    """

    kind: Kind
    at: datetime
    by: str
    by_title: str
    who: str = ""
    who_title: str = ""
    reason: str = ""
    sequence: int = 0


@dataclass(frozen=True)
class HeadCount:
    """How many were invited, what they answered, and how many came."""

    invited: int = 0
    attend: int = 0
    substitute: int = 0
    absent: int = 0
    waiting: int = 0
    present: int = 0
    guests: int = 0

    @property
    def expected(self) -> int:
        """Seats to prepare."""
        return self.attend + self.substitute


def check_open(event: Event, now: datetime) -> None:
    """Refuse an answer to a meeting that has begun or does not take place.

    :raises Conflict: saying so.
    """
    check_standing(event)
    if event.has_begun(now):
        raise Conflict(_("The meeting has begun; answers are not taken any more."), rule=LAW)


def read_answer(
    kind: str, *, who: str, reason: str, people: Mapping[str, str], outside: bool = False
) -> tuple[Kind, str, str, str]:
    """Kind, user id and title of the substitute, and reason.

    :param who: user id or, for an invitee outside the office, a name.
    :param people: those whom the invitee may send, title by user id.
    :raises InvalidInput: for an answer that there is not.
    :raises RuleBroken: for a substitute of another unit, none at all, or no reason.
    """
    try:
        chosen = Kind(kind)
    except ValueError:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), value=kind, known=", ".join(Kind), field="answer"
        ) from None
    why = _line(reason, "reason")
    if chosen is Kind.ABSENT and not why:
        raise RuleBroken(_("Say why nobody comes."), field="reason", rule=LAW)
    if chosen is not Kind.SUBSTITUTE:
        return chosen, "", "", why
    name = _line(who, "who")
    if not name:
        raise RuleBroken(_("Say who comes instead."), field="who", rule=LAW)
    if outside:
        return chosen, "", name, why
    if name not in people:
        raise RuleBroken(_("Only a person of the unit is sent instead."), field="who", rule=LAW)
    return chosen, name, people[name], why


def stands(answer: Answer | None, event: Event) -> bool:
    """Whether an answer is one to the meeting as it is now."""
    return answer is not None and answer.sequence == event.sequence


def counted(
    answers: Iterable[Answer | None], event: Event, present: int = 0, guests: int = 0
) -> HeadCount:
    """The head count.

    :param answers: one for each invitee.
    :param guests: of those present, who was not invited.
    """
    kinds = [one.kind if one is not None and stands(one, event) else None for one in answers]
    return HeadCount(
        invited=len(kinds),
        attend=kinds.count(Kind.ATTEND),
        substitute=kinds.count(Kind.SUBSTITUTE),
        absent=kinds.count(Kind.ABSENT),
        waiting=kinds.count(None),
        present=present,
        guests=guests,
    )


def _line(text: str, name: str) -> str:
    found = " ".join(text.split())
    if len(found) > LONGEST:
        raise InvalidInput(_("This is too long."), field=name)
    return found
