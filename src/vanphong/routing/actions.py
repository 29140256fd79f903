"""What a person can do with a step of the routing sheet.

Each act checks the permission and the rule, writes sheet, stage and ledger together,
writes one line of audit and fires one event.
"""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from plone import api
from vanphong.calendars.rules import deadline_on
from vanphong.calendars.settings import work_calendar
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import access
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing import filing
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.interfaces import ExtensionAsked
from vanphong.routing.interfaces import ExtensionDecided
from vanphong.routing.interfaces import HolderReplaced
from vanphong.routing.interfaces import ResultReported
from vanphong.routing.interfaces import WorkAssigned
from vanphong.routing.interfaces import WorkFinished
from vanphong.routing.interfaces import WorkHandedBack
from vanphong.routing.interfaces import WorkReceived
from vanphong.routing.interfaces import WorkTakenBack
from vanphong.routing.interfaces import WorkUrged
from zope.event import notify


HOLDER = _("whoever holds the step now")
URGES = _("the Office, or somebody who gave this work")

#: Local roles of those who keep watch over all documents of the body.
OFFICE = frozenset({"Records Clerk", "Office Chief"})


def due_moment(due: date | datetime | None) -> datetime | None:
    """A due date as the moment when work ends on that day."""
    if due is None or isinstance(due, datetime):
        return due
    return deadline_on(work_calendar(), due)


def _begin(document, step_uid: str):
    sheet = sheets.steps_of(document)
    step = rules.find(sheet, step_uid)
    return sheet, step, sheets.by(step)


def _end(act: str, document, sheet, step_uid: str, by, event, **detail) -> rules.Step:
    sheets.write(document, sheet)
    step = rules.find(sheet, step_uid)
    done(
        act,
        document,
        title=by.title,
        on_behalf_of=by.on_behalf_of,
        step=step.uid,
        holder=step.actor_title,
        **detail,
    )
    notify(event(document, step, by))
    return step


@office_act("receive", "vanphong: Receive Work", _("the head or the clerk of the unit"))
def receive(document, step_uid: str) -> rules.Step:
    """Receive a step for the unit (tiếp nhận)."""
    sheet, _step, by = _begin(document, step_uid)
    return _end("receive", document, rules.receive(sheet, step_uid, by), step_uid, by, WorkReceived)


@office_act("assign", "vanphong: Assign Work", _("the head or the clerk of the unit"))
def assign(
    document,
    step_uid: str,
    *,
    person: str,
    due: date | datetime | None = None,
    instruction: str = "",
    confirm: bool = False,
) -> rules.Step:
    """Give the unit's step to a person of the unit (giao việc).

    :param person: user id of somebody on the unit's roster.
    :param due: no later than the unit's own due date; that one when left out.
    :param confirm: whether the step comes back to the head before it ends.
    :returns: the person's new step.
    """
    sheet, step, by = _begin(document, step_uid)
    unit = directory.unit_object(sheets.unit_uid(sheet, step))
    found = None if unit is None else directory.person_in(unit, person)
    rules.check(sheet, step_uid, "assign", by)
    if found is None:
        raise RuleBroken(
            _("Choose somebody from the roster of ${unit}."),
            unit=step.actor_title if unit is None else unit.title,
            field="person",
        )
    sheet = rules.assign(
        sheet,
        step_uid,
        by,
        user_id=found.user_id,
        title=found.title,
        due=due_moment(due),
        instruction=instruction,
        confirm=confirm,
    )
    child = sheet[-1]
    return _end("assign", document, sheet, child.uid, by, WorkAssigned)


@office_act("hand_back", "vanphong: Handle Work", HOLDER)
def hand_back(document, step_uid: str, *, reason: str) -> rules.Step:
    """Hand a step back to who gave it, with the reason (chuyển lại)."""
    sheet, _step, by = _begin(document, step_uid)
    sheet = rules.hand_back(sheet, step_uid, by, reason=reason)
    return _end("hand_back", document, sheet, step_uid, by, WorkHandedBack, reason=reason)


@office_act("ask_extension", "vanphong: Handle Work", HOLDER)
def ask_extension(document, step_uid: str, *, due: date | datetime, reason: str) -> rules.Step:
    """Ask who gave the step for a later due date (xin gia hạn)."""
    sheet, _step, by = _begin(document, step_uid)
    moment = due_moment(due)
    if moment is None:
        raise RuleBroken(_("Give the date until which you need."), field="due")
    sheet = rules.ask_extension(sheet, step_uid, by, due=moment, reason=reason)
    detail = {"due": str(moment), "reason": reason}
    return _end("ask_extension", document, sheet, step_uid, by, ExtensionAsked, **detail)


