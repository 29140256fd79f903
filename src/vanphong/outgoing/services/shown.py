"""An outgoing document as JSON: the short form of lists, and the whole of one."""

from dataclasses import asdict
from vanphong.documents.index import row as row_of
from vanphong.documents.services import listed
from vanphong.documents.services.files.get import Files
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing import replies
from vanphong.outgoing import rules
from vanphong.outgoing import versions
from vanphong.outgoing.rules import particulars
from vanphong.outgoing.stages import OPEN
from vanphong.routing import sheet as sheets
from vanphong.routing.services.steps import shown_lateness
from vanphong.ui.services import iso
from vanphong.ui.services import titled


DATED = ("issued_date", "due_at")

MOMENTS = ("created_at", "numbered_at", "sealed_at", "issued_at", "cancelled_at", "recalled_at")

WORDS = (
    "code_number",
    "code_notation",
    "drafter",
    "drafter_title",
    "drafting_unit",
    "signed_by",
    "signer",
    "signer_position",
    "signer_name",
    "issued_by",
    "cancel_reason",
    "recall_reason",
    "overlap_reason",
    "reply_to",
    "reply_symbol",
    "amends",
    "amendment",
)


def shown_row(row: dict, request) -> dict:
    """A row of the index of documents."""
    return {
        **listed.shown_row(row, "OutgoingDocument", DATED, request),
        "lateness": shown_lateness(row["due_at"] if row["state"] in OPEN else None),
    }


def shown(document, request) -> dict:
    """A document itself, with files, recipients, approvals, and where it lies."""
    found = shown_row(row_of(document), request)
    offer = replies.finish_offer(document)
    now = versions.fingerprint(document)
    return {
        **found,
        **{name: getattr(document, name) for name in WORDS},
        **{name: iso(getattr(document, name)) for name in MOMENTS},
        "signed_on": iso(document.signed_on),
        "signer_lines": list(document.signer_lines),
        "recipients": [asdict(one) for one in document.recipients],
        "links": [{**asdict(one), "kind": str(one.kind)} for one in links.of(document)],
        "particulars": particulars.told(document.document_type, document.particulars),
        "approvals": [shown_approval(one, now, request) for one in document.approvals],
        "steps": [_shown_step(one) for one in sheets.steps_of(document) if one.awaits],
        "amended_by": [
            {"UID": uid, "symbol": symbol, "kind": kind}
            for uid, symbol, kind in document.amended_by
        ],
        "version": len(document.versions),
        "fingerprint": now,
        "finish": None if offer is None else asdict(offer),
        "files": Files(document, request).content()["items"],
    }


def shown_approval(one: rules.Approval, now: str, request) -> dict:
    """Who vouched for what, and whether it still counts.

    :param now: the fingerprint of the draft as it is.
    """
    return {
        "kind": titled(one.kind, rules.KIND_TEXTS[one.kind], request),
        "version": one.version,
        "by": one.by,
        "title": one.title,
        "at": iso(one.at),
        "note": one.note,
        "entered_by": one.entered_by,
        "checklist": [asdict(answer) for answer in one.checklist],
        "counts": one.fingerprint == now,
    }


def shown_version(one: versions.DraftVersion, document) -> dict:
    """A version with its files and what was remarked on it."""
    url = document.absolute_url()
    return {
        "number": one.number,
        "at": iso(one.at),
        "by": one.by,
        "title": one.title,
        "note": one.note,
        "fingerprint": one.fingerprint,
        "files": [
            {
                "uid": file.uid,
                "filename": file.filename,
                "size": file.size,
                "sha256": file.sha256,
                "download": f"{url}/@@draft-file/{one.number}/{file.uid}",
            }
            for file in one.files
        ],
        "comments": [{**asdict(said), "at": iso(said.at)} for said in one.comments],
    }


def shown_delivery(document, one: deliveries.Delivery) -> dict:
    """Where a recipient stands."""
    row = deliveries.row(document, one)
    dated = ("sent_at", "arrived_at", "changed_at")
    return {**row, **{name: iso(row[name]) for name in dated}}


def _shown_step(step) -> dict:
    return {
        "step": step.uid,
        "action": str(step.action),
        "actor": step.actor,
        "actor_title": step.actor_title,
        "due": iso(step.due),
    }
