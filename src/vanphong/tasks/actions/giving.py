"""Giving tasks: one, or those of the lines of a document at once; giving anew, cancelling."""

from collections.abc import Collection
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from vanphong.casefiles import stages as case_stages
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import tasks as ledger
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.actions import due_moment
from vanphong.routing.rules import Action
from vanphong.routing.rules.sheet import WORK
from vanphong.routing.rules.sheet import change
from vanphong.routing.rules.sheet import ended
from vanphong.tasks import conclusions
from vanphong.tasks import places
from vanphong.tasks import readmodel
from vanphong.tasks import stages
from vanphong.tasks.actions import making
from vanphong.tasks.interfaces import ConclusionsGiven
from vanphong.tasks.interfaces import ITask
from vanphong.tasks.interfaces import TaskCancelled
from vanphong.tasks.interfaces import TaskGiven
from vanphong.tasks.interfaces import TaskGivenAnew
from vanphong.tasks.reach import author_of
from vanphong.tasks.reach import body_uid_of
from vanphong.tasks.reach import cast
from vanphong.tasks.reach import reach_of
from vanphong.tasks.rules import tasks as task_rules
from vanphong.tasks.rules.lines import words_of
from zope.event import notify


GIVE = "vanphong: Give Task"
GIVERS = _("leaders, the Office, heads of units, and the makers of case files")
OWNER = _("whoever gave the task")

#: So many tasks are made of one document at once.
MOST = 200


@office_act("give_task", GIVE, GIVERS)
def give_task(
    context,
    *,
    text: str,
    lead: str,
    coordinators: Collection[str] = (),
    due: date | datetime | None = None,
    checklist: Sequence[str] = (),
    author: str = "",
):
    """Give one task: in a unit, in a case file, on a document, or as a part of a task.

    :param lead: UID of the one unit, or user id of the one person, that leads.
    :param author: user id of the leader for whom the Office enters it.
    :raises RuleBroken: no text, not exactly one lead, a due date past or after that of the whole.
    :raises NotAllowed: for somebody whom the giver may not give tasks.
    """
    body = directory.unit_object(body_uid_of(context))
    who = making.giver(author_of(people.me(), body, author))
    _check_context(context)
    moment = due_moment(due)
    if ITask.providedBy(context):
        task_rules.check_under(moment, context.due_at)
    order = making.Order(
        task_rules.check_text(text),
        tuple(cast(lead, coordinators, reach_of(who.author, body, context))),
        moment,
        more={**_belonging(context), "checklist": task_rules.checklist(checklist, ())},
    )
    making.opened(order, who, "")  # refuses before anything is written
    task = making.make(body.UID(), order, who)
    behalf = who.title if who.entered_by else ""
    done("give_task", task, title=who.by.title, on_behalf_of=behalf, lead=order.cast[0].actor_title)
    notify(TaskGiven(task))
    return task


@office_act("give_conclusions", GIVE, GIVERS)
def give_conclusions(document, lines: Sequence[dict], *, author: str = "") -> list:
    """Make tasks of lines of a document, all of them or none.

    :param lines: dicts of ``line`` (its number, 0 for one that the text does not have),
        ``text``, ``leads`` (each gets a task of its own), ``coordinators`` and ``due``.
    :raises Conflict: when the document is not in force, or a line is with that lead already.
    """
    conclusions.check_source(document)
    body = directory.unit_object(document.body_uid)
    who = making.giver(author_of(people.me(), body, author))
    reach = reach_of(who.author, body)
    known = {one.number: one for one in conclusions.lines(document)}
    given = {(row["line"], row["lead"]) for row in ledger.of_source(document.UID()) if row["line"]}
    orders: list[making.Order] = []
    for raw in lines:
        orders += _orders(document, raw, known, given, reach)
    if not 0 < len(orders) <= MOST:
        raise InvalidInput(
            _("Choose from one to ${most} lines and say who does them."), most=MOST, field="lines"
        )
    for order in orders:
        making.opened(order, who, "")
    made = [making.make(body.UID(), order, who) for order in orders]
    behalf = who.title if who.entered_by else ""
    done(
        "give_conclusions",
        document,
        title=who.by.title,
        on_behalf_of=behalf,
        tasks=[one.UID() for one in made],
        number=len(made),
    )
    notify(ConclusionsGiven(document, made))
    return made


