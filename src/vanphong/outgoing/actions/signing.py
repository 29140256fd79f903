"""Signing (Decree 30/2020/NĐ-CP, Article 13), on paper or by the signer's own hand here."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from vanphong.calendars import clock
from vanphong.documents.index import index_document
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.outgoing import rules
from vanphong.outgoing import signing
from vanphong.outgoing import turns
from vanphong.outgoing import versions
from vanphong.outgoing.actions.checking import need_before
from vanphong.outgoing.actions.checking import passed
from vanphong.outgoing.interfaces import DocumentPrinted
from vanphong.outgoing.interfaces import DocumentSigned
from vanphong.outgoing.rules import Kind
from vanphong.outgoing.rules import articles
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from vanphong.routing.rules import Action
from zope.event import notify


CLERK = _("the records clerk of the body")

#: So many are printed at a time.
MOST = 999


@office_act(
    "sign",
    "vanphong: Sign Document",
    _("the leader whom it lies with to be signed"),
    order=articles.STAGES,
)
def sign(document, *, note: str = "") -> rules.Approval:
    """Sign the document; the records clerk numbers it next.

    :raises RuleBroken: when it has changed since it was approved, or the signer may not sign
        it today (Article 13).
    """
    turn = turns.turn(document, {Action.SIGN})
    return _signed("sign", turn, turn.by, clock.today(), note=note)


@office_act("record_signature", "vanphong: Record Signature", CLERK, order=articles.STAGES)
def record_signature(
    document, files: Iterable, *, signed_on: date | None = None, note: str = ""
) -> rules.Approval | None:
    """Keep the scan of the paper that was signed; with it the document counts as signed.

    Who had signed it here before gets the scan added, no second signature.

    :param files: the scan first.
    :param signed_on: the day of the signature; today when left out.
    :raises RuleBroken: without the scan, or when the signer could not sign it on that day.
    """
    files = tuple(files)
    if not files:
        raise RuleBroken(
            _("Attach the scan of the signed paper."), field="files", rule=articles.SIGN
        )
    if document.signed_on is not None:
        _attach(document, files)
        index_document(document)
        done("record_signature", document, signer=document.signer_position)
        notify(DocumentSigned(document))
        return None
    turn = turns.turn(document, {Action.SIGN})
    _need_approval(turn)
    day = signed_on or clock.today()
    _check_day(turn, day)
    clerk = turn.by
    by = replace(
        clerk,
        user_id=turn.step.actor,
        title=turn.step.actor_title,
        tokens=clerk.tokens | {turn.step.actor},
        on_behalf_of="",
    )
    return _signed("record_signature", turn, by, day, note=note, files=files)


@office_act(
    "print_for_signature",
    "vanphong: Print for Signature",
    _("the drafter, the signer and the records office, while it waits to be signed"),
    order=articles.STAGES,
)
def print_for_signature(document, *, amount: int = 1) -> tuple:
    """The files of the approved draft, to be printed and signed; each print is noted.

    :param amount: how many are printed.

    :raises Conflict: before it waits for its signature.
    :raises RuleBroken: when the draft has changed since it was approved.
    """
    if not 1 <= amount <= MOST:
        raise InvalidInput(
            _("The number of copies must be between 1 and ${limit}."), limit=MOST, field="amount"
        )
    turn = turns.turn(document, {Action.SIGN})
    need_before(turn, Action.SIGN)
    _need_approval(turn)
    version = versions.latest(document)
    done("print_for_signature", document, version=version.number, amount=amount)
    notify(DocumentPrinted(document))
    return version.files


def _signed(
    act: str, turn: turns.Turn, by: routing.By, day: date, *, note: str, files: tuple = ()
) -> rules.Approval:
    note = turns.remark(note)
    document = turn.document
    rules.refuse_own(document.drafter, by.user_id, Kind.SIGN)
    need_before(turn, Action.SIGN)
    allowed = signing.check_signer(document, by.user_id, day)
    sheet = passed(turn, note, by)
    entered = "" if by.user_id == turn.by.user_id else turn.by.user_id
    if not versions.is_approved(document):
        versions.approve(document, Kind.APPROVE, by)
    approval = versions.approve(document, Kind.SIGN, by, note=note, entered_by=entered)
    signing.write_signer(document, by.user_id, allowed)
    document.signed_on = day
    if files:
        _attach(document, files)
    sheets.write(document, sheet)
    behalf = by.title if entered else ""
    basis = "" if allowed.basis is None else allowed.basis.basis
    title = people.me().title if entered else by.title
    detail = {"signed_on": str(day), "lines": " / ".join(allowed.lines), "basis": basis}
    done(act, document, title=title, on_behalf_of=behalf, **detail)
    notify(DocumentSigned(document))
    return approval


def _need_approval(turn: turns.Turn) -> None:
    """Only an approved draft is printed and signed on paper (Article 11)."""
    now = versions.fingerprint(turn.document)
    rules.need_given(turn.document.approvals, (Kind.APPROVE,), now)


def _attach(document, files: tuple) -> None:
    """The scan goes first; of the draft only its annexes stay beside it."""
    document.attachments = (*files, *versions.latest(document).files[1:])


def _check_day(turn: turns.Turn, day: date) -> None:
    begun = turn.step.started_at.date()
    if not begun <= day <= clock.today():
        raise RuleBroken(
            _("The document was put before the signer on ${begun}; it was not signed on ${day}."),
            begun=f"{begun:%d/%m/%Y}",
            day=f"{day:%d/%m/%Y}",
            field="signed_on",
            rule=articles.SIGN,
        )
