"""Acts on meetings; the only way in which answers, times and attendance change."""

from vanphong.invitations.actions.answering import answer
from vanphong.invitations.actions.answering import answer_for
from vanphong.invitations.actions.attending import mark_absent
from vanphong.invitations.actions.attending import mark_present
from vanphong.invitations.actions.attending import renew_sign_in
from vanphong.invitations.actions.attending import sign_in
from vanphong.invitations.actions.concluding import draft_conclusion
from vanphong.invitations.actions.organising import cancel_meeting
from vanphong.invitations.actions.organising import change_meeting
from vanphong.invitations.actions.organising import note_call
from vanphong.invitations.actions.organising import remind_invitees
from vanphong.invitations.actions.organising import share_papers


__all__ = [
    "answer",
    "answer_for",
    "cancel_meeting",
    "change_meeting",
    "draft_conclusion",
    "mark_absent",
    "mark_present",
    "note_call",
    "remind_invitees",
    "renew_sign_in",
    "share_papers",
    "sign_in",
]
