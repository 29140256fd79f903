"""Whom of a meeting something is told, and in what words."""

from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.ledger import notices
from vanphong.organisation import directory
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS


KIND = "invitation"

DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

INVITED = _("You are invited: ${title}, ${time}, ${place}. Please answer.")
CHAIRS = _("You chair a meeting: ${title}, ${time}, ${place}.")
CHANGED = _("The meeting has changed (${what}): ${title}, now ${time}, ${place}. Answer again.")
ADJUSTED = _("The meeting has changed (${what}): ${title}, ${time}, ${place}.")
CANCELLED = _("The meeting does not take place: ${title}, ${time}. ${reason}")
SENT_INSTEAD = _("You attend for ${whom}: ${title}, ${time}, ${place}.")
NOT_SENT = _("You need not attend for ${whom} any more: ${title}, ${time}.")
SOON = _("The meeting begins soon: ${title}, ${time}, ${place}.")
REMIND = _("Not answered yet: ${title}, ${time}, ${place}.")


def people_of(seat) -> list[str]:
    """User ids behind a seat: each is told, so that it is known who has seen it."""
    invitee = seat.invitee
    if not invitee.unit:
        return [invitee.token] if invitee.token else []
    unit = directory.unit_object(invitee.unit)
    found = [] if unit is None else directory.people(unit)
    return [one.user_id for one in found if one.functions & {LEADERS, CLERKS}]


def tell(document, seats, text: str, *, urgent: bool = False, **more: str) -> None:
    """Tell those of some seats, and their substitutes."""
    to = [user for seat in seats for user in people_of(seat)]
    to += [one.answer.who for one in seats if one.answer is not None and one.answer.who]
    tell_people(document, to, text, urgent=urgent, **more)


def tell_people(document, to, text: str, *, urgent: bool = False, **more: str) -> None:
    """Tell some by their tokens; what they have not seen yet gives way to it."""
    event = meetings.of(document).event
    notices.tell(
        to,
        KIND,
        document.UID(),
        text,
        {**_said(event), **more},
        url=url_of(document),
        urgent=urgent or event.urgent,
        key=f"invitation {document.UID()}",
    )


def tell_one(document, user_id: str, text: str, whom: str) -> None:
    """Tell a substitute."""
    event = meetings.of(document).event
    notices.tell(
        [user_id],
        KIND,
        document.UID(),
        text,
        {**_said(event), "whom": whom},
        url=url_of(document),
        urgent=event.urgent,
        key=f"invitation {document.UID()} instead",
    )


def url_of(document) -> str:
    """Address of the page of the meeting, for people of the office."""
    return f"{document.absolute_url()}/@@meeting"


def tell_chairs(document, text: str, **more: str) -> None:
    """Tell those who chair the meeting."""
    tell_people(document, meetings.of(document).event.chair_tokens, text, **more)


def waiting(meeting) -> list:
    """The seats whose answer is still owed."""
    return [one for one in meeting.in_order if meetings.standing(one, meeting.event) is None]


def seen(document) -> dict[str, object]:
    """When each of those who were told has seen it: user id -> moment, or None."""
    return notices.seen_by(document.UID(), KIND)


def _said(event: rules.Event) -> dict[str, str]:
    return {"title": event.title, "time": time_words(event), "place": event.place}


def time_words(event: rules.Event) -> str:
    """``08:00–11:00, thứ Hai ngày 19/08/2024``."""
    start, end = event.starts_at, event.ends_at
    day = f"{DAYS[start.weekday()]} ngày {start:%d/%m/%Y}"
    if end is None:
        return f"{start:%H:%M}, {day}"
    if end.date() == start.date():
        return f"{start:%H:%M}–{end:%H:%M}, {day}"
    return f"{start:%H:%M} {start:%d/%m/%Y} – {end:%H:%M} {end:%d/%m/%Y}"
