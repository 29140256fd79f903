"""What is done to a register: take a number, insert one, void one, open the next year's."""

from datetime import date
from plone import api
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import entries
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.registers import rules
from vanphong.registers.interfaces import IRegisterMarker
from vanphong.registers.interfaces import NumberInserted
from vanphong.registers.interfaces import NumberVoided
from zope.event import notify


NUMBERS = "Nghị định 30/2020/NĐ-CP, Điều 15 và Điều 22"

#: Ids of the registers that are opened when they are first needed.
FIRST_IDS = {"in": "so-den", "out": "so-di", "copy": "so-sao", "internal": "so-noi-bo"}


def registers_of(body) -> list:
    """The registers of a body."""
    return [child for child in body.objectValues() if IRegisterMarker.providedBy(child)]


def current(body_uid: str, direction: str, day: date, *, document_type: str = "", first: str = ""):
    """The register of this body that numbers documents of that direction on that day.

    On the first document of a year the successor of last year's register is opened: the
    numbers begin at 01 on 1 January (Decree 30/2020, Article 15).

    :param document_type: a register kept for this type goes before one for all types.
    :param first: title of a register that is opened when the body has never had one.
    :raises Conflict: when the body has no open register.
    """
    body = directory.unit_object(body_uid)
    if body is None:
        raise Conflict(_("This body does not exist any more."), field="register")
    books = _for_type(registers_of(body), direction, document_type)
    if first and not books:
        return open_first(body, direction, first, str(day.year))
    for book in books:
        if is_open(book) and rules.covers(book.counted, book.period, day):
            return book
    closed = any(rules.covers(book.counted, book.period, day) for book in books)
    yearly = [book for book in books if book.counted == "year" and book.period < str(day.year)]
    if yearly and not closed:
        return open_successor(max(yearly, key=lambda book: book.period), str(day.year))
    raise Conflict(
        _("${body} has no open register for ${year}. Ask the administrator to open one."),
        body=body.title,
        year=day.year,
        field="register",
        rule=NUMBERS,
    )


def _for_type(registers: list, direction: str, document_type: str) -> list:
    """Registers of a direction that take this type, those that take no other one first."""
    found = [one for one in registers if one.direction == direction]
    own = [one for one in found if document_type and document_type in (one.document_types or ())]
    return own or [one for one in found if not one.document_types] or found


def open_first(body, direction: str, title: str, period: str):
    """The first register of a body or unit in one direction, beginning at 1."""
    name = body.short_name or body.title
    book = createContent(
        "Register", title=f"{title} {name}, năm {period}", direction=direction, period=period
    )
    book.id = f"{FIRST_IDS[direction]}-{period}"
    body._setObject(book.id, book, set_owner=False)
    return body[book.id]


def is_open(register) -> bool:
    """Whether the register gives numbers."""
    history = register.workflow_history.get("register_workflow") or ()
    return not history or history[-1]["review_state"] == "open"


def open_successor(register, period: str):
    """A register like this one for a new period, beginning at 1."""
    body = register.__parent__
    title = register.title.replace(register.period, period)
    values = {
        name: getattr(register, name)
        for name in ("direction", "counted", "document_types", "symbol_pattern")
    }
    book = createContent("Register", title=title, period=period, opening_number=1, **values)
    book.id = f"{register.getId().removesuffix('-' + register.period)}-{period}"
    # whoever registers first in a year does not own the register
    body._setObject(book.id, book, set_owner=False)
    return body[book.id]


def take_number(register, *, document_uid: str, **facts) -> int:
    """The next number of the register, written into the ledger under its lock.

    Called by the acts that register or issue a document, late in their transaction.

    :raises Conflict: when the register is closed.
    """
    if not is_open(register):
        raise Conflict(_("The register “${title}” is closed."), title=register.title, rule=NUMBERS)
    uid = register.UID()
    session.lock(uid)
    number = rules.next_number(
        entries.highest(uid, register.period) or None, register.opening_number
    )
    _enter(register, number, "", document_uid, facts)
    return number


def enter_past_number(
    register, number: int, suffix: str = "", *, document_uid: str, **facts
) -> str:
    """Write a number that paper has given into the ledger; its label. No counter moves.

    Called by what enters old documents, which has chosen the register (``imports.rules``).

    :param facts: with ``taken_at`` and ``taken_by`` of that day.
    :raises Conflict: when the number is taken or void.
    """
    session.lock(register.UID())
    label = rules.entry_label(number, suffix)
    rows = entries.taken(register.UID(), register.period, number)
    if any(row["suffix"] == suffix for row in rows):
        raise Conflict(
            _("Number ${label} is given already."), label=label, field="number", rule=NUMBERS
        )
    _enter(register, number, suffix, document_uid, facts)
    return label


