"""A document that is not issued (hủy), and one that is recalled (thu hồi, Article 18.4)."""

from dataclasses import replace
from vanphong.documents.interfaces import IDelivery
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.outgoing import deliveries
from vanphong.outgoing import turns
from vanphong.outgoing.interfaces import DocumentCancelled
from vanphong.outgoing.interfaces import DocumentRecalled
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import Stages
from vanphong.registers import actions as registers
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from zope.component import getUtility
from zope.event import notify


@office_act(
    "cancel",
    "vanphong: Cancel Document",
    _("the drafting unit, later the signer and the records office"),
    order=articles.STAGES,
)
def cancel(document, *, reason: str) -> None:
    """Give a document up before it is issued; a number that it has is void, not free.

    :raises RuleBroken: without a reason.
    """
    reason = routing.need_reason(reason)
    by = sheets.by()
    Stages(document).check("cancelled")
    document.cancelled_at = by.at
    document.cancel_reason = reason
    if document.code is not None:
        registers.give_up_number(document, reason=reason)
    sheets.write(document, _ended(sheets.steps_of(document), by, reason))
    turns.note("cancel", document, by, reason=reason, symbol=document.symbol)
    notify(DocumentCancelled(document))


@office_act(
    "recall",
    "vanphong: Recall Document",
    _("the records clerk or the chief of the Office"),
    order=articles.STAGES,
)
def recall(document, *, reason: str) -> None:
    """Recall an issued document: frozen here, cancelled at its recipients, who are told.

    Its particulars and those of the recall stay (Annex VI, Part I.III.8).

    :raises RuleBroken: without a reason.
    :raises Conflict: when a recipient has finished its work on it.
    """
    reason = routing.need_reason(reason)
    by = sheets.by()
    sent = deliveries.of(document)
    finished = [one.recipient.name for one in sent if one.state == "done"]
    if finished:
        raise Conflict(
            _("${name} has finished its work on this document; correct or replace it instead."),
            name="; ".join(finished[:5]),
            rule=articles.RECALL,
        )
    Stages(document).check("recalled")
    document.recalled_at = by.at
    document.recall_reason = reason
    sheets.write(document, sheets.steps_of(document))
    for one in sent:
        deliveries.move(one, "recalled", reason, by.at)
    deliveries.write(document)
    uids = [one.incoming_uid for one in sent if one.incoming_uid]
    if uids:
        getUtility(IDelivery).withdraw(uids, reason)
    turns.note("recall", document, by, reason=reason, recipients=len(sent))
    notify(DocumentRecalled(document))


def _ended(sheet: routing.Sheet, by: routing.By, reason: str) -> routing.Sheet:
    return tuple(
        replace(
            step,
            state=routing.State.CANCELLED,
            finished_at=by.at,
            finished_by=by.title,
            comment=reason,
        )
        if step.state in routing.RUNNING
        else step
        for step in sheet
    )
