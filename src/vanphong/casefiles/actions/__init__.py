"""What is done with files of work, with what lies in them, and with file lists."""

from vanphong.casefiles.actions.filing import change_entry
from vanphong.casefiles.actions.filing import file_document
from vanphong.casefiles.actions.filing import file_many
from vanphong.casefiles.actions.filing import move_entry
from vanphong.casefiles.actions.filing import take_out
from vanphong.casefiles.actions.lists import approve_list
from vanphong.casefiles.actions.lists import edit_list
from vanphong.casefiles.actions.lists import return_list
from vanphong.casefiles.actions.lists import start_list
from vanphong.casefiles.actions.lists import submit_list
from vanphong.casefiles.actions.lists import take_back_list
from vanphong.casefiles.actions.opening import edit
from vanphong.casefiles.actions.opening import lower_retention
from vanphong.casefiles.actions.opening import open_file
from vanphong.casefiles.actions.opening import open_planned
from vanphong.casefiles.actions.roster import remove_member
from vanphong.casefiles.actions.roster import set_member


__all__ = [
    "approve_list",
    "change_entry",
    "edit",
    "edit_list",
    "file_document",
    "file_many",
    "lower_retention",
    "move_entry",
    "open_file",
    "open_planned",
    "remove_member",
    "return_list",
    "set_member",
    "start_list",
    "submit_list",
    "take_back_list",
    "take_out",
]
