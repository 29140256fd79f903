"""The routing sheet as it is stored on a document, and mirrored into the ledger."""

from persistent import Persistent
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.documents.index import index_document
from vanphong.documents.rules import urgency_of
from vanphong.ledger import work
from vanphong.organisation import people
from vanphong.organisation.rules import unit_of
from vanphong.routing import rules
from vanphong.routing.interfaces import IStages
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Route
from vanphong.routing.telling import tell


class RoutingSheet(Persistent):
    """Holds the steps of one document; replaced as a whole, never altered in place.

    ``route`` is the version of the template that the document started with, ``plan`` its
    steps with the people found for them. Templates that change later change neither.
    """

    steps: rules.Sheet = ()
    plan: Plan = ()
    route: Route | None = None


def _kept(document) -> RoutingSheet | None:
    document._p_activate()  # what is not loaded yet has an empty __dict__
    return document.__dict__.get("routing_sheet")


def steps_of(document) -> rules.Sheet:
    """The sheet of a document, empty while it has none."""
    sheet = _kept(document)
    return () if sheet is None else sheet.steps


def plan_of(document) -> Plan:
    """The plan that a document started with, empty while it has none."""
    sheet = _kept(document)
    return () if sheet is None else sheet.plan


def route_of(document) -> Route | None:
    """The route that a document started with."""
    sheet = _kept(document)
    return None if sheet is None else sheet.route


def write(
    document, sheet: rules.Sheet, plan: Plan | None = None, route: Route | None = None
) -> None:
    """Store a new sheet: content, stage and ledger, in one transaction.

    :param plan: the plan that the document starts with, and the ``route`` that it is of;
        left out, it keeps what it has.
    """
    stages = IStages(document)
    stages.move_to(stages.stage_of(sheet))  # refuses before anything is written
    old = steps_of(document)
    if _kept(document) is None:
        document.routing_sheet = RoutingSheet()
    document.routing_sheet.steps = sheet
    if plan is not None:
        document.routing_sheet.plan = plan
    if route is not None:
        document.routing_sheet.route = route
    kept = set(old)
    work.put([row(document, sheet, step) for step in sheet if step not in kept])
    index_document(document)
    tell(document, old, sheet)


def keep(document, plan: Plan, route: Route | None) -> None:
    """Keep the plan of a document whose first step is not open yet; writes no ledger."""
    if _kept(document) is None:
        document.routing_sheet = RoutingSheet()
    document.routing_sheet.plan = plan
    document.routing_sheet.route = route


def readers(document) -> tuple[str, ...]:
    """Actor tokens of everybody who holds or has held a step, or gave one."""
    tokens = set()
    for step in filter(rules.was_seen, steps_of(document)):
        tokens.update({step.actor, step.giver, step.entered_by})
    return tuple(sorted(tokens - {""}))


def by(step: rules.Step | None = None) -> rules.By:
    """The current person, now, in the position in which the step is theirs.

    Who stands in for somebody absent acts under the own name, on behalf of that person.
    """
    me = people.me()
    title = me.title if step is None else me.position_for(step.actor)
    behalf = "" if step is None else me.acting_for(step.actor)
    return rules.By(
        me.user_id, title, me.tokens, clock.now(), on_behalf_of=behalf, calendar=work_calendar()
    )


def unit_uid(sheet: rules.Sheet, step: rules.Step) -> str:
    """UID of the unit that a step belongs to: its own, or that of the step above."""
    found = unit_of(step.actor)
    if found is None and step.parent and step.action not in rules.CHAIN:
        return unit_uid(sheet, rules.find(sheet, step.parent))
    return found or ""


def row(document, sheet: rules.Sheet, step: rules.Step) -> dict:
    """The ledger row that mirrors a step."""
    extension = step.extension
    asked = extension is not None and extension.state == "asked"
    return {
        "step_uid": step.uid,
        "document_uid": document.UID(),
        "parent_uid": step.parent,
        "directive_uid": step.directive,
        "action": str(step.action),
        "actor": step.actor,
        "actor_title": step.actor_title,
        "unit_uid": unit_uid(sheet, step),
        "body_uid": document.body_uid,
        "giver": step.giver,
        "giver_title": step.giver_title,
        "entered_by": step.entered_by,
        "on_behalf_of": step.on_behalf_of,
        "state": str(step.state),
        "is_open": step.awaits,
        "started_at": step.started_at,
        "received_at": step.received_at,
        "due_at": step.due,
        "finished_at": step.finished_at,
        "finished_by": step.finished_by,
        "instruction": step.instruction,
        "result": step.result,
        "comment": step.comment,
        "urge_count": len(step.urges),
        "extension_due": extension.due if asked else None,
        "path": "/".join(document.getPhysicalPath()),
        "arrival_number": document.label,
        "subject": document.subject,
        "origin": document.organ_name,
        "symbol": document.symbol,
        "urgency": urgency_of(document.urgency).number,
    }


def refresh(document) -> None:
    """Write all ledger rows of a document anew, after its particulars have changed."""
    sheet = steps_of(document)
    work.put([row(document, sheet, step) for step in sheet])
