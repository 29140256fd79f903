"""Reminders of meetings: at set times before they begin, and daily while an answer is owed.

The set times are jobs that are due at their moment, so the worker's clock gives each once. A
meeting that moves gets new ones; those of its old time find that out and tell nobody.
"""

from datetime import datetime
from vanphong.calendars import clock
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.ledger import invitations as ledger
from vanphong.ledger import jobs
from vanphong.outgoing import links
from vanphong.schedules import settings


KIND = "remind_meeting"


def arrange(document) -> None:
    """Plan the reminders that are still to come; those that are planned already stay."""
    event = meetings.of(document).event
    uid, starts_at = document.UID(), event.starts_at.isoformat()
    for moment in rules.ahead(event, settings.remind_hours(), clock.now()):
        key = f"{uid} {starts_at} {moment.isoformat()}"
        jobs.put(KIND, uid, {"starts_at": starts_at}, key, at=moment)


@jobs.handler(KIND, _("Reminding of a meeting"))
def give(job: jobs.Job) -> jobs.Done:
    """Remind those who come, and ask those who owe an answer."""
    document = links.document(job.subject)
    meeting = None if document is None else meetings.of(document)
    starts_at = datetime.fromisoformat(job.args["starts_at"])
    if meeting is None or not rules.still_due(meeting.event, starts_at, clock.now()):
        return jobs.Done({"told": 0})
    come, owe = list(meeting.event.chair_tokens), []
    for seat in meeting.in_order:
        who = rules.whom(seat.answer, meeting.event)
        if who.invitee:
            (owe if who.owes else come).extend(telling.people_of(seat))
        if who.substitute:
            come.append(seat.answer.who)
    telling.tell_people(document, set(owe) - set(come), telling.REMIND)
    telling.tell_people(document, come, telling.SOON)
    return jobs.Done({"told": len({*come, *owe})})


def of_the_day(event) -> None:
    """Once a day: those who have not answered a meeting that is near; times that are new."""
    now = clock.now()
    for row in ledger.standing(now):
        document = links.document(row["document_uid"])
        meeting = None if document is None else meetings.of(document)
        if meeting is None:
            continue
        arrange(document)
        if rules.needs_reminder(meeting.event, now):
            telling.tell(document, telling.waiting(meeting), telling.REMIND)