def open_past(body, direction: str, title: str, period: str):
    """A register of a past year for old documents, closed at once: it gives no new number."""
    book = open_first(body, direction, title, period)
    workflow = api.portal.get_tool("portal_workflow")["register_workflow"]
    workflow._changeStateOf(book, workflow.transitions["close"])
    return book


def forecast(register) -> int:
    """The number that the next document would get if nobody else comes first."""
    highest = entries.highest(register.UID(), register.period) or None
    return rules.next_number(highest, register.opening_number)


@office_act(
    "insert_number",
    "vanphong: Insert Number",
    _("the head of the records office"),
)
def insert_number(register, number: int, suffix: str, *, reason: str, document_uid="", **facts):
    """Insert a number with a letter (số chen, 45a) after one that has been given.

    :raises RuleBroken: without a reason, or when the number itself has not been given.
    :raises Conflict: when that letter is taken.
    """
    reason = _need(reason)
    suffix = rules.check_suffix(suffix)
    session.lock(register.UID())
    given = {row["suffix"] for row in entries.taken(register.UID(), register.period, number)}
    if "" not in given:
        raise RuleBroken(
            _("Number ${number} has not been given yet, so nothing can follow it."),
            number=number,
            field="number",
            rule=NUMBERS,
        )
    if suffix in given:
        raise Conflict(
            _("Number ${label} is given already."),
            label=rules.entry_label(number, suffix),
            field="suffix",
            rule=NUMBERS,
        )
    _enter(register, number, suffix, document_uid, facts)
    label = rules.entry_label(number, suffix)
    done("insert_number", register, number=label, reason=reason)
    notify(NumberInserted(register, label))
    return label


@office_act("void_number", "vanphong: Void Number", _("the head of the records office"))
def void_number(register, number: int, suffix: str = "", *, reason: str):
    """Void a number (hủy số): it stays in the register with the reason, and is never re-used.

    :raises Conflict: when it was never given, is void already, or a document carries it.
    """
    reason = _need(reason)
    session.lock(register.UID())
    label = rules.entry_label(number, suffix)
    rows = entries.taken(register.UID(), register.period, number)
    entry = next((row for row in rows if row["suffix"] == suffix), None)
    if entry is None:
        raise Conflict(_("Number ${label} has not been given."), label=label, field="number")
    if entry["voided_at"] is not None:
        raise Conflict(_("Number ${label} is void already."), label=label, field="number")
    if _carried(entry["document_uid"]):
        raise Conflict(
            _("Number ${label} belongs to a document in the records, so it cannot be voided."),
            label=label,
            field="number",
            rule=NUMBERS,
        )
    me = people.me()
    now = clock.now()
    entries.void(
        register.UID(), register.period, number, suffix, reason=reason, by=me.title, at=now
    )
    done("void_number", register, number=label, reason=reason)
    notify(NumberVoided(register, label))


def give_up_number(document, *, reason: str) -> None:
    """Void the number of a document that will not be issued; it stays in the register.

    Called by the act that cancels the document, which has asked for its permission.
    """
    me, now = people.me(), clock.now()
    entries.void(
        document.register_uid,
        document.period,
        document.number,
        document.suffix,
        reason=reason,
        by=me.title,
        at=now,
    )
    document.number_void = {"voided_at": now, "voided_by": me.title, "void_reason": reason}


def _carried(document_uid: str) -> bool:
    catalog = api.portal.get_tool("portal_catalog")
    return bool(document_uid and catalog.unrestrictedSearchResults(UID=document_uid))


def _enter(register, number, suffix, document_uid, facts):
    entries.add(
        {
            "register_uid": register.UID(),
            "period": register.period,
            "number": number,
            "suffix": suffix,
            "label": rules.entry_label(number, suffix),
            "document_uid": document_uid,
            "taken_at": clock.now(),
            "taken_by": people.me().title,
            **facts,
        }
    )


def _need(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise RuleBroken(
            _("Give the reason; it is kept in the register."), field="reason", rule=NUMBERS
        )
    return reason


def describe(document, **facts) -> None:
    """Correct what a register says about the document behind a number."""
    if document.register_uid and document.number is not None:
        entries.describe(
            document.register_uid, document.period, document.number, document.suffix, **facts
        )


def describe_number(register, number: int, **facts) -> None:
    """Correct what a register says of a number that stands for itself, such as a copy's."""
    entries.describe(register.UID(), register.period, number, "", **facts)
