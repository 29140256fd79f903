"""What is done with tasks: giving, working on them, ending them."""

from vanphong.tasks.actions.giving import cancel_task
from vanphong.tasks.actions.giving import give_anew
from vanphong.tasks.actions.giving import give_conclusions
from vanphong.tasks.actions.giving import give_task
from vanphong.tasks.actions.working import change_checklist
from vanphong.tasks.actions.working import link_reply
from vanphong.tasks.actions.working import note_progress
from vanphong.tasks.actions.working import tick_item


__all__ = [
    "cancel_task",
    "change_checklist",
    "give_anew",
    "give_conclusions",
    "give_task",
    "link_reply",
    "note_progress",
    "tick_item",
]
