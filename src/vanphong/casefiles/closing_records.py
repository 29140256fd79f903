"""Records of a file and of its documents, as they are now; what closing keeps of them."""

from vanphong.calendars.clock import TZ
from vanphong.casefiles import entries
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.record import Recipient
from vanphong.casefiles.rules.record_xml import clean
from vanphong.documents import catalogues
from vanphong.documents.rules import parse_symbol
from vanphong.errors import InvalidInput
from vanphong.organisation import directory
from vanphong.routing import rules as routing
from vanphong.routing.sheet import steps_of


#: Words of a step in the trace, as the papers of an office have them.
ACTIONS = {
    "direct": "Chỉ đạo",
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "inform": "Để biết",
}

#: Words of the modes of use, in the list of Annex VI.
RIGHTS = {"public": "Công khai", "conditional": "Có điều kiện"}


def file_record(case_file) -> FileRecord:
    """The particulars of a file with its totals."""
    body = directory.unit_object(case_file.body_uid)
    return FileRecord(
        uid=case_file.UID(),
        organ_id=case_file.organ_id or "",
        organ_name="" if body is None else body.title,
        year=case_file.year,
        notation=case_file.notation,
        title=clean(case_file.title or ""),
        years=case_file.years,
        rights=RIGHTS.get(case_file.rights, case_file.rights),
        creator=clean(case_file.maker_title or ""),
        language=clean(case_file.language or ""),
        start=case_file.started_on,
        end=case_file.ended_on,
        document_total=entries.count(case_file),
        page_total=entries.pages(case_file),
        note=clean(case_file.note or ""),
        place=clean(case_file.paper_location or ""),
        keywords=clean(case_file.keywords or ""),
        closed_by=clean(case_file.closed_by or ""),
        heading=clean(case_file.heading or ""),
        construction=bool(case_file.construction),
        opened_at=case_file.opened_at,
        closed_at=case_file.closed_at,
    )


def entry_record(entry, document) -> EntryRecord:
    """A document of a file; of one that is gone, what the file itself knows."""
    filed = {
        "number": entry.number,
        "uid": entry.document_uid,
        "kind": str(entry.kind),
        "filed_pages": entry.pages,
        "filed_note": clean(entry.note or ""),
        "filed_by": clean(entry.filed_by_title or ""),
        "filed_at": entry.filed_at,
    }
    if document is None:
        return EntryRecord(**filed)
    number, notation = _symbol(document.symbol or "")
    due = document.due_date
    return EntryRecord(
        **filed,
        direction=document.direction,
        document_type=document.document_type or "",
        type_name=catalogues.type_name(document.document_type or ""),
        code_number=number,
        code_notation=notation,
        symbol=clean(document.symbol or ""),
        issued_date=document.issued_date,
        organ_id=document.organ_id or "",
        organ_name=clean(document.organ_name or ""),
        subject=clean(document.subject or ""),
        language=clean(document.language or ""),
        page_amount=document.page_amount or 0,
        note=clean(document.note or ""),
        signer_position=clean(document.signer_position or ""),
        signer_name=clean(document.signer_name or ""),
        urgency=document.urgency or "normal",
        to_places=clean(document.to_places or ""),
        recipients=_recipients(document),
        issued_amount=getattr(document, "issued_amount", None) or 0,
        arrival_date=getattr(document, "arrival_date", None),
        arrival_number=document.label if document.direction == "in" else "",
        trace=tuple(_trace(document)),
        due_date=due,
        files=tuple(data_file(one) for one in document.attachments if not one.is_deleted),
    )


def data_file(attachment) -> DataFile:
    """A file of a document by its name, content and kind."""
    return DataFile(
        uid=attachment.uid,
        name=clean(attachment.filename),
        sha256=attachment.sha256,
        size=attachment.size,
        media_type=attachment.content_type,
        role=attachment.role,
    )


def type_codes() -> dict[str, str]:
    """Codes of the types of documents in archive packages by our own."""
    return {code: one.sip_code for code, one in catalogues.document_types().items()}


def _symbol(text: str) -> tuple[str, str]:
    """Number and notation; a symbol that follows no form is all notation."""
    try:
        found = parse_symbol(text)
    except InvalidInput:
        return "", clean(text)
    return found.code_number, found.notation


def _recipients(document) -> tuple[Recipient, ...]:
    found = getattr(document, "recipients", ())
    return tuple(Recipient(clean(one.words), one.organ_id or "") for one in found)


def _trace(document):
    """Distribution, direction and handling, a line for each step that was seen."""
    for step in steps_of(document):
        if not routing.was_seen(step):
            continue
        day = f"{step.started_at.astimezone(TZ):%d/%m/%Y %H:%M}"
        what = ACTIONS.get(str(step.action), str(step.action))
        said = [f"{day}: {step.giver_title} → {step.actor_title} ({what})"]
        said += [text for text in (step.instruction, step.result, step.comment) if text]
        yield clean(" – ".join(said))
