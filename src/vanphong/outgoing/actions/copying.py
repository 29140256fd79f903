"""Certified copies: sao y, sao lục, trích sao (Decree 30/2020/NĐ-CP, Articles 25 to 27)."""

from vanphong.calendars import clock
from vanphong.documents.rules import COPY_TYPES
from vanphong.documents.rules import format_number
from vanphong.documents.rules import format_symbol
from vanphong.documents.rules import notation_for
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.outgoing import copies
from vanphong.outgoing.interfaces import DocumentCopied
from vanphong.outgoing.rules import articles
from vanphong.registers import actions as registers
from vanphong.routing import sheet as sheets
from zope.event import notify


#: The three kinds, by their codes.
KINDS = {kind.code: kind for kind in COPY_TYPES}


@office_act(
    "make_copy",
    "vanphong: Make Copy",
    _("the records clerk or the chief of the Office"),
    order=articles.STAGES,
)
def make_copy(
    document,
    kind: str,
    *,
    signer_lines: tuple[str, ...] = (),
    signer: str = "",
    recipients: str = "",
    excerpt: str = "",
    amount: int = 1,
) -> copies.Copy:
    """Make a certified copy of an issued or received document; it takes the next number.

    :param kind: ``ban-sao-y``, ``ban-sao-luc`` or ``ban-trich-sao``; one series for all.
    :param excerpt: what of it is copied; for trích sao only.
    :raises RuleBroken: for a document without a number, or an excerpt that says nothing.
    """
    if kind not in KINDS:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), value=kind, known=", ".join(KINDS), field="kind"
        )
    if document.number is None or not document.attachments:
        raise RuleBroken(
            _("Only a document that is issued or registered, and attached, is copied."),
            rule=articles.COPY,
        )
    _refuse_excerpt(kind, excerpt)
    if not 1 <= amount <= 999:
        raise InvalidInput(
            _("The number of copies must be between 1 and ${limit}."), limit=999, field="amount"
        )
    made = _number(
        document,
        kind,
        signer=signer.strip()[:200],
        signer_lines=tuple(signer_lines),
        recipients=recipients.strip()[:1000],
        excerpt=excerpt.strip()[:2000],
        amount=amount,
    )
    document.copies = (*copies.of(document), made)
    done("make_copy", document, symbol=made.symbol, kind=kind, amount=amount)
    notify(DocumentCopied(document))
    return made


def _refuse_excerpt(kind: str, excerpt: str) -> None:
    """An excerpt (trích sao) says what is copied; the other kinds copy the whole document."""
    if kind == "ban-trich-sao" and not excerpt.strip():
        text = _("Write what is copied of the document.")
    elif kind != "ban-trich-sao" and excerpt.strip():
        text = _("What is copied is written for an excerpt only; choose that kind or empty it.")
    else:
        return
    raise RuleBroken(text, field="excerpt", rule=articles.COPY)


def _number(document, kind: str, **facts) -> copies.Copy:
    body = directory.unit_object(document.body_uid)
    notation = notation_for(KINDS[kind].abbreviation, body.symbol_code or "")
    book = registers.current(document.body_uid, "copy", clock.today(), first="Sổ cấp số bản sao")
    by = sheets.by()
    subject = f"{KINDS[kind].name}: {document.symbol or document.label}"
    number = registers.take_number(
        book,
        document_uid=document.UID(),
        taken_at=by.at,
        taken_by=by.title,
        subject=subject,
        origin=document.organ_name,
        recipient=facts["recipients"],
    )
    symbol = format_symbol(number, notation)
    registers.describe_number(book, number, symbol=symbol)
    return copies.Copy(
        kind=kind,
        number=number,
        label=format_number(number),
        symbol=symbol,
        register_uid=book.UID(),
        period=book.period,
        made_at=by.at,
        made_by=by.user_id,
        made_by_title=by.title,
        subject=subject,
        **facts,
    )
