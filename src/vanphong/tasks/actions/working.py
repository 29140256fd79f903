"""Working on a task: how far it is, its checklist, the document that is its result."""

from collections.abc import Sequence
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import case_entries
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.rules.sheet import WORK
from vanphong.tasks import readmodel
from vanphong.tasks import stages
from vanphong.tasks.interfaces import ChecklistChanged
from vanphong.tasks.interfaces import ProgressNoted
from vanphong.tasks.interfaces import ReplyLinked
from vanphong.tasks.rules import tasks as task_rules
from zope.event import notify


WORKERS = _("whoever works on the task, or gave it")
HOLDERS = _("whoever works on the task")


@office_act("note_progress", "vanphong: Handle Work", HOLDERS)
def note_progress(task, *, percent: int | None, note: str) -> None:
    """Write down how far the work is, with what has been done.

    Of whoever leads, the note is the report of the step; 100 does not finish it yet.

    :raises InvalidInput: without a note, or for a number outside 0 to 100.
    """
    percent, note = task_rules.check_percent(percent, note)
    sheet, by = sheets.steps_of(task), sheets.by()
    own = [one for one in rules.open_steps(sheet, by.tokens) if one.action in WORK]
    if not own:
        raise NotAllowed(_("You have no part in this task now."), rule=task_rules.ARTICLE)
    step = min(own, key=lambda one: one.action is not rules.Action.LEAD)
    by = sheets.by(step)
    sheet = rules.report(sheet, step.uid, by, result=note)
    made = task_rules.Progress(percent, note, by.at, by.title)
    sheets.write(task, sheet)
    task.progress_notes = (*task.progress_notes, made)
    readmodel.write(task)
    done("note_progress", task, title=by.title, percent=percent, note=note)
    notify(ProgressNoted(task))


@office_act("change_checklist", "vanphong: Change Checklist", WORKERS)
def change_checklist(task, items: Sequence[str]) -> None:
    """Give a task another checklist; items that stay keep their ticks."""
    _check_open(task)
    task.checklist = task_rules.checklist(items, task.checklist)
    done("change_checklist", task, items=len(task.checklist))
    notify(ChecklistChanged(task))


@office_act("tick_item", "vanphong: Change Checklist", WORKERS)
def tick_item(task, item: str, *, ticked: bool = True) -> None:
    """Tick an item of the checklist, or take its tick away."""
    _check_open(task)
    by = sheets.by()
    task.checklist = task_rules.tick(task.checklist, item, done=ticked, at=by.at, by=by.title)
    text = next(one.text for one in task.checklist if one.uid == item)
    done("tick_item", task, item=text, ticked=ticked)
    notify(ChecklistChanged(task))


@office_act("link_reply", "vanphong: Handle Work", HOLDERS)
def link_reply(task, symbol: str) -> None:
    """Name the document that is the result of a task.

    :param symbol: number and symbol of a document that this person may read.
    :raises InvalidInput: when there is none.
    """
    row = reply_named(task, symbol)
    task.reply_uid = row["document_uid"]
    task.reply_symbol = row["symbol"] or row["label"]
    done("link_reply", task, reply=task.reply_symbol, kept=task.reply_uid)
    notify(ReplyLinked(task))


def reply_named(task, symbol: str) -> dict:
    """The row of a document by its symbol, if the person may read it.

    :raises InvalidInput: when there is none.
    """
    symbol = symbol.strip()
    row = None
    if symbol:
        row = case_entries.readable_named(task.body_uid, symbol, people.me().tokens)
    if row is None:
        raise InvalidInput(_("You have no document “${value}”."), value=symbol, field="reply")
    return row


def _check_open(task) -> None:
    if stages.state_of(task) != stages.OPEN:
        raise Conflict(_("This task has ended already."))
