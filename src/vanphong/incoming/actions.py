"""What is done with an incoming document as a whole."""

from collections.abc import Iterable
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.documents import places
from vanphong.documents.index import index_document
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.incoming import routes
from vanphong.incoming.checking import checked
from vanphong.incoming.checking import refuse_duplicate
from vanphong.incoming.checking import refuse_secret
from vanphong.incoming.content import IIncomingDocument
from vanphong.incoming.interfaces import DocumentArrived
from vanphong.incoming.interfaces import DocumentCorrected
from vanphong.incoming.interfaces import DocumentPresented
from vanphong.incoming.interfaces import DocumentRegistered
from vanphong.incoming.interfaces import DocumentReturned
from vanphong.incoming.interfaces import IIncoming
from vanphong.incoming.interfaces import RegistrationCancelled
from vanphong.incoming.stages import Stages
from vanphong.incoming.stages import check_registration
from vanphong.ledger import session
from vanphong.ledger.acts import STAGES
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import LEADERS
from vanphong.registers import actions as registers
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from zope.event import notify


RECEIVE = "Nghị định 30/2020/NĐ-CP, Điều 21"
REGISTER = "Nghị định 30/2020/NĐ-CP, Điều 22"
PRESENT = "Nghị định 30/2020/NĐ-CP, Điều 23"

CLERK = _("the records clerk of the body")

#: Name of the register that is opened for the first letter from within the office.
FIRST_REGISTER = "Sổ văn bản đến"


@office_act("arrive", "vanphong: Register Incoming Document", CLERK)
def arrive(body, raw: dict, files: Iterable = ()):
    """Note that a document has arrived and waits to be registered.

    :param body: the receiving body (Unit).
    :param raw: field values as a form or a client sends them.
    :param files: vanphong.attachments.content.Attachment, the main one first.
    """
    values, files = checked(body, raw, files), tuple(files)
    Stages(body).check_new("awaiting_reception")
    session.lock(body.UID())
    document = _create(body, values, files)
    Stages(document).move_to("awaiting_reception")
    index_document(document)
    done("arrive", document)
    notify(DocumentArrived(document))
    return document


@office_act("register", "vanphong: Register Incoming Document", CLERK, order=STAGES)
def register(target, raw: dict, files: Iterable = (), *, distinct: str = "", present_to: str = ""):
    """Register a document (vào sổ): arrival number and date come from the register.

    :param target: the receiving body, or a document that waits for reception.
    :param raw: field values; those left out keep what a waiting document has.
    :param distinct: why this is no duplicate, when one with the same symbol is there.
    :param present_to: actor token of the leader to present it to at once, or "".
    :raises RuleBroken: for a secret document.
    :raises Conflict: when it is registered already, or a duplicate.
    """
    waiting = IIncoming.providedBy(target)
    body = directory.unit_object(target.body_uid) if waiting else target
    refuse_secret(raw, files)
    brought = tuple(files)
    # What was looked at before may have changed while this one waited for the lock.
    session.lock(body.UID())
    if waiting and target.arrival_number is not None:
        raise Conflict(
            _("This document is registered already, as number ${number}."),
            number=target.label,
            rule=REGISTER,
        )
    if waiting:
        raw = {**_fields_of(target), **raw}
    files = (*target.attachments, *brought) if waiting else brought
    values = checked(body, raw, files)
    refuse_duplicate(body, values, distinct, target.UID() if waiting else "")
    if present_to:
        _leader(body.UID(), present_to)
    check_registration(target, present=bool(present_to))
    now = clock.now()
    # who gets letters from within the office needs a register, whoever forgot to open one
    first = FIRST_REGISTER if waiting and target.origin_uid else ""
    book = registers.current(body.UID(), "in", now.date(), first=first)
    document = target if waiting else _make(body, values, files)
    number = registers.take_number(
        book, document_uid=document.UID(), taken_at=now, **_facts(values)
    )
    if waiting:
        _apply(document, values)
        document.attachments = files
    _stamp(document, book, number, now, distinct)
    if not waiting:
        document = _place(body, document, str(number))
    routes.begin(document)
    Stages(document).move_to("registered")
    index_document(document)
    done("register", document, number=document.label, register=book.title, distinct=distinct)
    notify(DocumentRegistered(document))
    if present_to:
        present(document, present_to)
    return document


@office_act("return_to_sender", "vanphong: Return to Sender", CLERK, order=STAGES)
def return_to_sender(document, *, reason: str):
    """Send a document that does not belong here back to its sender, with the reason.

    :raises Conflict: once it is registered.
    """
    reason = routing.need_reason(reason)
    if document.arrival_number is not None:
        raise Conflict(
            _("A registered document is not returned; present it with your remark."), rule=RECEIVE
        )
    Stages(document).check("returned")
    document.return_reason = reason
    Stages(document).move_to("returned")
    index_document(document)
    done("return_to_sender", document, reason=reason)
    notify(DocumentReturned(document))


