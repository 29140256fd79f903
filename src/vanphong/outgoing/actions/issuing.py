"""Issuing (Decree 30/2020/NĐ-CP, Article 18), and what becomes of each delivery."""

from collections.abc import Iterable
from typing import Any
from vanphong.calendars import clock
from vanphong.documents.interfaces import IAnswerable
from vanphong.documents.interfaces import IDelivery
from vanphong.documents.letters import CARRIED
from vanphong.documents.letters import Letter
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.outgoing import amending
from vanphong.outgoing import deliveries
from vanphong.outgoing import drafting
from vanphong.outgoing import links
from vanphong.outgoing import obstacles
from vanphong.outgoing import rules
from vanphong.outgoing import turns
from vanphong.outgoing.actions.checking import need_before
from vanphong.outgoing.actions.numbering import CLERK
from vanphong.outgoing.actions.numbering import refuse_stranger
from vanphong.outgoing.actions.numbering import seal
from vanphong.outgoing.interfaces import DeliveryNoted
from vanphong.outgoing.interfaces import DocumentIssued
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import Stages
from vanphong.routing import sheet as sheets
from vanphong.routing.rules import Action
from vanphong.routing.rules import chain
from zope.component import getUtility
from zope.event import notify


PDF = "application/pdf"

#: Letters of a reason.
LONGEST = 500


@office_act("issue", "vanphong: Issue Document", CLERK, order=articles.STAGES)
def issue(document, files: Iterable = (), *, sealed: bool = False, despite: str = "") -> None:
    """Issue a numbered document to all of its recipients, in one transaction.

    Units of the office with accounts get it before their clerk at once, with the same files;
    the others are listed with the way it goes.

    :param files: the final PDF, when it is not attached yet; the main one first.
    :param sealed: the clerk has put the seal on it just now.
    :param despite: why it is issued although something stands in the way, see ``obstacles``.
    :raises RuleBroken: for such an obstacle without a reason; without number, seal, final PDF
        or recipients, or when one of these does not exist any more.
    """
    by = sheets.by()
    refuse_stranger(document, by)
    turn = turns.turn(document, {Action.NUMBER})
    need_before(turn, Action.NUMBER)
    files = tuple(files)
    attached = (*files, *_rest(document, files))
    _check_ready(document, attached, sealed)
    despite = " ".join(despite.split())[:LONGEST]
    obstacles.check(document, despite)
    recipients = _recipients(document)
    sheet = chain.complete(turn.sheet, turn.plan, turn.step.uid, turn.by)
    Stages(document).check("issued")
    if document.sealed_at is None:
        seal(document)
    document.attachments = attached
    document.issued_at = by.at
    document.issued_by = by.title
    made = deliveries.begin(document, recipients)
    sheets.write(document, sheet)
    _deliver(document, made)
    deliveries.write(document)
    _answer(document)
    amending.tell(document)
    said = {"reason": despite} if despite else {}
    turns.note("issue", document, by, recipients=len(recipients), symbol=document.symbol, **said)
    notify(DocumentIssued(document))


@office_act("note_delivery", "vanphong: Note Delivery", CLERK)
def note_delivery(document, recipient: str, state: str, *, note: str = "") -> None:
    """Write down what became of a delivery outside the office, by post or by hand.

    :param recipient: key of the recipient.
    :raises Conflict: for a recipient whose own clerk says how far it is.
    """
    one = (document.deliveries or {}).get(recipient)
    if one is None:
        raise InvalidInput(_("The document has no such recipient."), field="recipient")
    if state not in deliveries.OUTSIDE:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            value=state,
            known=", ".join(deliveries.OUTSIDE),
            field="state",
        )
    if one.incoming_uid:
        raise Conflict(
            _("${name} receives it in the office; its own clerk says how far it is."),
            name=one.recipient.name,
            field="recipient",
            rule=articles.ISSUE,
        )
    deliveries.move(one, state, note.strip()[:500])
    deliveries.write(document, [one])
    done("note_delivery", document, recipient=one.recipient.name, state=state, note=one.note)
    notify(DeliveryNoted(document))


def letter_of(document) -> Letter:
    """The document as its recipients get it."""
    values = {name: getattr(document, name) for name in CARRIED}
    return Letter(origin=document.UID(), files=tuple(document.attachments), **values)


def _rest(document, files: tuple) -> tuple:
    """What stays beside new files: all when none came, else the annexes."""
    return tuple(document.attachments if not files else document.attachments[1:])


def _check_ready(document, attached: tuple, sealed: bool) -> None:
    if document.code is None or document.signed_on is None:
        raise RuleBroken(_("Only a signed and numbered document is issued."), rule=articles.ISSUE)
    if document.sealed_at is None and not sealed:
        raise RuleBroken(
            _("Put the seal on the document before it is issued."),
            field="sealed",
            rule=articles.SEAL,
        )
    if not attached or attached[0].content_type != PDF:
        raise RuleBroken(
            _("Attach the final PDF: the scan of the signed paper, or the document as PDF."),
            field="files",
            rule=articles.ISSUE,
        )


def _recipients(document) -> tuple[rules.Recipient, ...]:
    """Every single recipient, as the organisation is today."""
    unit = drafting.unit_of(document)
    places = drafting.places(unit, document.recipients, clock.today())
    resolved = rules.resolve(document.recipients, places)
    rules.need_recipients(resolved)
    found = []
    for one in rules.expand(resolved, places.values(), document.drafting_unit):
        if one.unit == document.body_uid:
            continue  # keeps its own copy
        found.append(rules.routed(one, places.get(one.unit)))
    rules.refuse_twice(found)
    return tuple(found)


def _deliver(document, made: dict) -> None:
    """Put it before the clerks of the recipients inside."""
    inside = {
        one.recipient.unit: one.recipient.purpose
        for one in made.values()
        if one.recipient.unit and one.recipient.channel == "electronic"
    }
    if not inside:
        return
    uids = getUtility(IDelivery).deliver(letter_of(document), inside)
    for unit_uid, uid in uids.items():
        one = made[unit_uid]
        one.incoming_uid = uid
        deliveries.move(one, "arrived")


def _answer(document) -> None:
    """Let the document that this one answers know its symbol."""
    answered = links.document(document.reply_to)
    if answered is not None:
        told: Any = IAnswerable(answered)
        told.answered(document.symbol, document.UID())
