"""What the organiser does: change, cancel, remind, call, and share the documents."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import readmodel
from vanphong.invitations import reminding
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations import viewing
from vanphong.invitations.actions import frame
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.outgoing.rules import particulars
from vanphong.schedules import rules as schedules
from vanphong.schedules.words import conflict_mapping
from zope.globalrequest import getRequest
from zope.i18n import translate


#: What may be sent to ``change_meeting``.
FIELDS = ("starts_at", "ends_at", "place", "room", "online_link", "answer_by")


@office_act("change_meeting", viewing.ORGANISE, frame.ORGANISERS)
def change_meeting(
    document: Any, raw: Mapping[str, Any], *, reason: str = "", despite: bool = False
) -> rules.Event:
    """Change time or place; everybody is told, and after a change of these asked anew.

    The issued document stays as it was signed: the change is of the meeting alone.

    :param raw: values as the form of the invitation takes them; what is left out stays.
    :param despite: the room is taken, and it shall be so nevertheless.
    :raises Conflict: for a room that is taken, or a meeting that has begun.
    """
    meeting = frame.meeting_of(document)
    old = meeting.event
    why = frame.reason_of(reason, needed=False)
    new = _read(document, old, raw)
    rules.check_change(old, new, clock.now())
    what = rules.changed(old, new)
    if not despite:
        _check_room(document, new)
    asks = bool(rules.ASKS_ANEW.intersection(what))
    new = replace(new, sequence=old.sequence + int(asks), changes=what)
    meeting.events = (*meeting.events, new)
    placing.put(document)
    reminding.arrange(document)
    said = ", ".join(_said(rules.CHANGED[name]) for name in what)
    text = telling.CHANGED if asks else telling.ADJUSTED
    telling.tell_chairs(document, telling.ADJUSTED, what=said)
    telling.tell(document, meeting.in_order, text, what=said, urgent=asks)
    frame.told("change_meeting", document, changed=list(what), reason=why)
    return new


@office_act("cancel_meeting", viewing.ORGANISE, frame.ORGANISERS)
def cancel_meeting(document: Any, reason: str) -> None:
    """Cancel the meeting; everybody is told, and calendars strike it out."""
    meeting = frame.meeting_of(document)
    rules.check_standing(meeting.event)
    if meeting.event.is_over(clock.now()):
        raise Conflict(_("The meeting is over."))
    why = frame.reason_of(reason)
    withdraw(document, why)
    frame.told("cancel_meeting", document, reason=why)


def withdraw(document: Any, reason: str) -> None:
    """Cancel without asking who may: the recall of the invitation does so, too."""
    meeting = meetings.of(document)
    event = replace(
        meeting.event, cancelled=reason or "–", sequence=meeting.event.sequence + 1, changes=()
    )
    telling.tell_chairs(document, telling.CANCELLED, reason=reason)
    telling.tell(document, meeting.in_order, telling.CANCELLED, reason=reason, urgent=True)
    meeting.events = (*meeting.events, event)
    placing.cancel(document, reason)
    readmodel.write(document)


@office_act("remind_invitees", viewing.ORGANISE, frame.ORGANISERS)
def remind_invitees(document: Any, invitees: Sequence[str] = ()) -> int:
    """Remind those who have not answered, or some of them; how many."""
    meeting = frame.meeting_of(document)
    rules.check_open(meeting.event, clock.now())
    asked = [frame.seat_of(meeting, key) for key in invitees]
    waiting = [one for one in telling.waiting(meeting) if not asked or one in asked]
    if not waiting:
        raise Conflict(_("Everybody has answered."))
    telling.tell(document, waiting, telling.REMIND)
    frame.told("remind_invitees", document, rows=False, number=len(waiting))
    return len(waiting)


@office_act("note_call", viewing.ORGANISE, frame.ORGANISERS)
def note_call(document: Any, invitee: str, note: str = "") -> None:
    """Write down that somebody was called by telephone."""
    meeting = frame.meeting_of(document)
    rules.check_standing(meeting.event)
    seat = frame.seat_of(meeting, invitee)
    said = frame.reason_of(note, needed=False)
    seat.calls = (*seat.calls, (clock.now(), people.me().title, said))
    frame.told("note_call", document, rows=False, invitee=seat.invitee.title, note=said)


@office_act("share_papers", viewing.ORGANISE, frame.ORGANISERS)
def share_papers(document: Any, files: Sequence[str]) -> None:
    """Choose which documents of a public meeting everybody may read; the rest is for invitees.

    :param files: UIDs of annexes of the invitation; the values take the place of all before.
    """
    meeting = frame.meeting_of(document)
    known = {one.uid: one for one in document.attachments[1:]}
    for uid in files:
        if uid not in known:
            raise InvalidInput(_("The document has no such file."), field="files")
    if files and not meeting.event.public:
        raise Conflict(_("Nobody outside may know of this meeting."), field="files")
    meeting.public_papers = tuple(uid for uid in known if uid in set(files))
    names = [known[uid].filename for uid in meeting.public_papers]
    frame.told("share_papers", document, rows=False, files=names)


def _read(document: Any, old: rules.Event, raw: Mapping[str, Any]) -> rules.Event:
    """The event with what was sent in place of what was; a room brings its name."""
    said = document.particulars
    given = {name: raw[name] for name in FIELDS if name in raw}
    before = replace(
        said,
        starts_at=old.starts_at,
        ends_at=old.ends_at,
        answer_by=old.answer_by,
        online_link=old.online_link,
        place=old.place,
        room=old.room,
    )
    read: Any = particulars.read(document.document_type, given, before)
    if not isinstance(read.starts_at, datetime):
        raise InvalidInput(_("Say when it begins."), field="starts_at")
    schedule = placing.schedule_of(document)
    rooms = () if schedule is None else schedule.rooms
    room = schedules.room_of(rooms, read.room) if read.room else None
    if read.room and room is None:
        raise InvalidInput(_("There is no such room."), field="room")
    place = read.place
    if room is not None and (("room" in given and room.id != old.room) or not place):
        place = room.title
    return replace(
        old,
        starts_at=read.starts_at,
        ends_at=read.ends_at,
        answer_by=read.answer_by,
        online_link=read.online_link,
        place=place,
        room="" if room is None else room.id,
    )


def _check_room(document: Any, event: rules.Event) -> None:
    for one in placing.conflicts(document, event):
        if one.clash is schedules.Clash.ROOM:
            raise Conflict(one.text, **conflict_mapping(one), field="room")


def _said(text: str) -> str:
    return translate(text, domain="vanphong", context=getRequest())
