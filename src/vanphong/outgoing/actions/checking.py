"""Content and form, each vouched for by its own person, approval, and sending back.

Decree 30/2020/NĐ-CP, Articles 11 and 12.
"""

from vanphong.documents.index import index_document
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.outgoing import rules
from vanphong.outgoing import turns
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import DraftPassed
from vanphong.outgoing.interfaces import DraftSentBack
from vanphong.outgoing.rules import Kind
from vanphong.outgoing.rules import articles
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from vanphong.routing.rules import Action
from vanphong.routing.rules import chain
from zope.event import notify


HOLDER = _("whoever holds the step now")

#: What must have been vouched for before a step of the route may end.
BEFORE = {
    Action.REVIEW: (),
    Action.APPRAISE: ((Action.REVIEW, Kind.CONTENT),),
    Action.APPROVE: ((Action.REVIEW, Kind.CONTENT), (Action.APPRAISE, Kind.FORM)),
    Action.SIGN: (
        (Action.REVIEW, Kind.CONTENT),
        (Action.APPRAISE, Kind.FORM),
        (Action.APPROVE, Kind.APPROVE),
    ),
    Action.NUMBER: (
        (Action.REVIEW, Kind.CONTENT),
        (Action.APPRAISE, Kind.FORM),
        (Action.APPROVE, Kind.APPROVE),
        (Action.SIGN, Kind.SIGN),
    ),
}


@office_act(
    "check_content",
    "vanphong: Review Content",
    _("the head of the drafting unit, whom it lies with"),
    order=articles.STAGES,
)
def check_content(document, *, note: str = "") -> rules.Approval:
    """Vouch for the content (Article 12.1); the document goes on.

    :raises NotAllowed: when it lies with somebody else.
    """
    return vouch("check_content", document, Action.REVIEW, Kind.CONTENT, note=note)


@office_act(
    "appraise",
    "vanphong: Appraise Form",
    _("the appraiser of the Office, whom it lies with"),
    order=articles.STAGES,
)
def appraise(document, checklist: object, *, note: str = "") -> rules.Approval:
    """Vouch for the form (Article 12.2), line by line of the checklist.

    :param checklist: answers by the codes of ``rules.CHECKLIST``: ``yes`` or ``none``.
    :raises RuleBroken: for a line without an answer; or when the content was not checked.
    """
    answers = rules.read_checklist(checklist)
    return vouch("appraise", document, Action.APPRAISE, Kind.FORM, note=note, checklist=answers)


@office_act(
    "approve",
    "vanphong: Approve Draft",
    _("the leader who is to sign it"),
    order=articles.STAGES,
)
def approve(document, *, note: str = "") -> rules.Approval:
    """Approve the draft (Article 11); what changes later is approved anew.

    Where the route has no step of its own for it, the document stays with the leader, and
    may now be printed, signed on paper and recorded by the clerk.

    :raises RuleBroken: when content or form were not checked as the draft is now.
    :raises Conflict: when it is approved already.
    """
    note = turns.remark(note)
    turn = turns.turn(document, {Action.APPROVE, Action.SIGN})
    if turn.step.action is Action.APPROVE:
        return vouch("approve", document, Action.APPROVE, Kind.APPROVE, note=note)
    routing.check(turn.sheet, turn.step.uid, "complete", turn.by)
    rules.refuse_own(document.drafter, turn.by.user_id, Kind.APPROVE)
    need_before(turn, Action.APPROVE)
    if versions.is_approved(document):
        raise Conflict(_("This draft is approved already."), rule=articles.APPROVE)
    approval = versions.approve(document, Kind.APPROVE, turn.by, note=note)
    index_document(document)
    turns.note("approve", document, turn.by, fingerprint=approval.fingerprint, note=approval.note)
    notify(DraftPassed(document))
    return approval


@office_act("send_back", "vanphong: Send Back Document", HOLDER, order=articles.STAGES)
def send_back(document, *, reason: str, to: str = "") -> None:
    """Send the document back with the reason (trả lại).

    :param to: id of an earlier step of the route; by default the one that the route names.
    :raises RuleBroken: without a reason, or when the route does not lead back there.
    """
    turn = turns.turn(document, set(BEFORE) | {Action.OPINE})
    sheet = chain.send_back(turn.sheet, turn.plan, turn.step.uid, turn.by, reason=reason, to=to)
    turns.check_way(document, sheet)
    document.signed_on = None
    document.attachments = versions.latest(document).files
    sheets.write(document, sheet)
    holder = next(step for step in reversed(sheet) if step.awaits)
    turns.note(
        "send_back",
        document,
        turn.by,
        step=turn.step.uid,
        to=holder.actor_title,
        reason=reason.strip(),
    )
    notify(DraftSentBack(document))


def need_before(turn: turns.Turn, action: Action) -> None:
    """Refuse when what comes before was not vouched for, as the draft is now.

    :raises RuleBroken: naming what is missing or was lost by a change.
    """
    kinds = [kind for step, kind in BEFORE[action] if turn.asks_for(step)]
    document = turn.document
    rules.need_given(document.approvals, kinds, versions.fingerprint(document))


def vouch(
    act: str, document, action: Action, kind: Kind, *, note: str, checklist: tuple = ()
) -> rules.Approval:
    """End a step by vouching for the draft."""
    note = turns.remark(note)
    turn = turns.turn(document, {action})
    rules.refuse_own(document.drafter, turn.by.user_id, kind)
    need_before(turn, action)
    sheet = passed(turn, note)
    approval = versions.approve(document, kind, turn.by, note=note, checklist=checklist)
    sheets.write(document, sheet)
    detail = {"step": turn.step.uid, "fingerprint": approval.fingerprint, "note": approval.note}
    turns.note(act, document, turn.by, **detail)
    notify(DraftPassed(document))
    return approval


def passed(turn: turns.Turn, note: str, by: routing.By | None = None) -> routing.Sheet:
    """The sheet after a step has ended; the way is free."""
    sheet = chain.complete(turn.sheet, turn.plan, turn.step.uid, by or turn.by, comment=note)
    turns.check_way(turn.document, sheet)
    return sheet
