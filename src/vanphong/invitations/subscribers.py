"""Handlers only: an invitation is issued, recalled, or deleted."""

from vanphong.calendars import clock
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import readmodel
from vanphong.invitations import reminding
from vanphong.invitations import telling
from vanphong.invitations.actions import organising
from vanphong.ledger import invitations as ledger
from vanphong.ledger import schedule_items


def issued(document, event):
    """The meeting comes into the schedules, and everybody invited is asked."""
    said = document.particulars
    if document.document_type != meetings.INVITATION or not getattr(said, "starts_at", None):
        return
    meeting = meetings.begin(document, placing.event_of(document), placing.invitees_of(document))
    placing.put(document)
    readmodel.write(document)
    if not meeting.event.has_begun(clock.now()):
        telling.tell_chairs(document, telling.CHAIRS)
        telling.tell(document, meeting.in_order, telling.INVITED)
        reminding.arrange(document)


def recalled(document, event):
    """A recalled invitation invites to nothing."""
    meeting = meetings.of(document)
    if meeting is not None and not meeting.event.cancelled:
        organising.withdraw(document, document.recall_reason)


def forget(document, event):
    """A deleted document leaves no rows behind."""
    if meetings.of(document) is not None:
        ledger.forget(document.UID())
        schedule_items.forget(document.UID())
