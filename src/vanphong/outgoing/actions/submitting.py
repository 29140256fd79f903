"""Submitting a draft (trình), and taking it back while nobody has opened it."""

from collections.abc import Iterable
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import access
from vanphong.ledger import session
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.outgoing import drafting
from vanphong.outgoing import flows
from vanphong.outgoing import rules
from vanphong.outgoing import signing
from vanphong.outgoing import turns
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import DraftSubmitted
from vanphong.outgoing.interfaces import DraftWithdrawn
from vanphong.outgoing.rules import articles
from vanphong.outgoing.rules import particulars
from vanphong.routing import sheet as sheets
from vanphong.routing import templates
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.rules import chain
from zope.event import notify


DRAFTER = _("who drafts the document")


def planned(document):
    """The route that the document would take today, and its plan.

    :raises RuleBroken: when no route fits, or nobody can hold a step.
    """
    told: Any = IRouteFacts(document)
    drafter, title = told.drafter()
    body = directory.body_of(drafting.unit_of(document))
    return templates.planned(body.UID(), told.facts(), drafter=drafter, drafter_title=title)


@office_act("submit", "vanphong: Submit Document", DRAFTER, order=articles.STAGES)
def submit(document, *, note: str = "", to: Iterable[str] = ()) -> None:
    """Submit the draft: it takes its route, to one person after the other.

    :param to: whom the sender means to submit it to. The route decides; another person, or
        two, is refused.
    :raises RuleBroken: when something is missing, no route fits, or the signer may not sign.
    :raises Conflict: when another flow answers the same document, or it is on its way.
    """
    note = turns.remark(note)
    _check_ready(document)
    if document.reply_to:
        session.lock(f"reply:{document.reply_to}")
        unit = drafting.unit_of(document)
        if not document.overlap_reason:
            flows.refuse_second(unit, document.reply_to, "", document.UID())
    route, plan = planned(document)
    signer = signing.signer_of(plan)
    signed = signing.check_signer(document, signer, clock.today()) if signer else None
    by = sheets.by()
    sheet = chain.start(sheets.steps_of(document), plan, by, note=note)
    holders = [step for step in sheet if step.awaits and step.route_step]
    _check_to(to, holders)
    turns.check_way(document, sheet)
    if signed is not None:
        signing.write_signer(document, signer, signed)
    versions.refresh(document)
    sheets.write(document, sheet, plan, route)
    names = "; ".join(step.actor_title for step in holders)
    turns.note("submit", document, by, to=names, route=route.title, note=note)
    notify(DraftSubmitted(document))


@office_act("withdraw", "vanphong: Withdraw Draft", DRAFTER, order=articles.STAGES)
def withdraw(document) -> None:
    """Take back a draft that nobody has opened since it was submitted (lấy lại).

    :raises Conflict: when somebody has opened it or acted on it.
    """
    sheet, plan = sheets.steps_of(document), sheets.plan_of(document)
    running = [step for step in sheet if step.awaits and step.route_step]
    opened = any(
        access.opened_since(document.UID(), step.actor, step.started_at) for step in running
    )
    by = sheets.by()
    sheet = chain.withdraw(sheet, plan, by, opened=opened)
    turns.check_way(document, sheet)
    sheets.write(document, sheet)
    turns.note("withdraw", document, by)
    notify(DraftWithdrawn(document))


def _check_ready(document) -> None:
    if not document.versions:
        raise RuleBroken(
            _("Attach the text of the draft first."), field="files", rule=articles.DRAFT
        )
    rules.need_recipients(document.recipients)
    particulars.need_complete(document.document_type, document.particulars)
    unit = drafting.unit_of(document)
    today = clock.today()
    rules.resolve(document.recipients, drafting.places(unit, document.recipients, today))


def _check_to(to: Iterable[str], holders) -> None:
    """A submission goes to one person at a time, to whom the route says."""
    wanted = list(dict.fromkeys(to))
    if not wanted:
        return
    names = ", ".join(step.actor_title for step in holders)
    if len(wanted) > 1:
        raise RuleBroken(
            _("A submission goes to one person, one after the other. Now it is ${who}'s turn."),
            who=names,
            field="to",
            rule=articles.CHECK,
        )
    if wanted[0] not in {step.actor for step in holders}:
        raise RuleBroken(
            _("The way of this document begins with ${who}; nobody is passed over."),
            who=names,
            field="to",
            rule=articles.CHECK,
        )