@office_act(
    "present",
    "vanphong: Present Document",
    _("the records clerk or the chief of the Office"),
    order=STAGES,
)
def present(document, to: str, *, note: str = ""):
    """Present a registered document to one leader (trình).

    :param to: actor token: the user id of a leader of the body, or the leaders of its Office.
    :raises Conflict: when it is not registered, or lies before somebody already.
    """
    if document.arrival_number is None:
        raise Conflict(
            _("Register the document first; what has no arrival number is not presented."),
            rule=REGISTER,
        )
    title = _leader(document.body_uid, to)
    sheet = sheets.steps_of(document)
    waiting = routing.awaiting_direction(sheet)
    by = sheets.by(waiting)
    planned = routes.planned_with(document, to)
    sheet = routing.present(sheet, to, title, by, note=note.strip(), planned=planned)
    sheets.write(document, sheet)
    done(
        "present",
        document,
        title=by.title,
        on_behalf_of=by.on_behalf_of,
        to=title,
        note=note.strip(),
    )
    notify(DocumentPresented(document))


@office_act("cancel_registration", "Modify portal content", CLERK, order=STAGES)
def cancel_registration(document, *, reason: str) -> None:
    """Cancel a mistaken registration: the number is void for ever, the document stays, marked.

    Only before anybody but the clerks had it in hand: what was presented is taken back first.

    :raises RuleBroken: without a reason.
    :raises Conflict: when it is not registered, lies before somebody, or was dealt with.
    """
    reason = routing.need_reason(reason)
    if document.arrival_number is None or document.cancelled_at is not None:
        raise Conflict(_("There is no registration to cancel."), rule=REGISTER)
    if document.origin_uid:
        raise Conflict(
            _("A unit of this office has sent it; its sender recalls it."), rule=REGISTER
        )
    if any(step.state is not routing.State.CANCELLED for step in sheets.steps_of(document)):
        raise Conflict(
            _("Others have had this document in hand; its registration is not cancelled."),
            rule=REGISTER,
        )
    Stages(document).check("cancelled")
    document.cancelled_at, document.cancel_reason = clock.now(), reason
    registers.give_up_number(document, reason=reason)
    sheets.keep(document, (), None)
    Stages(document).move_to("cancelled")
    index_document(document)
    done("cancel_registration", document, reason=reason, number=document.label)
    notify(RegistrationCancelled(document))


@office_act("correct", "Modify portal content", CLERK, order=STAGES)
def correct(document, raw: dict, *, distinct: str = ""):
    """Correct the particulars of a document before it is directed; old values are kept.

    :raises Conflict: when the corrected particulars are those of another document.
    """
    body = directory.unit_object(document.body_uid)
    session.lock(body.UID())
    values = checked(body, {**_fields_of(document), **raw}, document.attachments)
    refuse_duplicate(body, values, distinct or document.distinct_reason, document.UID())
    changed = {
        name: [str(getattr(document, name)), str(values[name])]
        for name in values
        if name in raw and getattr(document, name) != values[name]
    }
    if not changed:
        return
    _apply(document, values)
    index_document(document)
    sheets.refresh(document)
    registers.describe(document, **_facts(values))
    done("correct", document, changed=changed)
    notify(DocumentCorrected(document))


def leaders_to_present_to(body, document=None) -> list[tuple[str, str]]:
    """Whom a document may be presented to: (actor token, title), the Office first.

    :param document: put first whom its route plans next.
    """
    found = [
        (f"{LEADERS}:{office.UID()}", office.short_name or office.title)
        for office in directory.offices(body)
    ]
    for person in directory.people(body):
        if LEADERS in person.functions:
            found.append((person.user_id, person.title))
    if document is not None:
        planned = [one.actor for one in routes.coming(document)]
        found.sort(key=lambda one: planned.index(one[0]) if one[0] in planned else len(planned))
    return found


def _leader(body_uid: str, to: str) -> str:
    """Title of somebody that documents of this body may be presented to."""
    body = directory.unit_object(body_uid)
    titles = dict(leaders_to_present_to(body))
    if to not in titles:
        raise RuleBroken(
            _("Present the document to one leader of ${body} or to its Office."),
            body=body.title,
            field="to",
            rule=PRESENT,
        )
    return titles[to]


def _fields_of(document) -> dict:
    return {name: getattr(document, name) for name in IIncomingDocument.names(all=True)}


def _make(body, values: dict, files: tuple):
    document = createContent("IncomingDocument", **values)
    document.body_uid = body.UID()
    document.attachments = files
    document.arrived_at = clock.now()
    return document


def _place(body, document, name: str):
    place = places.folder(body.UID(), "in", document.arrived_at.date())
    return places.put(place, document, name)


def _create(body, values: dict, files: tuple):
    document = _make(body, values, files)
    return _place(body, document, f"cho-{document.UID()[:8]}")


def _apply(document, values: dict) -> None:
    for name, value in values.items():
        setattr(document, name, value)


def _stamp(document, book, number: int, now, distinct: str) -> None:
    document.register_uid = book.UID()
    document.period = book.period
    document.arrival_number = number
    document.registered_at = now
    document.registered_by = people.me().title
    document.distinct_reason = distinct.strip()


def _facts(values: dict) -> dict:
    return {
        "subject": values["subject"],
        "symbol": values["symbol"],
        "origin": values["organ_name"],
    }
