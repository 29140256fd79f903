"""An old document out of a row: finished or issued, with the number and the days of its time."""

from datetime import date
from datetime import datetime
from datetime import time
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.documents import places
from vanphong.documents import rules as document_rules
from vanphong.documents.imported import Imported
from vanphong.documents.index import index_document
from vanphong.documents.values import read as read_values
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.imports import rules
from vanphong.incoming.content import IIncomingDocument
from vanphong.ledger import documents as ledger
from vanphong.ledger.acts import done
from vanphong.organisation import directory
from vanphong.outgoing.content import IOutgoingDocument
from vanphong.outgoing.rules import read_recipients
from vanphong.registers import actions as registers
from vanphong.routing.interfaces import IStages


TITLES = {"in": "Sổ văn bản đến", "out": "Sổ văn bản đi"}

#: The hour that stands for a day of which a register tells no hour.
HOUR = time(8)

DUPLICATE = "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1.h"


def register_of(body, read: rules.Read):
    """The register of a row; one of a past year is opened when nobody has done so."""
    book = read.book
    if book.uid:
        found = next((one for one in registers.registers_of(body) if one.UID() == book.uid), None)
        if found is None:
            raise Conflict(_("The register of this row is not there any more."), field="register")
        return found
    for one in registers.registers_of(body):
        if one.direction == book.direction and one.period == book.period:
            return one
    return registers.open_past(body, book.direction, TITLES[book.direction], book.period)


def make(batch, body, book, read: rules.Read, key: str, files: tuple):
    """Make the document and write its number, its rows and its line of the trail.

    :raises Conflict: when the number is taken, or the document is there already.
    """
    portal_type, fill = _TYPES[read.direction]
    document = createContent(portal_type)
    document.body_uid = body.UID()
    document.attachments = files
    document.imported = Imported(batch.uid, key, clock.now(), batch.started_by or batch.by)
    moment = _moment(read.day)
    fill(document, read, body, moment)
    document.register_uid = book.UID()
    document.period = book.period
    registers.enter_past_number(
        book,
        read.number,
        read.suffix,
        document_uid=document.UID(),
        taken_at=moment,
        taken_by=document.registered_by,
        subject=document.subject,
        symbol=document.symbol,
        origin=document.organ_name,
        recipient=document.to_places,
    )
    place = places.folder(body.UID(), read.direction, read.day)
    document = places.put(place, document, f"{document.label}")
    IStages(document).settle()
    index_document(document)
    done(
        "import_document",
        document,
        on_behalf_of=document.imported.by,
        number=document.label,
        register=book.title,
        batch=batch.uid,
    )
    return document


def _incoming(document, read: rules.Read, body, moment: datetime) -> None:
    values = read_values(IIncomingDocument, read.raw, body)
    document_rules.check_lengths(values, "in")
    _apply(document, values)
    document.arrived_at = document.registered_at = moment
    document.arrival_number = read.number
    document.arrival_suffix = read.suffix
    document.registered_by = document.imported.by
    document.to_places = read.receiver
    document.distinct_reason = read.distinct
    if document.duplicate_key and not read.distinct:
        found = ledger.find_duplicate(body.UID(), document.duplicate_key, "")
        if found is not None:
            raise Conflict(
                _("${symbol} of ${organ} is here already, as arrival number ${number}."),
                symbol=document.symbol,
                organ=document.organ_name,
                number=found["label"] or "–",
                field="symbol",
                rule=DUPLICATE,
            )


def _outgoing(document, read: rules.Read, body, moment: datetime) -> None:
    values = read_values(IOutgoingDocument, read.raw, body)
    document_rules.check_lengths(values, "out")
    _apply(document, values)
    unit = read.raw.get("drafting_unit") or ""
    found = directory.unit(unit)
    document.organ_id = body.organ_id or ""
    document.drafting_unit = unit
    document.drafter_title = read.raw.get("drafter_title") or (found.title if found else "")
    document.drafter = document.signer = ""
    document.recipients = read_recipients(read.raw.get("recipients"))
    document.code = read.number
    document.code_suffix = read.suffix
    document.code_notation = document_rules.parse_symbol(document.symbol).notation
    document.signed_on = read.day
    document.created_at = document.numbered_at = document.issued_at = moment
    document.numbered_by = document.issued_by = document.imported.by


def _apply(document, values: dict) -> None:
    for name, value in values.items():
        setattr(document, name, value)


def _moment(day: date) -> datetime:
    return datetime.combine(day, HOUR, clock.TZ)


_TYPES = {
    "in": ("IncomingDocument", _incoming),
    "out": ("OutgoingDocument", _outgoing),
}