@office_act("give_task_anew", GIVE, OWNER)
def give_anew(
    task,
    *,
    lead: str,
    coordinators: Collection[str] = (),
    due: date | datetime | None = None,
    text: str = "",
) -> None:
    """Give a task that was handed back, or taken back, to somebody else.

    :param due: the deadline it had, when left out.
    :raises Conflict: while somebody leads.
    """
    sheet = sheets.steps_of(task)
    waiting = rules.awaiting_direction(sheet)
    if waiting is None:
        raise Conflict(_("Somebody leads this task. It is given anew when it has come back."))
    body = directory.unit_object(task.body_uid)
    author = people.person(task.giver)
    who = making.giver(author)
    order = making.Order(
        task_rules.check_text(text or task.subject),
        tuple(cast(lead, coordinators, reach_of(author, body))),
        due_moment(due) or task.due_at,
    )
    whole = places.find(task.parent_uid)
    if whole is not None:
        task_rules.check_under(order.due, whole.due_at)
    sheets.write(task, making.directed(sheet, order, who, task.UID()))
    readmodel.write(task)
    done("give_task_anew", task, title=who.by.title, lead=order.cast[0].actor_title)
    notify(TaskGivenAnew(task))


@office_act("cancel_task", "vanphong: Cancel Task", OWNER)
def cancel_task(task, *, reason: str) -> None:
    """Cancel a task with the reason; whoever has a step in it need do no more.

    :raises Conflict: when it has ended, or parts of it are open.
    """
    reason = rules.need_reason(reason)
    task_rules.check_cancel(stages.state_of(task), stages.running_below(task))
    by = sheets.by()
    sheet = sheets.steps_of(task)
    running = [step for step in sheet if step.state in rules.RUNNING]
    closed = (ended(step, by, rules.State.CANCELLED, comment=reason) for step in running)
    task.cancelled_at, task.cancelled_by, task.cancel_reason = by.at, by.title, reason
    sheets.write(task, change(sheet, *closed))
    readmodel.write(task)
    conclusions.tell_cancelled(task, {step.actor for step in running if step.action in WORK})
    done("cancel_task", task, title=by.title, reason=reason)
    notify(TaskCancelled(task))


def _check_context(context) -> None:
    """Refuse a new task where nothing new is to be done."""
    if ICaseFile.providedBy(context):
        case_stages.check_open(context)
    elif ITask.providedBy(context) and stages.state_of(context) != stages.OPEN:
        raise Conflict(_("This task has ended already."))
    elif IOfficeDocument.providedBy(context) and not ITask.providedBy(context):
        conclusions.check_source(context)


def _belonging(context) -> dict:
    """What a task says of the place it was given at."""
    if ICaseFile.providedBy(context):
        return {"case_file_uid": context.UID()}
    if ITask.providedBy(context):
        return {
            "parent_uid": context.UID(),
            "source_uid": "",
            "source_symbol": context.source_symbol,
            "case_file_uid": context.case_file_uid,
        }
    if IOfficeDocument.providedBy(context):
        return {
            "source_uid": context.UID(),
            "source_symbol": context.symbol or context.label,
            "urgency": context.urgency,
        }
    return {}


def _orders(document, raw: dict, known, given: set, reach) -> list[making.Order]:
    """The tasks of one line, one for each lead."""
    number = raw.get("line") or 0
    line = known.get(number)
    if number and line is None:
        raise InvalidInput(
            _("The text has no line ${n}. Reload the page."), n=number, field="lines"
        )
    text = task_rules.check_text(raw.get("text") or (words_of(line.text) if line else ""))
    leads = list(dict.fromkeys(raw.get("leads") or ()))
    if not leads:
        raise RuleBroken(
            _("Name who leads line ${n}: “${words}”."),
            n=number,
            words=text[:80],
            field=f"lead-{number}",
            rule=task_rules.ARTICLE,
        )
    more = {
        **_belonging(document),
        "line": number,
        "page": 0 if line is None else line.page,
        "quote": text if line is None else line.text,
    }
    found = []
    for lead in leads:
        coordinators = [one for one in raw.get("coordinators") or () if one not in leads]
        parts = tuple(cast(lead, coordinators, reach))
        actor = next(one for one in parts if one.action is Action.LEAD).actor
        if number and (number, actor) in given:
            raise Conflict(
                _("Line ${n} is with ${who} already."), n=number, who=parts[0].actor_title
            )
        given.add((number, actor))
        found.append(making.Order(text, parts, due_moment(raw.get("due")), document.urgency, more))
    return found
