"""Answers: by those who are invited, or written down by the organiser."""

from typing import Any
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations import viewing
from vanphong.invitations.actions import frame
from vanphong.ledger import notices
from vanphong.ledger.acts import office_act
from vanphong.organisation import people


@office_act("answer_invitation", viewing.ANSWER, frame.INVITEES)
def answer(
    document: Any, kind: str, *, invitee: str = "", who: str = "", reason: str = ""
) -> rules.Answer:
    """Answer for one's unit or oneself: ``attend``, ``substitute`` (who) or ``absent`` (reason).

    May be changed until the meeting begins.

    :param invitee: key of the seat, when the person answers for several.
    :raises NotAllowed: for the seat of another unit.
    """
    meeting = frame.meeting_of(document)
    rules.check_open(meeting.event, clock.now())
    key = invitee or _only_seat(document)
    seat = frame.seat_of(meeting, key)
    if people.me().tokens.isdisjoint(viewing.answers_for(seat.invitee)):
        raise NotAllowed(_("You do not answer for ${name}."), name=seat.invitee.title)
    return _give(document, meeting, seat, kind, who, reason, "answer_invitation")


@office_act("answer_for_invitee", viewing.ORGANISE, frame.ORGANISERS)
def answer_for(
    document: Any, invitee: str, kind: str, *, who: str = "", reason: str = ""
) -> rules.Answer:
    """Write down what an invitee said by telephone or on paper."""
    meeting = frame.meeting_of(document)
    rules.check_open(meeting.event, clock.now())
    seat = frame.seat_of(meeting, invitee)
    return _give(document, meeting, seat, kind, who, reason, "answer_for_invitee")


def _only_seat(document: Any) -> str:
    found = viewing.look(document)
    keys = () if found is None else found.answering
    if len(keys) != 1:
        raise InvalidInput(_("Say for whom you answer."), field="invitee")
    return keys[0]


def _give(
    document: Any,
    meeting: Any,
    seat: Any,
    kind: str,
    who: str,
    reason: str,
    act: str,
) -> rules.Answer:
    invitee = seat.invitee
    chosen, user, title, why = rules.read_answer(
        kind,
        who=who,
        reason=reason,
        people=placing.people_of(invitee),
        outside=invitee.is_outside,
    )
    me = people.me()
    made = rules.Answer(
        kind=chosen,
        at=clock.now(),
        by=me.user_id,
        by_title=me.title,
        who=user,
        who_title=title,
        reason=why,
        sequence=meeting.event.sequence,
    )
    before = meetings.standing(seat, meeting.event)
    seat.answers = (*seat.answers, made)
    seat.answer = made
    _tell_substitutes(document, seat, before, made)
    notices.withdraw(f"invitation {document.UID()}", tokens=telling.people_of(seat))
    frame.told(act, document, invitee=invitee.title, answer=str(chosen), who=title, reason=why)
    return made


def _tell_substitutes(document: Any, seat: Any, before: Any, now: rules.Answer) -> None:
    """The one who was sent before, and the one who is sent now."""
    gone = before.who if before is not None else ""
    if gone and gone != now.who:
        telling.tell_one(document, gone, telling.NOT_SENT, seat.invitee.title)
    if now.who and now.who != gone:
        telling.tell_one(document, now.who, telling.SENT_INSTEAD, seat.invitee.title)
