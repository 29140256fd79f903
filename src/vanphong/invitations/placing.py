"""The lines that a meeting puts into work schedules, in that of its body and of substitutes."""

from dataclasses import replace
from vanphong.errors import RuleBroken
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import deliveries
from vanphong.outgoing.forms import pdf_job
from vanphong.outgoing.interfaces import IObstacles
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.schedules import invited
from vanphong.schedules import known
from vanphong.schedules import rules as schedules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules.words import conflict_mapping
from zope.component import adapter
from zope.interface import implementer


def schedule_of(document):
    """The schedule of the body that invites; None when it keeps none."""
    unit = directory.unit_object(document.body_uid)
    body = None if unit is None else directory.body_of(unit)
    return None if body is None else weeks.schedule(body.UID())


def event_of(document) -> rules.Event:
    """The meeting as an invitation says it, before it is issued or when it is."""
    said = document.particulars
    schedule = schedule_of(document)
    room = _room(schedule, said.room) or _room(schedule, said.place)
    place = ", ".join(dict.fromkeys(filter(None, (room.title if room else said.room, said.place))))
    return rules.Event(
        title=said.title or document.subject,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        place=place,
        room=room.id if room else "",
        chairs=said.chairs,
        chair_tokens=_chairs(schedule, said.chairs),
        online_link=said.online_link,
        answer_by=said.answer_by,
        urgent=said.urgent_meeting,
        public=said.public,
    )


def invitees_of(document) -> tuple[rules.Invitee, ...]:
    """The recipients, and the people whom the invitation names by their positions."""
    found = {}
    for one in deliveries.of(document):
        unit = one.recipient.unit
        found[one.recipient.key] = rules.Invitee(
            key=one.recipient.key,
            title=one.recipient.name,
            token=known.unit_token(unit) if unit else "",
            unit=unit,
            incoming=one.incoming_uid,
        )
    schedule = schedule_of(document)
    titles = {} if schedule is None else known.titles(schedule)
    for line in document.particulars.invitees:
        for token, title in titles.items():
            if ":" not in token and rules.same_line(line, title):
                found[token] = rules.Invitee(token, title, token)
    return tuple(found.values())


def items(document, event: rules.Event, invitees) -> tuple[schedules.Item, ...]:
    """One line for each day of the meeting; its people are the chairs and the invitees."""
    schedule = schedule_of(document)
    titles = {} if schedule is None else known.titles(schedule)
    chairs = tuple(_who(line, titles) for line in event.chairs)
    guests = tuple(schedules.Who(one.token, one.title) for one in invitees)
    unit = directory.unit(document.drafting_unit)
    first = schedules.Item(
        uid=document.UID(),
        day=event.starts_at.date(),
        session=schedules.session_of(event.starts_at.time()),
        content=event.title,
        chairs=chairs,
        participants=guests,
        place=event.place,
        room=event.room,
        preparer=schedules.NOBODY if unit is None else schedules.Who("", unit.short),
        invited_by="" if unit is None else unit.short,
        kind=schedules.Kind.ONLINE if event.online_link else schedules.Kind.MEETING,
        separate_invitation=True,
        visibility=(schedules.Visibility.PUBLIC if event.public else schedules.Visibility.PRIVATE),
        state=schedules.State.ACCEPTED,
        unit=document.drafting_unit or "",
        invitation=document.UID(),
    )
    several = len(rules.days(event)) > 1
    found = []
    for number, (day, start, end) in enumerate(rules.days(event)):
        uid = first.uid if not number else f"{first.uid}-{number}"
        session = first.session if start and not several else schedules.Session.ALL_DAY
        found.append(replace(first, uid=uid, day=day, start=start, end=end, session=session))
    return tuple(found)


def put(document) -> None:
    """Put the lines of a meeting down; those of days that are none any more are cancelled."""
    meeting, schedule = meetings.of(document), schedule_of(document)
    if schedule is None:
        return
    lines = items(document, meeting.event, [one.invitee for one in meeting.in_order])
    keep = {one.uid for one in lines}
    for old in {one.uid for one in invited.of(document.UID(), schedule.body_uid)} - keep:
        invited.cancel(schedule.body_uid, old, "")
    for one in lines:
        _print(invited.put(schedule.body_uid, one))


def cancel(document, reason: str) -> None:
    """Strike the lines of a meeting through."""
    schedule = schedule_of(document)
    if schedule is None:
        return
    for one in invited.of(document.UID(), schedule.body_uid):
        invited.cancel(schedule.body_uid, one.uid, reason)
        _print(weeks.find(schedule, schedules.week_of(one.day)))


def conflicts(document, event: rules.Event) -> tuple[schedules.Conflict, ...]:
    """What stands in the way of a meeting in the schedule of its body."""
    schedule = schedule_of(document)
    if schedule is None:
        return ()
    found = []
    for one in items(document, event, invitees_of(document)):
        found.extend(viewing.conflicts_of(schedule, one))
    return tuple(dict.fromkeys(found))


@implementer(IObstacles)
@adapter(IOutgoing)
class Obstacles:
    """What stands in the way of issuing an invitation; alike for every line of a schedule."""

    def __init__(self, context):
        self.context = context

    def obstacles(self) -> list[RuleBroken]:
        """Rooms and people that are taken at that time; hints are left out."""
        said = self.context.particulars
        is_meeting = self.context.document_type == meetings.INVITATION
        if not is_meeting or getattr(said, "starts_at", None) is None:
            return []
        found = conflicts(self.context, event_of(self.context))
        hard = [one for one in found if not one.is_hint]
        return [RuleBroken(one.text, field="despite", **conflict_mapping(one)) for one in hard]


def people_of(invitee: rules.Invitee) -> dict[str, str]:
    """Whom an invitee may send instead: title by user id. A person sends one of their units."""
    if invitee.is_outside:
        return {}
    units = [invitee.unit] if invitee.unit else people.person(invitee.token).units()
    found = {}
    for uid in units:
        unit = directory.unit_object(uid)
        for one in () if unit is None else directory.people(unit):
            if one.user_id != invitee.token:
                found.setdefault(one.user_id, _named(one))
    return found


def _print(week) -> None:
    """Have the paper of an adjusted week made anew."""
    edition = weeks.public_edition(week)
    if edition is not None:
        pdf_job.request(week, str(edition.number))


def _named(person) -> str:
    """``Nguyễn Văn A, Chuyên viên``."""
    parts = (person.fullname, person.position)
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _who(line: str, titles: dict[str, str]) -> schedules.Who:
    for token, title in titles.items():
        if rules.same_line(line, title):
            return schedules.Who(token, title)
    return schedules.Who("", line)


def _chairs(schedule, lines) -> tuple[str, ...]:
    """Those chairs that the body knows."""
    titles = {} if schedule is None else known.titles(schedule)
    found = (_who(line, titles).token for line in lines)
    return tuple(one for one in found if one)


def _room(schedule, named: str):
    """The room that an invitation names by its id or title."""
    for one in () if schedule is None else schedule.rooms:
        if named and (one.id == named or rules.same_line(named, one.title)):
            return one
    return None
