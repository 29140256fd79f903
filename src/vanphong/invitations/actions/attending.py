"""Who is present: by the code in the room, or ticked by the organiser."""

from secrets import token_bytes
from typing import Any
from uuid import uuid4
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import viewing
from vanphong.invitations.actions import frame
from vanphong.ledger.acts import office_act
from vanphong.organisation import people


STAFF = _("people of the office")


@office_act("sign_in", viewing.USE, STAFF)
def sign_in(document: Any, token: str) -> rules.Present:
    """Sign the list of those present, with the address of the code in the room.

    :raises InvalidInput: for an address that is guessed, renewed or over: alike.
    :raises Conflict: before the time, or when the person is on the list.
    """
    meeting = meetings.of(document)
    now = clock.now()
    if meeting is None or not rules.verified(meeting.secret, document.UID(), token, now):
        raise InvalidInput(_("This code is not valid any more. Scan the one in the room."))
    _check_time(meeting, now)
    me = people.me()
    if me.user_id in meeting.present:
        raise Conflict(_("You are on the list already."))
    seat = seat_for(meeting, me)
    position = _position(me, "" if seat is None else seat.invitee.unit)
    named = (me.fullname, position.position if position else "")
    made = rules.Present(
        key=me.user_id,
        title=", ".join(dict.fromkeys(filter(None, named))),
        unit=position.unit_title if position else "",
        at=now,
        way=rules.Way.SCANNED,
        by_title=me.title,
        invitee="" if seat is None else seat.invitee.key,
    )
    meeting.present[made.key] = made
    frame.told("sign_in", document, rows=False, who=made.title)
    return made


@office_act("mark_present", viewing.ORGANISE, frame.ORGANISERS)
def mark_present(
    document: Any, *, invitee: str = "", name: str = "", unit: str = ""
) -> rules.Present:
    """Tick somebody who came: for an invitee, or a guest by name.

    :param name: who came; for an invitee the substitute, or the invitee itself, when blank.
    """
    meeting = frame.meeting_of(document)
    now = clock.now()
    _check_time(meeting, now)
    seat = frame.seat_of(meeting, invitee) if invitee else None
    title, where = rules.read_guest(name or (_expected(seat) if seat else ""), unit)
    if seat is not None and any(one.invitee == invitee for one in meeting.present.values()):
        raise Conflict(_("${name} is on the list already."), name=seat.invitee.title)
    made = rules.Present(
        key=uuid4().hex,
        title=title,
        unit=where or (seat.invitee.title if seat else ""),
        at=now,
        way=rules.Way.TICKED,
        by_title=people.me().title,
        invitee=invitee,
    )
    meeting.present[made.key] = made
    frame.told("mark_present", document, rows=False, who=title)
    return made


@office_act("mark_absent", viewing.ORGANISE, frame.ORGANISERS)
def mark_absent(document: Any, key: str) -> None:
    """Take somebody off the list who was put on it by mistake."""
    meeting = frame.meeting_of(document)
    found = meeting.present.get(key)
    if found is None:
        raise InvalidInput(_("Nobody of this name is on the list."), field="key")
    del meeting.present[key]
    frame.told("mark_absent", document, rows=False, who=found.title)


@office_act("renew_sign_in", viewing.ORGANISE, frame.ORGANISERS)
def renew_sign_in(document: Any, present: str) -> None:
    """Make a new code; pictures of the one before lead nowhere.

    :param present: the code that is to be worthless, so that two clicks renew it once.
    """
    meeting = frame.meeting_of(document)
    rules.check_standing(meeting.event)
    if present != token_of(document):
        raise Conflict(_("The code was renewed meanwhile."))
    meeting.secret = token_bytes(32)
    frame.told("renew_sign_in", document, rows=False)


def token_of(document: Any) -> str:
    """The last part of the address of the sign-in page."""
    meeting = frame.meeting_of(document)
    _opens, closes = rules.window(meeting.event)
    return rules.signed(meeting.secret, document.UID(), closes)


def seat_for(meeting: Any, me: people.Me) -> Any:
    """The seat by which somebody is invited or sent, the answered one first; None for a guest."""
    sent = [one for one in meeting.in_order if one.answer and one.answer.who == me.user_id]
    own = [one for one in meeting.in_order if me.tokens.intersection(viewing.concerns(one))]
    return next(iter((*sent, *own)), None)


def _position(me: people.Me, unit: str) -> Any:
    """The position in which somebody comes: that in the invited unit, else the first."""
    own = [one for one in me.positions if one.unit_uid == unit]
    return next(iter((*own, *me.positions)), None)


def _expected(seat: Any) -> str:
    answer = seat.answer
    return answer.who_title if answer is not None and answer.who_title else seat.invitee.title


def _check_time(meeting: Any, now: Any) -> None:
    rules.check_standing(meeting.event)
    opens, closes = rules.window(meeting.event)
    if now < opens:
        raise Conflict(_("The list opens at ${time}."), time=opens)
    if now > closes:
        raise Conflict(_("The list was closed at ${time}."), time=closes)
