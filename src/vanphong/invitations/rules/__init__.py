"""Meetings, answers to invitations, and who was present; plain Python."""

from vanphong.invitations.rules.answers import ANSWERS
from vanphong.invitations.rules.answers import Answer
from vanphong.invitations.rules.answers import HeadCount
from vanphong.invitations.rules.answers import Invitee
from vanphong.invitations.rules.answers import Kind
from vanphong.invitations.rules.answers import check_open
from vanphong.invitations.rules.answers import counted
from vanphong.invitations.rules.answers import read_answer
from vanphong.invitations.rules.answers import stands
from vanphong.invitations.rules.attendance import Present
from vanphong.invitations.rules.attendance import Way
from vanphong.invitations.rules.attendance import read_guest
from vanphong.invitations.rules.attendance import signed
from vanphong.invitations.rules.attendance import verified
from vanphong.invitations.rules.attendance import window
from vanphong.invitations.rules.conclusions import conclusion_subject
from vanphong.invitations.rules.conclusions import conclusion_text
from vanphong.invitations.rules.meetings import ASKS_ANEW
from vanphong.invitations.rules.meetings import CHANGED
from vanphong.invitations.rules.meetings import Event
from vanphong.invitations.rules.meetings import changed
from vanphong.invitations.rules.meetings import check_change
from vanphong.invitations.rules.meetings import check_standing
from vanphong.invitations.rules.meetings import days
from vanphong.invitations.rules.meetings import needs_reminder
from vanphong.invitations.rules.meetings import same_line
from vanphong.invitations.rules.reminders import Whom
from vanphong.invitations.rules.reminders import ahead
from vanphong.invitations.rules.reminders import still_due
from vanphong.invitations.rules.reminders import whom


__all__ = [
    "ANSWERS",
    "ASKS_ANEW",
    "CHANGED",
    "Answer",
    "Event",
    "HeadCount",
    "Invitee",
    "Kind",
    "Present",
    "Way",
    "Whom",
    "ahead",
    "changed",
    "check_change",
    "check_open",
    "check_standing",
    "conclusion_subject",
    "conclusion_text",
    "counted",
    "days",
    "needs_reminder",
    "read_answer",
    "read_guest",
    "same_line",
    "signed",
    "stands",
    "still_due",
    "verified",
    "whom",
    "window",
]
