"""A meeting as an iCalendar file."""

from dataclasses import replace
from vanphong.invitations import placing
from vanphong.schedules import calendar_file
from vanphong.schedules import rules as schedules


def calendar(document, meeting, request, *, public: bool) -> bytes:
    """The meeting, with the sequence of its changes; a cancelled one says so.

    :param public: without the names of who is invited.
    """
    event = meeting.event
    invitees = () if public else tuple(one.invitee for one in meeting.in_order)
    state = schedules.State.CANCELLED if event.cancelled else schedules.State.ACCEPTED
    lines = [
        replace(
            one,
            sequence=event.sequence,
            state=state,
            reason=event.cancelled,
            separate_invitation=False,
            note=event.online_link,
        )
        for one in placing.items(document, event, invitees)
    ]
    site = request.get("SERVER_URL", "").partition("://")[2].partition(":")[0]
    return calendar_file.calendar(event.title, lines, site or "vanphong", request)