@office_act("decide_extension", "vanphong: Decide Extension", _("whoever gave the step"))
def decide_extension(
    document,
    step_uid: str,
    *,
    grant: bool,
    due: date | datetime | None = None,
    reason: str = "",
) -> rules.Step:
    """Grant or refuse an extension (đồng ý, không đồng ý gia hạn).

    :param step_uid: the step that asks for the decision.
    :param due: the date granted; the one asked for when left out.
    :returns: the step whose due date was in question.
    """
    sheet, step, by = _begin(document, step_uid)
    sheet = rules.decide_extension(
        sheet, step_uid, by, grant=grant, due=due_moment(due), reason=reason
    )
    detail = {"granted": grant, "reason": reason}
    return _end("decide_extension", document, sheet, step.parent, by, ExtensionDecided, **detail)


@office_act("report", "vanphong: Handle Work", HOLDER)
def report(document, step_uid: str, *, result: str) -> rules.Step:
    """Write down how far the work has come (báo cáo kết quả)."""
    sheet, _step, by = _begin(document, step_uid)
    sheet = rules.report(sheet, step_uid, by, result=result)
    return _end("report", document, sheet, step_uid, by, ResultReported, result=result)


@office_act("finish", "vanphong: Handle Work", HOLDER)
def finish(document, step_uid: str, *, result: str = "", case_file: str = "") -> rules.Step:
    """Finish a step (kết thúc xử lý), with or without a case file to keep it in.

    :param case_file: code, or number and symbol, of an open file: the document is put into it.
    """
    sheet, _step, by = _begin(document, step_uid)
    sheet = rules.finish(sheet, step_uid, by, result=result, case_file=case_file)
    case_file, put_in = filing.prepared(document, case_file)
    if case_file:
        sheet = rules.finish(
            sheets.steps_of(document), step_uid, by, result=result, case_file=case_file
        )
    detail = {"result": result, "case_file": case_file}
    step = _end("finish", document, sheet, step_uid, by, WorkFinished, **detail)
    put_in()
    return step


@office_act("take_back", "vanphong: Take Back Work", _("whoever gave the step on"))
def take_back(document, step_uid: str) -> rules.Step:
    """Take back what one gave on, while nobody has opened it (lấy lại)."""
    sheet, step, by = _begin(document, step_uid)
    opened = access.opened_since(document.UID(), step.actor, step.started_at)
    sheet = rules.take_back(sheet, step_uid, by, opened=opened)
    return _end("take_back", document, sheet, step_uid, by, WorkTakenBack)


@office_act("urge", "vanphong: Urge Work", URGES)
def urge(document, step_uid: str, *, text: str = "") -> rules.Step:
    """Remind the holder of a step (đôn đốc).

    :raises NotAllowed: for somebody who may read the document, but neither gave this work
        nor belongs to the Office.
    """
    sheet, step, by = _begin(document, step_uid)
    office = OFFICE.intersection(api.user.get_roles(obj=document))
    if not (office or rules.gave(sheet, step, by.user_id)):
        raise NotAllowed(_("Only ${who} may do this here."), who=URGES)
    sheet = rules.urge(sheet, step_uid, by, text=text)
    return _end("urge", document, sheet, step_uid, by, WorkUrged, text=text)


@office_act(
    "replace_holder",
    "vanphong: Replace Holder",
    _("the chief of the Office or the administrator of the routes"),
)
def replace_holder(document, step_uid: str, *, person: str, reason: str) -> rules.Step:
    """Give a running step to another person, because its holder has left or cannot act.

    :param person: user id of somebody with a position in the office.
    :returns: the new step.
    """
    sheet, step, by = _begin(document, step_uid)
    plan = sheets.plan_of(document)
    found = people.person(person)
    if not found.positions:
        raise RuleBroken(
            _("There is no person “${who}” on any roster."), who=person, field="person"
        )
    title = found.positions[0].title
    new = rules.replace_holder(sheet, plan, step_uid, person, title, by, reason=reason)
    plan = rules.planned_for(plan, step.route_step, person, title)
    sheets.write(document, new, plan=plan)
    detail = {"from": step.actor_title, "to": title, "reason": reason.strip()}
    done("replace_holder", document, title=people.me().title, step=step_uid, **detail)
    notify(HolderReplaced(document, new[-1], by))
    return new[-1]


def finish_many(
    items: Iterable[tuple[object, str]], *, result: str = "", case_file: str = ""
) -> tuple[list[str], list[tuple[str, OfficeError]]]:
    """Finish several steps; those that cannot be finished are told apart with the reason.

    :param items: (document, step uid) pairs.
    :returns: UIDs of the finished steps, and (step uid, refusal) of the others.
    """
    finished: list[str] = []
    refused: list[tuple[str, OfficeError]] = []
    for document, step_uid in items:
        try:
            finish(document, step_uid, result=result, case_file=case_file)
        except OfficeError as refusal:
            refused.append((step_uid, refusal))
        else:
            finished.append(step_uid)
    return finished, refused
