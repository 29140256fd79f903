"""Number, symbol and date (Decree 30/2020/NĐ-CP, Articles 15 and 16), and the seal (32)."""

from datetime import date
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents import rules as document_rules
from vanphong.documents.index import index_document
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import documents as ledger
from vanphong.ledger import session
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import token
from vanphong.outgoing import rules
from vanphong.outgoing import turns
from vanphong.outgoing.actions.checking import need_before
from vanphong.outgoing.interfaces import DocumentNumbered
from vanphong.outgoing.interfaces import DocumentSealed
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import Stages
from vanphong.registers import actions as registers
from vanphong.routing import sheet as sheets
from vanphong.routing.rules import Action
from zope.event import notify


CLERK = _("the records clerk of the body")


@office_act("number", "vanphong: Number Document", CLERK, order=articles.STAGES)
def number(document, *, issued_date: date | None = None) -> str:
    """Give a signed document its number, symbol and date from the register.

    The number is taken late in the transaction and under the lock of the register, so that
    there are no gaps.

    :param issued_date: the date of the document; today when left out.
    :returns: the symbol, such as 1210/UBND-VX.
    :raises RuleBroken: when it is not signed as it is now, or the date is out of order.
    :raises Conflict: when it has its number, or no register is open.
    """
    if document.code is not None:
        raise Conflict(
            _("This document has its number already: ${symbol}."),
            symbol=document.symbol,
            rule=articles.NUMBER,
        )
    turn = turns.turn(document, {Action.NUMBER})
    refuse_stranger(document, turn.by)
    if document.signed_on is None:
        raise RuleBroken(_("A document is numbered after it is signed."), rule=articles.NUMBER)
    need_before(turn, Action.NUMBER)
    Stages(document).check("numbered")
    day = issued_date or clock.today()
    notation = notation_of(document, "")
    book = registers.current(
        document.body_uid, "out", day, document_type=document.document_type, first="Sổ văn bản đi"
    )
    notation = notation_of(document, book.symbol_pattern or "")
    session.lock(book.UID())
    last = ledger.last_dated(document.body_uid, book.UID(), book.period)
    rules.check_date(day, last=last, signed=document.signed_on, today=clock.today())
    _take(document, book, notation, day, turn.by)
    Stages(document).move_to("numbered")
    index_document(document)
    sheets.refresh(document)
    turns.note("number", document, turn.by, symbol=document.symbol, register=book.title)
    notify(DocumentNumbered(document))
    return document.symbol


@office_act("seal", "vanphong: Apply Seal", CLERK, order=articles.STAGES)
def seal(document, *, note: str = "") -> None:
    """Record that the seal of the body was put on the signed and numbered document.

    :raises NotAllowed: for anybody but a records clerk of the issuing body (Article 32).
    :raises Conflict: when it is sealed already.
    """
    by = sheets.by()
    refuse_stranger(document, by)
    if document.signed_on is None:
        raise RuleBroken(_("Only what is signed is sealed."), rule=articles.SEAL)
    if document.sealed_at is not None:
        raise Conflict(_("This document is sealed already."), rule=articles.SEAL)
    note = turns.remark(note)
    document.sealed_at = by.at
    document.sealed_by = by.title
    turns.note("seal", document, by, note=note)
    notify(DocumentSealed(document))


def refuse_stranger(document, by) -> None:
    """Number, seal and issue are for the clerks of the issuing body, whatever a workflow says.

    :raises NotAllowed: for everybody else.
    """
    if token(CLERKS, document.body_uid) not in by.tokens:
        raise NotAllowed(_("Only ${who} may do this here."), who=CLERK, rule=articles.SEAL)


def forecast(document) -> str:
    """The symbol that the document would get if nobody else comes first; "" without a book."""
    try:
        book = registers.current(
            document.body_uid, "out", clock.today(), document_type=document.document_type
        )
    except Conflict:
        return ""
    notation = notation_of(document, book.symbol_pattern or "")
    return document_rules.format_symbol(registers.forecast(book), notation)


def notation_of(document, pattern: str = "") -> str:
    """What follows the number, by the abbreviations of body, field and unit."""
    body = directory.unit_object(document.body_uid)
    drafting = directory.unit(document.drafting_unit)
    unit = document.field or ("" if drafting is None else drafting.symbol_code)
    types = catalogues.document_types()
    kind = types.get(document.document_type)
    abbreviation = "" if kind is None else kind.abbreviation
    return rules.notation(pattern, abbreviation, body.symbol_code or "", unit)


def _take(document, book, notation: str, day: date, by) -> None:
    """Take the number, and write all that follows from it."""
    found = registers.take_number(book, document_uid=document.UID(), taken_at=by.at)
    document.register_uid = book.UID()
    document.period = book.period
    document.code = found
    document.code_notation = notation
    document.symbol = document_rules.format_symbol(found, notation)
    document.issued_date = day
    document.numbered_at = by.at
    document.numbered_by = by.title
    registers.describe(
        document,
        subject=document.subject,
        symbol=document.symbol,
        origin=document.organ_name,
        recipient=document.to_places,
        taken_by=by.title,
    )
